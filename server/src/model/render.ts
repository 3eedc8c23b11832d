// Markdown as HTML, for the card. The only importer of the Markdown parser, apart so that nothing else loads it.
import MarkdownIt from 'markdown-it';
import { lazy } from '../util/lazy.ts';

/** HTML of a Markdown text. Raw HTML in it is shown as text, never passed on. */
export function renderMarkdown(source: string): string {
  return renderer().render(source);
}

// Made when first needed: most runs render nothing.
const renderer = lazy(() => new MarkdownIt('default', { html: false, linkify: false }));
