// Fixes that add a tool to a tool list, or remove one, in the style of the list.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix, TextEdit } from '../../../../model/problem.ts';
import { resolveAlias, type YamlNode, type YamlSequence } from '../../../../model/yaml.ts';
import { lineBreakOf, replace } from '../../../../rules/edits.ts';
import { withEdits } from '../../../../rules/harmless.ts';
import type { RuleContext } from '../../../../rules/rule.ts';
import { contains, type Span, slice } from '../../../../util/text.ts';
import type { FieldEntry } from '../../../entries.ts';
import type { IndexedReport } from '../../../indexed.ts';
import { canonicalTool, type ToolMention, toolMentions } from '../../toolList.ts';

/** Undefined if the runtime would then read anything other than the same list plus the tool. */
export function addToolFix(context: RuleContext<string>, entry: FieldEntry, tool: string): Fix | undefined {
  const edit = addition(context.document, entry, tool);
  const fix = edit && suggestion(`Add \`${tool}\` to \`${entry.key}\``, edit);
  return certain(context, entry, fix, (names) => [...names, tool]);
}

/** Undefined if the runtime would then read anything other than the same list minus the tool. */
export function removeToolFix(context: RuleContext<string>, entry: FieldEntry, mention: ToolMention): Fix | undefined {
  const edit = removal(context.document, entry, mention);
  const fix = edit && suggestion(`Remove \`${mention.name}\` from \`${entry.key}\``, edit);
  return certain(context, entry, fix, (names) => names.filter((name) => name !== canonicalTool(mention.name)));
}

function suggestion(title: string, edit: TextEdit): Fix {
  return { title, kind: 'suggestion', edits: [edit] };
}

function addition(document: AgentDocument, entry: FieldEntry, tool: string): TextEdit | undefined {
  const { text } = document;
  const mentions = toolMentions(text, entry.value);
  const last = mentions.at(-1);
  const node = resolveAlias(entry.value);
  if (!last || !node || !contains(entry.valueSpan, node.span.start)) return undefined;
  if (node.kind === 'scalar') {
    return insert(last.span.end, separator(text, mentions.at(-2)?.span, last.span) + tool);
  }
  const item = node.kind === 'sequence' ? node.items.at(-1) : undefined;
  if (node.kind !== 'sequence' || !item) return undefined;
  if (node.flow) {
    const quote = /^["']/.exec(slice(text, item.span))?.[0] ?? '';
    return insert(item.span.end, `${separator(text, node.items.at(-2)?.span, item.span)}${quote}${tool}${quote}`);
  }
  const line = document.lines.lineSpan(document.lines.positionAt(item.span.start).line);
  const mark = /^[ \t]*-[ \t]+$/.exec(text.slice(line.start, item.span.start))?.[0];
  return mark === undefined ? undefined : insert(line.end, `${lineBreakOf(document)}${mark}${tool}`);
}

/** The text between the last two items; a comma and a space if there is only one. */
function separator(text: string, before: Span | undefined, last: Span): string {
  const between = before ? text.slice(before.end, last.start) : '';
  return /^(?:\s*,\s*|[ ]+)$/.test(between) ? between : ', ';
}

function removal(document: AgentDocument, entry: FieldEntry, mention: ToolMention): TextEdit | undefined {
  const node = resolveAlias(entry.value);
  if (!node || !contains(entry.valueSpan, node.span.start)) return undefined;
  if (node.kind === 'scalar')
    return without(
      toolMentions(document.text, entry.value).map(({ span }) => span),
      mention.span.start,
    );
  if (node.kind !== 'sequence') return undefined;
  const item = itemOf(node, mention);
  if (!item || toolMentions(document.text, item).length !== 1) return undefined;
  if (!node.flow) return withoutLine(document, item.span);
  return without(
    node.items.map(({ span }) => span),
    item.span.start,
  );
}

function itemOf({ items }: YamlSequence, { span }: ToolMention): YamlNode | undefined {
  return items.find((item) => item.span.start <= span.start && span.end <= item.span.end);
}

/** The item with the separator before it; for the first item, with the separator after it. */
function without(parts: readonly Span[], start: number): TextEdit | undefined {
  const index = parts.findIndex((part) => part.start === start);
  const [part, before, after] = [parts[index], parts[index - 1], parts[index + 1]];
  if (!part) return undefined;
  if (before) return replace({ start: before.end, end: part.end }, '');
  return after && replace({ start: part.start, end: after.start }, '');
}

function withoutLine({ text, lines }: AgentDocument, { start }: Span): TextEdit | undefined {
  const { line } = lines.positionAt(start);
  const { start: lineStart } = lines.lineSpan(line);
  if (!/^[ \t]*-[ \t]+$/.test(text.slice(lineStart, start)) || line + 1 >= lines.lineCount) return undefined;
  return replace({ start: lineStart, end: lines.lineSpan(line + 1).start }, '');
}

function insert(at: number, newText: string): TextEdit {
  return replace({ start: at, end: at }, newText);
}

/** The fix, if the runtime then reads exactly what was meant. */
function certain(
  { document, runtime, scope, session, load }: RuleContext<string>,
  { key }: FieldEntry,
  fix: Fix | undefined,
  meant: (names: readonly string[]) => readonly string[],
): Fix | undefined {
  if (!fix) return undefined;
  const after = runtime.load(withEdits(document, fix.edits), { scope, session });
  const namesIn = (report: IndexedReport): readonly string[] =>
    key === 'tools' ? (report.tools === 'inherit' ? [] : report.tools) : report.deniedTools;
  const [before, now] = [namesIn(load), namesIn(after)];
  const sameKeys = keysOf(after) === keysOf(load) && after.loads === load.loads;
  return sameKeys && before.length > 0 && sorted(now) === sorted(meant(before)) && now.length > 0 ? fix : undefined;
}

function keysOf({ reading }: IndexedReport): string {
  return reading.entries.map(({ key }) => key).join('\n');
}

function sorted(names: readonly string[]): string {
  return [...names].sort().join('\n');
}
