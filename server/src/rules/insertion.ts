// The edits that add a field or a whole front matter.

import type { AgentDocument } from '../model/document.ts';
import { bomLength } from '../model/fence.ts';
import type { Fix } from '../model/problem.ts';
import { entryOf } from '../runtimes/entries.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { fileStem } from '../util/fileStem.ts';
import { slice } from '../util/text.ts';
import { lineBreakOf, replace, yamlString } from './edits.ts';

/** Adds `key: value` as the first line or after the entry of another key. Undefined if there is no such place. */
export function insertFieldFix(
  document: AgentDocument,
  key: string,
  value: string,
  where: 'first' | { readonly after: string },
): Fix | undefined {
  const { frontMatter, keyLines, text } = document;
  if (frontMatter.state !== 'present' || frontMatter.closeStyle !== 'line') return undefined;
  // A flow mapping, or an indented one, accepts no unindented line.
  if (keyLines.length === 0 && /^\s*[^\s#]/m.test(slice(text, frontMatter.inner))) return undefined;
  const lineBreak = lineBreakOf(document);
  const line = `${key}: ${yamlString(value)}`;
  const fix = (at: number, newText: string): Fix => ({
    title: `Add \`${key}\``,
    kind: 'suggestion',
    edits: [replace({ start: at, end: at }, newText)],
  });
  if (where === 'first') return fix(frontMatter.inner.start, line + lineBreak);
  const previous = keyLines.find((entry) => entry.key === where.after);
  if (!previous) return fix(frontMatter.inner.start, line + lineBreak);
  const end = previous.valueSpan.end;
  return /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 1000)) ? fix(end, lineBreak + line) : undefined;
}

/** A block with what every agent needs, before everything that is written. */
export function frontMatterFix(document: AgentDocument, title = 'Add front matter'): Fix {
  const start = bomLength(document.text);
  const name = `name: ${yamlString(fileStem(document.uri))}`;
  const lines = ['---', name, DESCRIPTION, '---', '', ''];
  return { title, kind: 'suggestion', edits: [replace({ start, end: start }, lines.join(lineBreakOf(document)))] };
}

const DESCRIPTION = 'description: Use this agent when …';

/** What documentation lacks to be an agent. Undefined where the front matter takes no line. */
export function makeAgentFix(document: AgentDocument, { reading }: IndexedReport): Fix | undefined {
  const title = 'Make it an agent';
  if (document.frontMatter.state !== 'present') return frontMatterFix(document, title);
  const fix = insertFieldFix(document, 'name', fileStem(document.uri), 'first');
  if (!fix || entryOf(reading, 'description')) return fix && { ...fix, title };
  const edits = fix.edits.map(({ span, newText }) => replace(span, newText + DESCRIPTION + lineBreakOf(document)));
  return { title, kind: 'suggestion', edits };
}
