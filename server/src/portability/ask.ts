// The matrix of a document as the editor knows it: its readers where it lies, every other runtime as if it stood in theirs.
import type { AgentDocument } from '../model/document.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { placeUnder } from '../runtimes/readers.ts';
import { runtimes } from '../runtimes/registry.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { decoded } from '../util/uri.ts';
import type { Identity } from '../workspace/identify.ts';
import { pathOf } from '../workspace/owners.ts';
import { readerReports } from '../workspace/readerReports.ts';
import { createMatrix, type Matrix, type MatrixEntry, type Standing } from './matrix.ts';

/** `load` is what the indexed runtime makes of the document; `all` are the runtimes that are asked. */
export function matrixOfAll(
  document: AgentDocument,
  identity: Identity,
  load: IndexedReport,
  all: readonly Runtime[] = runtimes,
): Matrix {
  const readers = readersIn(document, identity, load);
  const strangers = all.filter(({ id }) => !readers.some(({ runtime }) => runtime.id === id));
  const path = decoded(pathOf(document.uri));
  const asked = strangers.flatMap((runtime): MatrixEntry[] => {
    const place = placeUnder(runtime, path);
    return place ? [{ runtime, report: runtime.load(document, place), standing: 'elsewhere' }] : [];
  });
  return createMatrix(document, [...readers, ...asked]);
}

/** Only the runtimes that read the file where it lies, the owner first. */
export function matrixOfReaders(document: AgentDocument, identity: Identity, load: IndexedReport): Matrix {
  return createMatrix(document, readersIn(document, identity, load));
}

function readersIn(document: AgentDocument, identity: Identity, load: IndexedReport): MatrixEntry[] {
  return readerReports(document, identity, load).map(({ runtime, report }) => {
    return { runtime, report, standing: standingOf(runtime, identity) };
  });
}

export function standingOf({ id }: Pick<Runtime, 'id'>, { runtime, others = [] }: Identity): Standing {
  if (id === runtime) return 'owner';
  return others.some((reader) => reader.runtime.id === id) ? 'reader' : 'elsewhere';
}
