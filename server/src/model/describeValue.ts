// YAML values in words.
import { resolveAlias, type YamlNode } from './yaml.ts';

/** A description of a value that follows "is": `the number 42`, `a list`. */
export function describeValue(node: YamlNode | null): string {
  const value = resolveAlias(node);
  if (!value) return 'empty';
  if (value.kind === 'map') return 'a mapping';
  if (value.kind === 'sequence') return 'a list';
  if (value.kind === 'alias') return 'an alias without an anchor';
  switch (typeof value.value) {
    case 'string':
      return value.value.trim() === '' ? 'empty' : 'a string';
    case 'boolean':
      return `the boolean ${value.value}`;
    case 'object':
      return 'empty';
    default:
      return `the number ${value.value}`;
  }
}
