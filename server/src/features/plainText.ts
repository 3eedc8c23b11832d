// Escapes text from an agent file for our own Markdown: nothing in it may become a link, an image, or HTML.

export function plainText(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&').replace(/\r?\n/g, '  \n');
}
