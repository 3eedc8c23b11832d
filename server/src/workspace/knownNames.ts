// Which known name a mistyped one was meant to be.
import { type ComparedWord, nearestOf, toCompared } from '../util/similar.ts';
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
  /** By their first letter, once they were compared with a name. */
  private readonly compared = new Map<string, readonly ComparedWord[]>();

  add(name: string): void {
    const count = this.counts.get(name) ?? 0;
    this.counts.set(name, count + 1);
    if (count > 0) return;
    this.names.add(initialOf(name), name);
    this.forget();
  }

  remove(name: string): void {
    const count = this.counts.get(name) ?? 0;
    if (count > 1) this.counts.set(name, count - 1);
    if (count !== 1) return;
    this.counts.delete(name);
    this.names.remove(initialOf(name), name);
    this.forget();
  }

  nearest(name: string): string | undefined {
    if (this.answers.has(name)) return this.answers.get(name);
    if (this.answers.size >= MOST_REMEMBERED) this.answers.clear();
    const found = nearestOf(name, this.startingWith(initialOf(name)));
    this.answers.set(name, found);
    return found;
  }

  private startingWith(initial: string): readonly ComparedWord[] {
    const known = this.compared.get(initial);
    if (known) return known;
    const words = this.names.of(initial).map(toCompared);
    this.compared.set(initial, words);
    return words;
  }

  private forget(): void {
    this.answers.clear();
    this.compared.clear();
  }
}

function initialOf(name: string): string {
  return foldName(bareName(name)).slice(0, 1);
}
