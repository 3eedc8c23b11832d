// Who owns a file: the first of its readers, or a runtime that is known by its folders alone.
import type { AgentDocument } from '../model/document.ts';
import { type Reader, type ReaderContext, readersOf, unsupportedOwner } from './readers.ts';
import { runtimes } from './registry.ts';
import type { Place, Runtime } from './runtime.ts';

export interface Owner {
  readonly id: string;
  readonly label: string;
  /** Null where its loader is not known here: nothing is then said about whether the file loads. */
  readonly runtime: Runtime | null;
  readonly place: Place;
}

export interface Readers {
  /** Null for a file that lies in no agent folder. */
  readonly owner: Owner | null;
  readonly others: readonly Reader[];
}

/** `path` is absolute, with forward slashes. `all` are the runtimes that are asked. */
export function ownerAndReaders(path: string, context: ReaderContext, all: readonly Runtime[] = runtimes): Readers {
  const [first, ...others] = readersOf(path, all, context);
  if (first?.owns) {
    const { runtime, place } = first;
    return { owner: { id: runtime.id, label: runtime.label, runtime, place }, others };
  }
  const known = path.endsWith('.md') ? unsupportedOwner(path) : null;
  const place: Place = { scope: 'project', folder: '', path };
  const owner = known && { id: known.id, label: known.label, runtime: null, place };
  return { owner, others: first ? [first, ...others] : [] };
}

/** Of several runtimes that own the folder, the one the file is written for owns it; the first, where none can tell. */
export function meantReaders(readers: Readers, document: AgentDocument): Readers {
  const { owner, others } = readers;
  if (!owner?.runtime) return readers;
  const meant = others.find(({ runtime, owns, isTooDeep }) => owns && !isTooDeep && runtime.isMeant?.(document));
  if (!meant) return readers;
  const { runtime, place } = meant;
  const former: Reader = { runtime: owner.runtime, place: owner.place, owns: true, isTooDeep: false };
  return {
    owner: { id: runtime.id, label: runtime.label, runtime, place },
    others: [former, ...others.filter((other) => other !== meant)],
  };
}

/** Null for a file that lies in no agent folder. `path` is absolute, with forward slashes. */
export function ownerOf(path: string, context: ReaderContext, all: readonly Runtime[] = runtimes): Owner | null {
  return ownerAndReaders(path, context, all).owner;
}
