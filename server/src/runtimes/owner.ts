// Who owns a file: the first of its readers, or a runtime that is known by its folders alone.
import { type ReaderContext, readersOf, unsupportedOwner } from './readers.ts';
import { runtimes } from './registry.ts';
import type { Place, Runtime } from './runtime.ts';

export interface Owner {
  readonly id: string;
  readonly label: string;
  /** Null where its loader is not known here: nothing is then said about whether the file loads. */
  readonly runtime: Runtime | null;
  readonly place: Place;
}

/** Null for a file that lies in no agent folder. `path` is absolute, with forward slashes. */
export function ownerOf(path: string, context: ReaderContext): Owner | null {
  const reader = readersOf(path, runtimes, context).find(({ owns }) => owns);
  if (reader) {
    const { runtime, place } = reader;
    return { id: runtime.id, label: runtime.label, runtime, place };
  }
  const known = path.endsWith('.md') ? unsupportedOwner(path) : null;
  return known && { id: known.id, label: known.label, runtime: null, place: { scope: 'project', folder: '', path } };
}
