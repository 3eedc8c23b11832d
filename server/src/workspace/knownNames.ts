// Which known name a mistyped one was meant to be.
import { nearest } from '../util/similar.ts';
import { bareName, foldName } from './names.ts';
import { SortedSets } from './sortedSets.ts';

/** Answers kept until the names change: looking through thousands of names takes longer than a keystroke may. */
const MOST_REMEMBERED = 1000;

export class KnownNames {
  /** By their first letter, which is nearly never mistyped. */
  private readonly names = new SortedSets();
  /** One name can be that of several. */
  private readonly counts = new Map<string, number>();
  private readonly answers = new Map<string, string | undefined>();

  add(name: string): void {
    const count = this.counts.get(name) ?? 0;
    this.counts.set(name, count + 1);
    if (count > 0) return;
    this.names.add(initialOf(name), name);
    this.answers.clear();
  }

  remove(name: string): void {
    const count = this.counts.get(name) ?? 0;
    if (count > 1) this.counts.set(name, count - 1);
    if (count !== 1) return;
    this.counts.delete(name);
    this.names.remove(initialOf(name), name);
    this.answers.clear();
  }

  nearest(name: string): string | undefined {
    if (this.answers.has(name)) return this.answers.get(name);
    if (this.answers.size >= MOST_REMEMBERED) this.answers.clear();
    const found = nearest(name, this.names.of(initialOf(name)));
    this.answers.set(name, found);
    return found;
  }
}

function initialOf(name: string): string {
  return foldName(bareName(name)).slice(0, 1);
}
