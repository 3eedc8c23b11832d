// The conformance sets: what real loaders did with files. Whole where they lie beside the repository; a share of each
// lies in it, so that every clone tests the promise.
import { existsSync, readFileSync } from 'node:fs';

/** A row of any set. */
export interface Identified {
  readonly id: string;
}

export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly which: 'whole set' | 'share';
}

/** The whole set where it is there, else the share. */
export function rowsOf<Row extends Identified>(file: string): Rows<Row> {
  const whole = wholeSet<Row>(file);
  return whole ? { rows: whole, which: 'whole set' } : { rows: shareOf<Row>(file), which: 'share' };
}

/** Null where it is not there. */
export function wholeSet<Row extends Identified>(file: string): Row[] | null {
  const url = new URL(`../../../shared/conformance/${file}`, import.meta.url);
  return existsSync(url) ? readRows<Row>(url) : null;
}

export function shareOf<Row extends Identified>(file: string): Row[] {
  return readRows<Row>(shareUrl(file));
}

export function shareUrl(file: string): URL {
  return new URL(`../../test/conformance/samples/${file}`, import.meta.url);
}

export function readRows<Row>(url: URL): Row[] {
  const lines = readFileSync(url, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}
