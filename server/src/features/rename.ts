// Renames an agent in a single edit: its `name`, every mention, and its file if that has the same name.

import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Range,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { type Message, say } from '../model/message.ts';
import type { MessageValues } from '../model/problem.ts';
import type { KnownAgent } from '../rules/workspaceView.ts';
import { indexed } from '../runtimes/registry.ts';
import { fileStem } from '../util/fileStem.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { bareName } from '../workspace/names.ts';
import type { AgentReference } from '../workspace/placedReference.ts';
import { childUri, parentUri } from '../workspace/uris.ts';
import { toRange } from './range.ts';
import { type Surroundings, targetAt } from './target.ts';

/** What a client can do with an edit. */
export interface RenameAbilities {
  readonly documentChanges: boolean;
  readonly renamesFiles: boolean;
  readonly annotations: boolean;
}

const REFUSALS = {
  'named-by-file': 'This agent is named after its file. Rename the file, or add a `name` first.',
  empty: 'A name cannot be empty.',
  'would-not-load':
    'Claude Code would not load an agent named `{name}`. Use words joined by hyphens, such as `code-reviewer`.',
  unmentionable: 'Prompts and tool lists can only mention names made of letters, digits, spaces, `-`, `_`, and `.`.',
  taken: 'Agent `{name}` already exists in {file}.',
} as const;

type Refusal = keyof typeof REFUSALS;

/** A message for the user in place of an edit. */
export class RenameRefused extends Error {
  readonly refusal: Message<Refusal>;

  constructor(id: Refusal, values: MessageValues = {}) {
    const refusal = say(REFUSALS, id, values);
    super(refusal.message);
    this.refusal = refusal;
  }
}

export interface RenameStart {
  readonly agent: KnownAgent;
  readonly range: Range;
  readonly placeholder: string;
}

/** Null if the cursor is not on an agent. Renames the last part of a name with a plugin prefix. */
export function prepareRename(around: Surroundings, offset: number): RenameStart | null {
  const target = targetAt(around, offset);
  if (target?.kind !== 'agent') return null;
  const { agent, span } = target;
  const written = around.document.text.slice(span.start, span.end);
  const start = span.end - bareName(written).length;
  return { agent, range: toRange(around.document, { start, end: span.end }), placeholder: agent.name };
}

/** `versionOf`: of an open document; null for files that are not open. Throws RenameRefused. */
export function rename(
  agent: KnownAgent,
  newName: string,
  index: AgentIndex,
  abilities: RenameAbilities,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  const name = checkedName(agent, newName.trim(), index);
  const declaration = agent.writtenName === null ? [] : [declarationEdit(agent, name)];
  const edits = [...declaration, ...index.mentionsOf(agent).map((mention) => mentionEdit(mention, name))];
  const newUri = abilities.renamesFiles ? renamedFile(agent, name) : null;
  if (declaration.length === 0 && newUri === null) {
    throw new RenameRefused('named-by-file');
  }
  return toWorkspaceEdit(edits, newUri === null ? null : fileRename(agent, newUri), abilities, versionOf);
}

/** The new path for the file of a renamed agent; null if the file has a different name or was never saved. */
export function renamedFile({ uri, name }: KnownAgent, newName: string): string | null {
  if (uri.startsWith('untitled:') || fileStem(uri) !== name) return null;
  return childUri(parentUri(uri), `${newName.trim()}.md`);
}

/** What YAML does not read as a string. */
const NO_TEXT =
  /^(?:true|false|null|~|[-+.]?\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|[-+]?\.(?:inf|nan))$/i;
const FITS_EVERYWHERE = /^[\p{L}\p{N}_](?:[\p{L}\p{N} _.-]*[\p{L}\p{N}_])?$/u;

function checkedName(agent: KnownAgent, name: string, index: AgentIndex): string {
  if (name === '') throw new RenameRefused('empty');
  if (indexed.names.fault(name) !== null || NO_TEXT.test(name)) throw new RenameRefused('would-not-load', { name });
  if (!FITS_EVERYWHERE.test(name)) throw new RenameRefused('unmentionable', { name });
  const id = agent.id.slice(0, agent.id.length - agent.name.length) + name;
  const taken = index
    .agentsCalled(id, agent.uri)
    .find((other) => other.uri !== agent.uri && other.id === id && other.place.root === agent.place.root);
  if (taken) throw new RenameRefused('taken', { name: id, file: index.shownPath(taken.uri) });
  return name;
}

interface PlacedEdit {
  readonly uri: string;
  readonly edit: TextEdit;
  /** It only looks like a mention, so the user has to review it. */
  readonly doubtful: boolean;
}

function declarationEdit({ uri, nameRange }: KnownAgent, newText: string): PlacedEdit {
  return { uri, edit: { range: nameRange, newText }, doubtful: false };
}

function mentionEdit({ uri, range, name, form }: AgentReference, newText: string): PlacedEdit {
  const character = range.end.character - bareName(name).length;
  const start = { line: range.end.line, character: Math.max(0, character) };
  return { uri, edit: { range: { start, end: range.end }, newText }, doubtful: form === 'name' };
}

function fileRename({ uri }: KnownAgent, newUri: string): RenameFile {
  return { kind: 'rename', oldUri: uri, newUri, options: { overwrite: false } };
}

const DOUBTFUL = 'looks-like-mention';
const ANNOTATIONS: Record<string, ChangeAnnotation> = {
  [DOUBTFUL]: {
    label: 'Looks like a mention',
    description: 'A word in the text that matches the name of the agent',
    needsConfirmation: true,
  },
};

function toWorkspaceEdit(
  edits: readonly PlacedEdit[],
  moved: RenameFile | null,
  { documentChanges, annotations }: RenameAbilities,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  const byFile = new Map<string, PlacedEdit[]>();
  for (const each of edits) byFile.set(each.uri, [...(byFile.get(each.uri) ?? []), each]);
  if (!documentChanges) {
    return { changes: Object.fromEntries([...byFile].map(([uri, all]) => [uri, all.map(({ edit }) => edit)])) };
  }
  const annotate = ({ edit, doubtful }: PlacedEdit): TextEdit | AnnotatedTextEdit =>
    annotations && doubtful ? { ...edit, annotationId: DOUBTFUL } : edit;
  // The file comes first: VS Code passes the parts of an edit to extensions in this order.
  const changes = [...byFile].map(([uri, all]): TextDocumentEdit => {
    const isMoved = uri === moved?.oldUri;
    const textDocument = isMoved ? { uri: moved.newUri, version: null } : { uri, version: versionOf(uri) };
    return { textDocument, edits: all.map(annotate) };
  });
  return {
    documentChanges: moved ? [moved, ...changes] : changes,
    ...(annotations && edits.some(({ doubtful }) => doubtful) ? { changeAnnotations: ANNOTATIONS } : {}),
  };
}
