// Lists within a sentence.

/** `a`, `a and b`, `a, b, and c`. */
export function andList(items: readonly string[]): string {
  return listed(items, 'and');
}

/** `a`, `a or b`, `a, b, or c`. */
export function orList(items: readonly string[]): string {
  return listed(items, 'or');
}

function listed(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 3) return items.join(` ${word} `);
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1)}`;
}
