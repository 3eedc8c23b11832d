// Hover on the opening fence: besides what the owner does with the file, one line for each runtime that reads it.
import type { Hover } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { fenceSpan } from '../model/fence.ts';
import type { Matrix } from '../portability/matrix.ts';
import { labelInWords, outcomeInWords } from '../portability/words.ts';
import { contains } from '../util/text.ts';
import type { Identity } from '../workspace/identify.ts';
import { makeHover } from './hoverParts.ts';

/** `own` is what the owner says there; `readers` is asked on the fence alone. */
export function readersHover(
  own: Hover | null,
  { document, identity }: { readonly document: AgentDocument; readonly identity: Identity },
  readers: () => Matrix,
  offset: number,
): Hover | null {
  const { frontMatter } = document;
  if (frontMatter.state === 'missing') return own;
  const fence = fenceSpan(frontMatter);
  if (!contains(fence, offset)) return own;
  const lines = [...unknownOwner(identity), ...readersInWords(readers(), own !== null)];
  if (lines.length === 0) return own;
  const before = own ? [markdownOf(own)] : [];
  return makeHover(document, [...before, lines.join('\n')].join('\n\n---\n\n'), fence);
}

/** The owner has said already what it does, where `isOwnerTold`; so has a single reader. */
function readersInWords(matrix: Matrix, isOwnerTold: boolean): string[] {
  if (matrix.rows.length < 2) return [];
  const rows = matrix.rows.filter(({ standing }) => !(isOwnerTold && standing === 'owner'));
  return rows.map((row) => `- ${labelInWords(row)} ${outcomeInWords(row, matrix)}`);
}

function unknownOwner({ owner }: Identity): string[] {
  if (!owner || owner.runtime) return [];
  return [`- **${owner.label}** owns this folder. Agentwright does not know yet what it makes of the file.`];
}

function markdownOf({ contents }: Hover): string {
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}
