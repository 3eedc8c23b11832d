// What rules about other agents share: where a file's own name and description stand, how other places are shown, how a
// mistyped name is mended.
import { bareName } from '../../dialects/claude-code/agents.ts';
import { entryOf, type LoadReport } from '../../dialects/dialect.ts';
import type { AgentDocument } from '../../model/document.ts';
import type { Fix, RelatedPlace } from '../../model/problem.ts';
import { nearest } from '../../util/similar.ts';
import { type Span, slice } from '../../util/text.ts';
import type { KnownAgent, WorkspaceView } from '../workspaceView.ts';
import { replace, valueOrKeySpan } from './values.ts';

/** The name; the opening fence where the agent goes by its file's name; the start of a file without front matter. */
export function ownNameSpan({ frontMatter }: AgentDocument, { reading }: LoadReport): Span {
  const entry = entryOf(reading, 'name');
  if (entry) return valueOrKeySpan(entry);
  return frontMatter.state === 'missing' ? { start: 0, end: 0 } : frontMatter.open;
}

export function ownDescriptionSpan(document: AgentDocument, load: LoadReport): Span {
  const entry = entryOf(load.reading, 'description');
  return entry ? valueOrKeySpan(entry) : ownNameSpan(document, load);
}

/** Paths of files in words: `` `a` ``, `` `a` and `b` ``, `` `a` and 3 more ``. */
export function shownFiles(agents: readonly KnownAgent[], workspace: WorkspaceView): string {
  const [first, second, ...more] = agents.map(({ uri }) => `\`${workspace.shownPath(uri)}\``);
  if (second === undefined) return first ?? '';
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`;
}

export function namePlace({ uri, nameRange }: KnownAgent, message: string): RelatedPlace {
  return { uri, range: nameRange, message };
}

/** ` Did you mean \`x\`?`, to end a message with. */
export function hintAt(near: string | undefined): string {
  return near === undefined ? '' : ` Did you mean \`${near}\`?`;
}

/**
 * Whether a qualified name differs from a known one only by a slip in the plugin's. A plugin that is not known may be
 * anybody's; one that nearly has the name of a known one, and the very agent or skill of it, is no other plugin.
 */
export function isPluginMistyped(name: string, known: string | undefined): known is string {
  if (known === undefined || bareName(name) !== bareName(known)) return false;
  const [written, meant] = [name, known].map((each) => each.slice(0, Math.max(0, each.lastIndexOf(':'))));
  return written !== undefined && meant !== undefined && meant !== '' && nearest(written, [meant]) !== undefined;
}

/** Nothing where the name is not written as it is read, so that its place would be a guess. */
export function renameFix({ text }: AgentDocument, span: Span, name: string, to: string | undefined): Fix[] {
  if (to === undefined || slice(text, span) !== name) return [];
  return [{ title: `Change to \`${to}\``, kind: 'suggestion', edits: [replace(span, to)] }];
}
