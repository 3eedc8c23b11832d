// A share of a conformance set that lies in the repository: a few rows of every kind, so that tests run without the set.
// `node scripts/conformance/sample.ts FILE` takes it anew from the set of that name.
import { readFileSync, writeFileSync } from 'node:fs';
import { readSet, type SetRow } from './runtimes.ts';

const ROWS_PER_KIND = 2;
/** In UTF-16 units; what longer texts are about is tested with texts that are made. */
const LONGEST_TEXT = 2_500;

function sampleUrl(file: string): URL {
  return new URL(`../../test/conformance/samples/${file}`, import.meta.url);
}

export function readSample(file: string): SetRow[] {
  const lines = readFileSync(sampleUrl(file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as SetRow);
}

/** The same rows of the same set every time, spread over it. */
export function sampleOf(rows: readonly SetRow[]): SetRow[] {
  const counts = new Map<string, number>();
  const spread = [...rows].sort((one, other) => hash(one.id) - hash(other.id));
  const taken = spread.filter((row) => {
    if ((row.text?.length ?? 0) > LONGEST_TEXT) return false;
    const kind = kindOf(row);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= ROWS_PER_KIND;
  });
  return taken.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What a row is about: its group, the field that varies in it, and what the loader said, less what differs by row. */
function kindOf({ id, group, outcome }: SetRow): string {
  const subject = group === 'fuzz' ? '' : id.slice(0, id.indexOf('/'));
  const error = (outcome.error ?? '').replace(/"[^"]*"|\d+/g, '');
  const warned = (outcome.warnings ?? []).length > 0;
  return [group, subject, outcome.loaded, error, warned, Array.isArray(outcome.tools)].join('\n');
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  const rows = file ? readSet(file) : null;
  if (!file || !rows) throw new Error('name a conformance set that is there');
  const sample = sampleOf(rows);
  writeFileSync(sampleUrl(file), sample.map((row) => `${JSON.stringify(row)}\n`).join(''));
  console.log(`${sample.length} of ${rows.length} rows`);
}
