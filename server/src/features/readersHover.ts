// Hover on the opening fence: besides what the owner does with the file, one line for each runtime that reads it.
import type { Hover } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { fenceSpan } from '../model/fence.ts';
import { outcomeInWords } from '../runtimes/causes.ts';
import { contains } from '../util/text.ts';
import type { Identity } from '../workspace/identify.ts';
import type { ReaderReport } from '../workspace/readerReports.ts';
import { makeHover } from './hoverParts.ts';

/** `own` is what the owner says there; `readers` is asked on the fence alone. */
export function readersHover(
  own: Hover | null,
  { document, identity }: { readonly document: AgentDocument; readonly identity: Identity },
  readers: () => readonly ReaderReport[],
  offset: number,
): Hover | null {
  const { frontMatter } = document;
  if (frontMatter.state === 'missing') return own;
  const fence = fenceSpan(frontMatter);
  if (!contains(fence, offset)) return own;
  const lines = [...unknownOwner(identity), ...readersInWords(readers())];
  if (lines.length === 0) return own;
  const before = own ? [markdownOf(own)] : [];
  return makeHover(document, [...before, lines.join('\n')].join('\n\n---\n\n'), fence);
}

/** A single reader has said already what it does. */
function readersInWords(readers: readonly ReaderReport[]): string[] {
  if (readers.length < 2) return [];
  return readers.map(({ runtime, report }) => `- **${runtime.label}** ${outcomeInWords(report, runtime)}`);
}

function unknownOwner({ owner }: Identity): string[] {
  if (!owner || owner.runtime) return [];
  return [`- **${owner.label}** owns this folder. Agentwright does not know yet what it makes of the file.`];
}

function markdownOf({ contents }: Hover): string {
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}
