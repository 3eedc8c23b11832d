// Text of an agent file inside Markdown of ours: nothing in it may become a link, an image or HTML.

export function plainText(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&').replace(/\r?\n/g, '  \n');
}
