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

  keys(): string[] {
    return [...this.sets.keys()].sort();
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
