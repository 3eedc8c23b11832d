// Turns an `mcpServers` value that is a mapping or a string into a list.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix, TextEdit } from '../../../../model/problem.ts';
import { resolveAlias, type YamlMap, type YamlPair } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { contains, type Span, slice } from '../../../../util/text.ts';
import type { FieldEntry } from '../../../entries.ts';

/** Whether the value is a mapping or a string in place of a list; frontmatter/wrong-type reports other values. */
export function isMeantAsServers({ value }: FieldEntry): boolean {
  const node = resolveAlias(value);
  if (node?.kind === 'map') return node.pairs.length > 0;
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '';
}

/** Undefined if the value cannot be turned into a list as written. The caller checks what the list contains. */
export function serverListFix(document: AgentDocument, { value, valueSpan }: FieldEntry): Fix | undefined {
  const node = resolveAlias(value);
  if (!node || !contains(valueSpan, node.span.start)) return undefined;
  const edits =
    node.kind === 'map'
      ? mapEdits(document, node)
      : node.kind === 'scalar' && typeof node.value === 'string'
        ? stringEdits(document, node.span, node.value)
        : [];
  return edits.length === 0 ? undefined : { title: 'Write a list', kind: 'suggestion', edits };
}

function mapEdits(document: AgentDocument, map: YamlMap): TextEdit[] {
  if (map.flow) {
    const items = map.pairs.map(({ key, value }) => `{${slice(document.text, joined(key.span, value?.span))}}`);
    return [replace(map.span, `[${items.join(', ')}]`)];
  }
  return map.pairs.flatMap((pair) => itemEdits(document, pair));
}

/** Adds a dash before the key and indents the lines below it. */
function itemEdits({ lines, text }: AgentDocument, { key, value }: YamlPair): TextEdit[] {
  const edits = [insert(key.span.start, '- ')];
  const first = lines.positionAt(key.span.start).line;
  const last = lines.positionAt(joined(key.span, value?.span).end).line;
  for (let line = first + 1; line <= last; line++) {
    const { start, end } = lines.lineSpan(line);
    if (text.slice(start, end).trim() !== '') edits.push(insert(start, '  '));
  }
  return edits;
}

/** `a, b` means two names. */
function stringEdits({ text }: AgentDocument, span: Span, value: string): TextEdit[] {
  const written = slice(text, span);
  if (/[\r\n]/.test(written)) return [];
  const names = value.split(',').map((name) => name.trim());
  const isPlain = names.every((name) => /^[A-Za-z][\w.-]*$/.test(name));
  if (isPlain) return [replace(span, `[${names.join(', ')}]`)];
  return names.length === 1 ? [insert(span.start, '['), insert(span.end, ']')] : [];
}

function insert(at: number, newText: string): TextEdit {
  return replace({ start: at, end: at }, newText);
}

function joined(first: Span, last: Span | undefined): Span {
  return { start: first.start, end: Math.max(first.end, last?.end ?? 0) };
}
