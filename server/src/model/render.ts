// Markdown as HTML, for the card. The only importer of the Markdown parser, apart so that nothing else loads it.
import MarkdownIt from 'markdown-it';
import { lazy } from '../util/lazy.ts';

/** What the links of a text may refer to. */
export type LinkDefinitions = Readonly<Record<string, { readonly title: string; readonly href: string }>>;

export function readDefinitions(source: string): LinkDefinitions {
  const found: { references?: LinkDefinitions } = {};
  if (source !== '') renderer().parse(source, found);
  return found.references ?? {};
}

/** HTML of a Markdown text. Raw HTML in it is shown as text, never passed on. */
export function renderMarkdown(source: string, definitions: LinkDefinitions = {}): string {
  // What the text itself defines stays with it.
  return renderer().render(source, { references: Object.create(definitions) });
}

// Made when first needed: most runs render nothing.
const renderer = lazy(() => new MarkdownIt('default', { html: false, linkify: false }));
