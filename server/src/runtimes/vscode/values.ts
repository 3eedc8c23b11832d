// Values as VS Code's reader gives them: every scalar is a string, and only `true` and `false` without quotes are booleans.
import type { YamlNode } from '../../model/yaml.ts';
import type { Span } from '../../util/text.ts';

export function plainValue(node: YamlNode | null): unknown {
  switch (node?.kind) {
    case 'scalar':
      return node.style === 'plain' && (node.value === 'true' || node.value === 'false')
        ? node.value === 'true'
        : String(node.value);
    case 'sequence':
      return node.items.map(plainValue);
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [scalarText(key) ?? '', plainValue(value)]));
    default:
      return '';
  }
}

/** Null for a collection. */
export function scalarText(node: YamlNode | null): string | null {
  return node?.kind === 'scalar' ? String(node.value) : null;
}

/** The loader also takes the quoted words, which the editor marks as wrong. */
export function booleanOf(node: YamlNode | null): boolean | null {
  const text = scalarText(node);
  return text === 'true' ? true : text === 'false' ? false : null;
}

export interface WrittenName {
  readonly name: string;
  /** Without its quotes. */
  readonly span: Span;
}

/** The names of a list, or of one string with commas between them; null for a mapping. */
export function namesIn(node: YamlNode | null): WrittenName[] | null {
  if (node?.kind === 'sequence') {
    return node.items.flatMap((item): WrittenName[] => {
      const name = scalarText(item);
      return name ? [{ name, span: insideQuotes(item) }] : [];
    });
  }
  return node?.kind === 'scalar' ? splitNames(String(node.value), insideQuotes(node)) : null;
}

export function insideQuotes(node: YamlNode): Span {
  const isQuoted = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double');
  const { start, end } = node.span;
  return isQuoted && end - start >= 2 ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Quotes may hold a comma. The place of a name is exact where the string is written on one line without escapes. */
function splitNames(text: string, { start, end }: Span): WrittenName[] {
  const names: WrittenName[] = [];
  for (const match of text.matchAll(/(?<quote>["'])(?<quoted>.*?)(?:\k<quote>|$)|(?<plain>[^\s,"'][^,]*)/g)) {
    const { quoted, plain = '' } = match.groups ?? {};
    const name = quoted ?? plain.trimEnd();
    if (name === '') continue;
    const from = Math.min(end, start + match.index + (quoted === undefined ? 0 : 1));
    names.push({ name, span: { start: from, end: Math.min(end, from + name.length) } });
  }
  return names;
}
