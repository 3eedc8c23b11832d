// Rename an agent: its `name`, every mention of it, and its file where that has the same name, as one edit.
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Range,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { nameFault } from '../dialects/claude-code/load.ts';
import type { KnownAgent } from '../rules/workspaceView.ts';
import { fileStem } from '../util/fileStem.ts';
import type { AgentIndex, AgentReference } from '../workspace/agentIndex.ts';
import { bareName } from '../workspace/names.ts';
import { childUri, parentUri } from '../workspace/uris.ts';
import { toRange } from './range.ts';
import { type Surroundings, targetAt } from './target.ts';

/** What a client can do with an edit. */
export interface RenameAbilities {
  readonly documentChanges: boolean;
  readonly renamesFiles: boolean;
  readonly annotations: boolean;
}

/** A sentence for the user in place of an edit. */
export class RenameRefused extends Error {}

export interface RenameStart {
  readonly agent: KnownAgent;
  readonly range: Range;
  readonly placeholder: string;
}

/** Null where the cursor stands on no agent. Of a name with a plugin's prefix the last part is renamed. */
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
  const moved = abilities.renamesFiles && fileStem(agent.uri) === agent.name ? fileRename(agent, name) : null;
  if (declaration.length === 0 && !moved) {
    throw new RenameRefused('This agent goes by the name of its file. Rename the file, or give it a `name` first.');
  }
  return toWorkspaceEdit(edits, moved, abilities, versionOf);
}

/** What YAML reads as something other than text. */
const NO_TEXT =
  /^(?:true|false|null|~|[-+.]?\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|[-+]?\.(?:inf|nan))$/i;
const FITS_EVERYWHERE = /^[\p{L}\p{N}_](?:[\p{L}\p{N} _.-]*[\p{L}\p{N}_])?$/u;

function checkedName(agent: KnownAgent, name: string, index: AgentIndex): string {
  const refuse = (why: string): never => {
    throw new RenameRefused(why);
  };
  if (name === '') refuse('A name cannot be empty.');
  if (nameFault(name) !== null || NO_TEXT.test(name)) {
    refuse(
      `Claude Code would not load an agent named \`${name}\`. Choose words with hyphens, such as \`code-reviewer\`.`,
    );
  }
  if (!FITS_EVERYWHERE.test(name)) {
    refuse('A name that prompts and tool lists can mention takes letters, digits, blanks, `-`, `_` and `.` only.');
  }
  const id = agent.id.slice(0, agent.id.length - agent.name.length) + name;
  const taken = index
    .agentsCalled(id, agent.uri)
    .find((other) => other.uri !== agent.uri && other.id === id && other.place.root === agent.place.root);
  if (taken) refuse(`There is an agent \`${id}\` already, in ${index.shownPath(taken.uri)}.`);
  return name;
}

interface PlacedEdit {
  readonly uri: string;
  readonly edit: TextEdit;
  /** It only looks like a mention, so that the user has to look at it. */
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

function fileRename({ uri }: KnownAgent, name: string): RenameFile {
  const newUri = childUri(parentUri(uri), `${name}.md`);
  return { kind: 'rename', oldUri: uri, newUri, options: { overwrite: false, ignoreIfExists: true } };
}

const DOUBTFUL = 'looks-like-mention';
const ANNOTATIONS: Record<string, ChangeAnnotation> = {
  [DOUBTFUL]: {
    label: 'Looks like a mention',
    description: 'A word of the text that is the name of the agent',
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
  const changes = [...byFile].map(
    ([uri, all]): TextDocumentEdit => ({ textDocument: { uri, version: versionOf(uri) }, edits: all.map(annotate) }),
  );
  return {
    documentChanges: moved ? [...changes, moved] : changes,
    ...(annotations && edits.some(({ doubtful }) => doubtful) ? { changeAnnotations: ANNOTATIONS } : {}),
  };
}
