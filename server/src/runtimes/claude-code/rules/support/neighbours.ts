// Shared by rules about other agents: the spans of a file's own name and description, how other files are shown, and how a
// mistyped name is fixed.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix, RelatedPlace } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import type { KnownAgent, WorkspaceView } from '../../../../rules/workspaceView.ts';
import { nearest } from '../../../../util/similar.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { entryOf, valueOrKeySpan } from '../../../entries.ts';
import type { IndexedReport } from '../../../indexed.ts';
import { bareName } from '../../agents.ts';

/** The name; the opening fence if the agent is named after its file; the start of a file without front matter. */
export function ownNameSpan({ frontMatter }: AgentDocument, { reading }: IndexedReport): Span {
  const entry = entryOf(reading, 'name');
  if (entry) return valueOrKeySpan(entry);
  return frontMatter.state === 'missing' ? { start: 0, end: 0 } : frontMatter.open;
}

export function ownDescriptionSpan(document: AgentDocument, load: IndexedReport): Span {
  const entry = entryOf(load.reading, 'description');
  return entry ? valueOrKeySpan(entry) : ownNameSpan(document, load);
}

/** File paths as text: `` `a` ``, `` `a` and `b` ``, `` `a` and 3 more ``. */
export function shownFiles(agents: readonly KnownAgent[], workspace: WorkspaceView): string {
  const [first, second, ...more] = agents.map(({ uri }) => `\`${workspace.shownPath(uri)}\``);
  if (second === undefined) return first ?? '';
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`;
}

export function namePlace({ uri, nameRange }: KnownAgent, message: string): RelatedPlace {
  return { uri, range: nameRange, message };
}

/** ` Did you mean \`x\`?`, for the end of a message. */
export function hintAt(near: string | undefined): string {
  return near === undefined ? '' : ` Did you mean \`${near}\`?`;
}

/**
 * Whether a qualified name differs from a known one only by a typo in the plugin name. An unknown plugin may be anyone's,
 * but one whose name is close to a known plugin's, and whose agent or skill exists there, is not a different plugin.
 */
export function isPluginMistyped(name: string, known: string | undefined): known is string {
  if (known === undefined || bareName(name) !== bareName(known)) return false;
  const [written, meant] = [name, known].map((each) => each.slice(0, Math.max(0, each.lastIndexOf(':'))));
  return written !== undefined && meant !== undefined && meant !== '' && nearest(written, [meant]) !== undefined;
}

/** Undefined if the name is not written as it is read, because its span would be a guess. */
export function renameFix({ text }: AgentDocument, span: Span, name: string, to: string | undefined): Fix[] {
  if (to === undefined || slice(text, span) !== name) return [];
  return [{ title: `Change to \`${to}\``, kind: 'suggestion', edits: [replace(span, to)] }];
}
