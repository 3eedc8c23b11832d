// Which descriptions are nearly the same, found without comparing each with each: descriptions with many words in
// common share a bucket (MinHash, as of Broder 1997), and only those in one bucket are compared.
import { SortedSets } from './sortedSets.ts';

const BANDS = 16;
const ROWS = 4;
/** Descriptions that share this much are found with a probability of 99.9 %. */
const LEAST_SIMILARITY = 0.8;
/** Shorter descriptions have too few words to be alike by more than chance. */
const FEWEST_WORDS = 6;
/** Of a crowd of descriptions that are all alike only so many are compared: one is enough to say so. */
const MOST_COMPARED = 32;

/** Words of the phrases that descriptions of agents begin with. */
const COMMON = new Set(
  'a an and agent agents any are as at be by can code do does for from has have how in into is it its need needs of on or other should specialist expert so such task tasks that the their them then these this to use used uses using user users when where whenever which will with work you your proactively must'.split(
    ' ',
  ),
);

export interface SimilarDescription {
  readonly uri: string;
  readonly similarity: number;
}

export class SimilarDescriptions {
  private readonly known = new Map<
    string,
    { readonly group: string; readonly words: ReadonlySet<string>; readonly buckets: readonly string[] }
  >();
  private readonly buckets = new SortedSets();

  /** Descriptions are compared with those of the same group, and of others that are asked for. */
  set(uri: string, description: string, group: string): void {
    this.delete(uri);
    const words = wordsOf(description);
    if (words.size < FEWEST_WORDS) return;
    const buckets = bucketsOf(words);
    this.known.set(uri, { group, words, buckets });
    for (const bucket of buckets) this.buckets.add(`${group} ${bucket}`, uri);
  }

  delete(uri: string): void {
    const own = this.known.get(uri);
    if (!own) return;
    this.known.delete(uri);
    for (const bucket of own.buckets) this.buckets.remove(`${own.group} ${bucket}`, uri);
  }

  /** The most similar first, then by URI. */
  near(uri: string, groups: readonly string[], isCompared: (other: string) => boolean): SimilarDescription[] {
    const own = this.known.get(uri);
    if (!own) return [];
    const found: SimilarDescription[] = [];
    for (const other of groups.flatMap((group) => this.candidates(uri, group, own.buckets))) {
      if (!isCompared(other)) continue;
      const similarity = jaccard(own.words, this.known.get(other)?.words ?? new Set());
      if (similarity >= LEAST_SIMILARITY) found.push({ uri: other, similarity });
    }
    return found.sort((a, b) => b.similarity - a.similarity || (a.uri < b.uri ? -1 : 1));
  }

  private candidates(uri: string, group: string, buckets: readonly string[]): string[] {
    const others = new Set<string>();
    for (const bucket of buckets) {
      for (const other of this.buckets.of(`${group} ${bucket}`)) {
        if (others.size >= MOST_COMPARED) return [...others];
        if (other !== uri) others.add(other);
      }
    }
    return [...others];
  }
}

/** The words that tell one description from another. */
export function wordsOf(description: string): Set<string> {
  const words = description.toLowerCase().match(/[\p{L}\p{N}]+(?:[+#]+|\.[\p{L}\p{N}]+)?/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)));
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / (one.size + other.size - shared);
}

function bucketsOf(words: ReadonlySet<string>): string[] {
  const hashes = [...words].map(hash);
  const buckets: string[] = [];
  for (let band = 0; band < BANDS; band++) {
    let key = `${band}`;
    for (let row = 0; row < ROWS; row++) key += `:${smallest(hashes, band * ROWS + row)}`;
    buckets.push(key);
  }
  return buckets;
}

/** The smallest of the hashes under one of 64 reorderings of all hashes. */
function smallest(hashes: readonly number[], seed: number): number {
  const factor = Math.imul(seed * 2 + 1, 0x9e3779b1) | 1;
  const shift = Math.imul(seed + 1, 0x85ebca6b);
  let least = 0xffffffff;
  for (const each of hashes) {
    let value = (Math.imul(each, factor) + shift) | 0;
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    value = (value ^ (value >>> 13)) >>> 0;
    if (value < least) least = value;
  }
  return least;
}

/** FNV-1a of 32 bits. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
