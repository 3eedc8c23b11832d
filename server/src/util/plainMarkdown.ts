// Markdown for places that show it as it is.

/** Markdown means nothing in a terminal. */
export function withoutMarks(markdown: string): string {
  return markdown.replaceAll('**', '').replaceAll('`', '');
}
