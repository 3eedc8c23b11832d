// Which unknown keys the agents of a folder have in common. No key is counted anew when a file changes.
import type { AgentPlace } from '../rules/workspaceView.ts';
import { SortedSets } from './sortedSets.ts';
import type { FileSummary } from './summary.ts';

/** What one file adds to its folder. */
export interface KeyCount {
  readonly folder: string;
  /** Each key once. */
  readonly keys: readonly string[];
}

export interface FolderKeys {
  /** In alphabetical order. */
  readonly keys: readonly string[];
  /** The first file, by its URI, that has one of them. */
  readonly first: string;
  /** How many agents the folder has. */
  readonly agents: number;
}

/** A key is shared where so many agents have it, and more than half of those in the folder. See decision 0015. */
const FEWEST_AGENTS = 3;

interface Folder {
  agents: number;
  /** How many agents have a key. */
  readonly counts: Map<string, number>;
  /** The keys by that number: those of most agents are found without a look at the others. */
  readonly keysByCount: Map<number, Set<string>>;
}

const NONE: ReadonlySet<string> = new Set();

/** Agents that are loaded from one folder, however deep they lie in it. */
export function folderOf({ scope, root }: AgentPlace): string {
  return `${scope} ${root}`;
}

export function keyCountOf(summary: FileSummary | undefined): KeyCount | null {
  return summary?.agent ? { folder: folderOf(summary.agent.place), keys: summary.unknownKeys } : null;
}

export class KeyCensus {
  private readonly folders = new Map<string, Folder>();
  private readonly files = new SortedSets();

  /** What a file has now in place of what it had; null where it is not an agent. Answers whether other keys are shared now. */
  replace(uri: string, before: KeyCount | null, after: KeyCount | null): boolean {
    if (before?.folder === after?.folder && before?.keys.join('\n') === after?.keys.join('\n')) return false;
    const shared = (): string =>
      JSON.stringify([before, after].map((each) => each && this.sharedIn(each.folder, NONE)));
    const sharedBefore = shared();
    if (before) this.count(uri, before, -1);
    if (after) this.count(uri, after, 1);
    return sharedBefore !== shared();
  }

  /** Keys that most agents of a folder have, less those that are known; null where there are none. */
  sharedIn(folder: string, known: ReadonlySet<string>): FolderKeys | null {
    const found = this.folders.get(folder);
    if (!found) return null;
    const keys: string[] = [];
    for (const [count, shared] of found.keysByCount) {
      if (count < FEWEST_AGENTS || count * 2 <= found.agents) continue;
      for (const key of shared) if (!known.has(key)) keys.push(key);
    }
    const [first] = keys.flatMap((key) => this.files.of(placeOf(folder, key))[0] ?? []).sort();
    return first === undefined ? null : { keys: keys.sort(), first, agents: found.agents };
  }

  private count(uri: string, { folder, keys }: KeyCount, by: 1 | -1): void {
    const counted = this.folders.get(folder) ?? { agents: 0, counts: new Map(), keysByCount: new Map() };
    this.folders.set(folder, counted);
    counted.agents += by;
    for (const key of keys) {
      if (by > 0) this.files.add(placeOf(folder, key), uri);
      else this.files.remove(placeOf(folder, key), uri);
      move(counted, key, by);
    }
    if (counted.agents === 0) this.folders.delete(folder);
  }
}

function move({ counts, keysByCount }: Folder, key: string, by: 1 | -1): void {
  const before = counts.get(key) ?? 0;
  const after = before + by;
  const left = keysByCount.get(before);
  left?.delete(key);
  if (left?.size === 0) keysByCount.delete(before);
  if (after === 0) {
    counts.delete(key);
    return;
  }
  counts.set(key, after);
  const joined = keysByCount.get(after) ?? new Set();
  keysByCount.set(after, joined.add(key));
}

function placeOf(folder: string, key: string): string {
  return `${folder}\n${key}`;
}
