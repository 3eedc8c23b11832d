// One agent for another runtime: written as that one reads it, read back, and compared with what it was.
import { type AgentDocument, parseDocument } from '../model/document.ts';
import type { AgentMeaning } from '../runtimes/meaning.ts';
import type { AgentFolder, Place, Runtime, Scope } from '../runtimes/runtime.ts';
import { contractInPrompt } from './contractInPrompt.ts';
import type { Loss } from './loss.ts';
import { lossesBetween } from './losses.ts';

export interface ConversionRequest {
  readonly document: AgentDocument;
  readonly from: Runtime;
  /** Where the document stands. */
  readonly place: Place;
  readonly to: Runtime;
  /** `project` where nothing is said. */
  readonly scope?: Scope;
  /** The model, in the words of the target. */
  readonly model?: string;
  /** Whether what the answer must contain is said in the prompt, where the runtime reads no contract. */
  readonly contract?: boolean;
}

export type Conversion = Converted | NotConverted;

export interface Converted {
  readonly ok: true;
  readonly from: Runtime;
  readonly to: Runtime;
  /** The place the target reads it in. */
  readonly place: Place;
  /** The same as a path: from the project, from the home folder with `~/` in front, from the plugin or extension. */
  readonly path: string;
  readonly text: string;
  /** As the target reads it. */
  readonly meaning: AgentMeaning;
  readonly losses: readonly Loss[];
}

/** `not-loaded`: the source is no agent as it is written; `no-place`: the target has no such place; `not-taken`: the target does not load what can be written. */
export interface NotConverted {
  readonly ok: false;
  readonly reason: 'not-loaded' | 'no-place' | 'not-taken';
}

export function convert(request: ConversionRequest): Conversion {
  const { document, from, place, to, scope = 'project', model } = request;
  const found = from.meaning(document, place);
  if (found === null) return { ok: false, reason: 'not-loaded' };
  const moved = request.contract ? contractInPrompt(found, document, from) : null;
  const source = moved?.meaning ?? found;
  const folder = folderFor(to, scope);
  if (!folder) return { ok: false, reason: 'no-place' };
  const stem = stemOf(place.path);
  const written = to.write(source, { scope, stem, ...(model === undefined ? {} : { model }) });
  const target = { scope, folder: folder.path, path: written.path };
  const uri = `file:///${encodeURI(`${folder.path}/${written.path}`)}`;
  const meaning = to.meaning(parseDocument(uri, written.text), target);
  if (meaning === null) return { ok: false, reason: 'not-taken' };
  const comparison = { source, target: meaning, from, to, isModelChosen: model !== undefined };
  return {
    ok: true,
    from,
    to,
    place: target,
    path: `${scope === 'user' ? '~/' : ''}${folder.path}/${written.path}`,
    text: written.text,
    meaning,
    losses: [...lossesBetween(comparison), ...(moved?.losses ?? [])],
  };
}

/** The first folder of the runtime's own, or else of others it reads. */
function folderFor({ places }: Runtime, scope: Scope): AgentFolder | undefined {
  const there = places.filter((folder) => folder.scope === scope && folder.path !== '');
  return there.find(({ foreign }) => !foreign) ?? there[0];
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.agent|\.chatmode)?\.md$/i, '');
}

/** Whether the agent may do more than before. */
export function isWider({ losses }: Pick<Converted, 'losses'>): boolean {
  return losses.some(({ wider }) => wider);
}
