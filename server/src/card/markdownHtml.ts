// Makes the renderer's HTML fit for a card: only known elements, safe links, no images, and visible tags. Does not rely on
// the renderer's configuration: anything not on the list comes out as text.
import { type LinkDefinitions, renderMarkdown } from '../model/render.ts';
import { printable } from '../util/printable.ts';
import { escapeHtml } from './escape.ts';

export interface MarkdownHtmlOptions {
  /** Relative links become buttons that ask the editor to open the file. */
  readonly interactive: boolean;
}

/** `definitions` are link definitions from elsewhere in the document. */
export function markdownToHtml(source: string, definitions: LinkDefinitions, options: MarkdownHtmlOptions): string {
  return showTaskBoxes(keepLines(restrict(renderMarkdown(source, definitions), options)));
}

const ELEMENTS: ReadonlySet<string> = new Set(
  'p ul ol li blockquote pre code em strong s hr br table thead tbody tr th td'.split(' '),
);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*\/?>/g;

/** Markdown headings rank below the headings of the card. */
const HEADING_SHIFT = 2;

function restrict(html: string, options: MarkdownHtmlOptions): string {
  const openLinks: string[] = [];
  let result = '';
  let end = 0;
  let codeDepth = 0;
  for (const match of html.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = match;
    result += textPiece(html.slice(end, match.index), codeDepth > 0);
    end = match.index + whole.length;
    if (name === 'code' || name === 'pre') codeDepth += slash ? -1 : 1;
    result += element({ whole, closing: slash === '/', name, attributes }, openLinks, options);
  }
  return result + textPiece(html.slice(end), false);
}

interface Tag {
  readonly whole: string;
  readonly closing: boolean;
  readonly name: string;
  readonly attributes: string;
}

function element({ whole, closing, name, attributes }: Tag, openLinks: string[], options: MarkdownHtmlOptions): string {
  if (name === 'a') {
    if (closing) return openLinks.pop() ?? '';
    const { open, close } = link(attributeOf(attributes, 'href'), options);
    openLinks.push(close);
    return open;
  }
  if (name === 'img') return image(attributes);
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading) return headingTag(closing, Number(heading));
  if (!ELEMENTS.has(name)) return escapeHtml(whole);
  return closing ? `</${name}>` : `<${name}${keptAttributes(name, attributes)}>`;
}

/** Text between tags, already escaped by the renderer: `<example>` and the like are highlighted, except in code. */
function textPiece(text: string, inCode: boolean): string {
  const safe = printable(text).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return inCode ? safe : safe.replaceAll(ESCAPED_TAG, '<span class="tag">$&</span>');
}

const ESCAPED_TAG = /&lt;\/?[A-Za-z][\w:-]{0,60}(?:\s[^<>&\n]{0,200})?\/?&gt;/g;

function headingTag(closing: boolean, level: number): string {
  const name = `h${Math.min(6, level + HEADING_SHIFT)}`;
  return closing ? `</${name}>` : `<${name} class="md-h${level}">`;
}

function keptAttributes(name: string, attributes: string): string {
  const start = /^\d{1,9}$/.exec(attributeOf(attributes, 'start') ?? '')?.[0];
  if (name === 'ol' && start) return ` start="${start}"`;
  const align = /^text-align:(left|center|right)$/.exec(attributeOf(attributes, 'style') ?? '')?.[1];
  if ((name === 'th' || name === 'td') && align) return ` class="align-${align}"`;
  return '';
}

/** Web links open in the browser and relative ones in the editor; all others stay text with their target shown. */
function link(href: string | null, { interactive }: MarkdownHtmlOptions): { open: string; close: string } {
  const target = href === null ? '' : decodeEntities(href);
  const shown = escapeHtml(target);
  if (/^https?:\/\/[^\s]+$/i.test(target)) {
    return { open: `<a href="${shown}" title="${shown}" rel="noopener noreferrer nofollow">`, close: '</a>' };
  }
  if (interactive && isRelativePath(target)) {
    return { open: `<button type="button" class="link" data-open="${shown}" title="${shown}">`, close: '</button>' };
  }
  return { open: `<span class="inert-link" title="${shown}">`, close: '</span>' };
}

/** No scheme, host, absolute path, Windows drive, or bare fragment. */
export function isRelativePath(target: string): boolean {
  return /^(?![/\\#?])[^:\\\0]+$/.test(target) && !target.startsWith('//');
}

function image(attributes: string): string {
  const alt = attributeOf(attributes, 'alt') || attributeOf(attributes, 'src') || '';
  return `<span class="image">Image: ${escapeHtml(decodeEntities(alt))}</span>`;
}

function attributeOf(attributes: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** A paragraph that begins with a tag keeps its line breaks, like the text of an `<example>`. */
function keepLines(html: string): string {
  return html.replaceAll('<p><span class="tag">', '<p class="lines"><span class="tag">');
}

function showTaskBoxes(html: string): string {
  return html.replaceAll(/<li>(<p>)?\[([ xX])\] /g, (_, paragraph: string | undefined, mark: string) => {
    const done = mark !== ' ';
    return `<li class="task">${paragraph ?? ''}<span class="box" aria-label="${done ? 'done' : 'to do'}">${done ? '☑' : '☐'}</span> `;
  });
}
