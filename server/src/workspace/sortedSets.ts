// Sets of texts by key, kept in order, so that an answer does not depend on the order in which files became known.

export class SortedSets {
  private readonly sets = new Map<string, string[]>();

  add(key: string, value: string): void {
    const set = this.sets.get(key);
    if (!set) this.sets.set(key, [value]);
    else insert(set, value);
  }

  remove(key: string, value: string): void {
    const set = this.sets.get(key);
    const at = set ? placeOf(set, value) : 0;
    if (!set || set[at] !== value) return;
    set.splice(at, 1);
    if (set.length === 0) this.sets.delete(key);
  }

  /** In ascending order. */
  of(key: string): readonly string[] {
    return this.sets.get(key) ?? [];
  }
}

/** URIs in order, so that those in a folder are found without looking at the others. */
export class SortedUris {
  private readonly uris: string[] = [];

  add(uri: string): void {
    insert(this.uris, uri);
  }

  remove(uri: string): void {
    const at = placeOf(this.uris, uri);
    if (this.uris[at] === uri) this.uris.splice(at, 1);
  }

  all(): string[] {
    return [...this.uris];
  }

  /** Those in a folder, however deep, and the folder itself where it is one of them. */
  *within(folder: string): Generator<string> {
    const at = placeOf(this.uris, folder);
    if (this.uris[at] === folder) yield folder;
    const start = `${folder}/`;
    for (let next = placeOf(this.uris, start); this.uris[next]?.startsWith(start); next++) yield this.uris[next] ?? '';
  }
}

function insert(set: string[], value: string): void {
  const at = placeOf(set, value);
  if (set[at] !== value) set.splice(at, 0, value);
}

/** Where a value is, or would be. */
function placeOf(set: readonly string[], value: string): number {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
