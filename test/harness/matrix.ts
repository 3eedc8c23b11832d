// The matrix of a text as if it lay at a path of a workspace: every runtime asked, as hover and card do.
import { parseDocument } from '../../server/src/model/document.ts';
import { matrixOfAll, matrixOfReaders } from '../../server/src/portability/ask.ts';
import type { Matrix, MatrixRow } from '../../server/src/portability/matrix.ts';
import { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { loadAgent } from '../../server/src/workspace/analyze.ts';
import { identify, looseIdentity } from '../../server/src/workspace/identify.ts';

export function matrixAt(path: string, text: string): Matrix {
  const { document, identity, load } = prepare(path, text);
  return matrixOfAll(document, identity, load);
}

/** Only of the runtimes that read the place. */
export function readersAt(path: string, text: string): Matrix {
  const { document, identity, load } = prepare(path, text);
  return matrixOfReaders(document, identity, load);
}

export function rowIn({ rows }: Matrix, runtime: string): MatrixRow {
  const row = rows.find((each) => each.runtime === runtime);
  if (!row) throw new Error(`${runtime} was not asked`);
  return row;
}

function prepare(path: string, text: string) {
  const index = new AgentIndex();
  const document = parseDocument(`file:///workspace/${path}`, text);
  const context = { ...index.context, isPluginFolder: () => false };
  const identity = identify(document, context) ?? looseIdentity(document, context);
  return { document, identity, load: loadAgent(document, identity, index) };
}
