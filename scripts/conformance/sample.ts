// Takes the share of each conformance set that lies in the repository: a few rows of every kind, the same ones every time.
// `node scripts/conformance/sample.ts` takes them anew from the sets that are there.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outputFolder } from '../host/paths.ts';
import { CLAUDE_CODE_SETS, type Row } from './agreement.ts';
import { SETS, type SetRow } from './runtimes.ts';
import { readRows, shareUrl, wholeSet } from './sets.ts';
import { type MarkerRow, VS_CODE_SET } from './vsCode.ts';

/** In UTF-16 units; what longer texts are about is tested with texts that are made. */
const LONGEST_TEXT = 2_500;

export interface Sampling {
  readonly file: string;
  /** The share, taken from the whole set; null where that is not there. */
  take(): readonly { readonly id: string }[] | null;
}

export const SAMPLINGS: readonly Sampling[] = [
  ...CLAUDE_CODE_SETS.map((file) => ({ file, take: () => sampleClaudeCode(wholeSet(file)) })),
  ...SETS.map(({ file, perKind = 2 }) => ({ file, take: () => sampleSet(wholeSet(file), perKind) })),
];

/** With what the set says beyond the text and what became of it. */
interface MeasuredRow extends Row {
  /** The agent that was damaged. */
  readonly base?: string;
  /** The runtime an agent was written for. */
  readonly dialect?: string;
}

function sampleClaudeCode(rows: readonly MeasuredRow[] | null): Row[] | null {
  if (!rows) return null;
  return sampleOf(rows, 4, claudeCodeKind).map(({ id, group, field, text, project, plugin, tools, model }) => {
    return { id, group, field, text, project, plugin, tools, model } as Row;
  });
}

function sampleSet(rows: readonly SetRow[] | null, perKind: number): SetRow[] | null {
  return rows && sampleOf(rows, perKind, kindOf);
}

/** Some rows of every kind, spread over the set. */
function sampleOf<R extends { readonly id: string; readonly text?: string }>(
  rows: readonly R[],
  perKind: number,
  kind: (row: R) => string,
): R[] {
  const counts = new Map<string, number>();
  const spread = [...rows].sort((one, other) => hash(one.id) - hash(other.id));
  const taken = spread.filter((row) => {
    if ((row.text?.length ?? 0) > LONGEST_TEXT) return false;
    const count = (counts.get(kind(row)) ?? 0) + 1;
    counts.set(kind(row), count);
    return count <= perKind;
  });
  return taken.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What was varied, in which agent, and what became of it. */
function claudeCodeKind({ id, group, field, base, dialect, project, plugin, tools, model }: MeasuredRow): string {
  const names = [project.loaded, plugin.loaded].map((name) => (name?.endsWith(id) ? 'its own' : name && 'another'));
  return [group, field, base, dialect, ...names, tools && Math.min(tools.length, 2), model].join('\n');
}

/** What a row is about: its group, the field that varies in it, and what the loader said, less what differs by row. */
function kindOf({ id, group, outcome }: SetRow): string {
  const subject = group === 'fuzz' ? '' : id.slice(0, id.indexOf('/'));
  // The loader's own words begin with what is wrong; what follows shows the place.
  const [first = '', second = ''] = (outcome.error ?? '').replace(/"[^"]*"|'[^']*'|\d+|\S+\.md/g, '').split('\n');
  const warned = (outcome.warnings ?? []).length > 0;
  return [group, subject, outcome.loaded, first, second, warned, Array.isArray(outcome.tools)].join('\n');
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

/** What the end-to-end tests last saw VS Code mark, by id; null where they have not run. */
function lastMarkers(): MarkerRow[] | null {
  const file = join(outputFolder, VS_CODE_SET);
  if (!existsSync(file)) return null;
  return readRows<MarkerRow>(pathToFileURL(file)).sort((one, other) => (one.id < other.id ? -1 : 1));
}

if (import.meta.main) {
  write(VS_CODE_SET, lastMarkers());
  for (const { file, take } of SAMPLINGS) write(file, take());
}

function write(file: string, rows: readonly unknown[] | null): void {
  if (rows) writeFileSync(shareUrl(file), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  console.log(`${file}: ${rows ? `${rows.length} rows` : 'the set is not there'}`);
}
