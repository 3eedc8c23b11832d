// The card’s style sheet as a module, for hosts that have no files of their own to read: used by the generator only.

export function renderCardStyle(css: string): string {
  const literal = css.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `// Generated from client/src/preview/webview/card.css by: npm run generate\nexport const cardStyle = \`${literal}\`;\n`;
}
