// Navigation over a fixture: what each feature answers at the cursor, in words that show the place.
import type {
  CallHierarchyItem,
  Location,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/src/features/callHierarchy.ts';
import { definition } from '../../server/src/features/definition.ts';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { nameItems } from '../../server/src/features/nameCompletion.ts';
import { nameHover } from '../../server/src/features/nameHover.ts';
import { references } from '../../server/src/features/references.ts';
import { prepareRename, type RenameAbilities, rename } from '../../server/src/features/rename.ts';
import type { Surroundings } from '../../server/src/features/target.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { createLineIndex, type Range } from '../../server/src/util/text.ts';
import { placeOf } from '../../server/src/workspace/places.ts';
import { loadScopeOf } from '../../server/src/workspace/summary.ts';
import { withEdits } from './edits.ts';
import { pathOf as knownPath, uriOf, WORKSPACE } from './fakeFiles.ts';
import { type Fixture, readFixture } from './fixture.ts';
import { type OpenWorkspace, openWorkspace } from './openWorkspace.ts';

interface Opened extends Fixture {
  readonly around: Surroundings;
  readonly opened: OpenWorkspace;
}

async function open(fixture: string): Promise<Opened> {
  const read = readFixture(fixture);
  const opened = await openWorkspace(read.files);
  const { index } = opened.workspace;
  const uri = uriOf(read.path);
  const document = parseDocument(uri, read.files[read.path] ?? '');
  const place = placeOf(uri, index.context);
  const load = claudeCode.load(document, { scope: place ? loadScopeOf(place) : 'project' });
  return { ...read, opened, around: { document, load, index } };
}

/** `path:line: the characters`, lines counted from 1. */
function shown({ files }: Fixture, uri: string, range: Range): string {
  const path = pathOf(uri);
  const text = files[path] ?? '';
  const lines = createLineIndex(text);
  return `${path}:${range.start.line + 1}: ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
}

function pathOf(uri: string): string {
  return knownPath(uri) ?? uri;
}

export async function definitionAt(fixture: string): Promise<string[]> {
  const { around, offset, opened, ...read } = await open(fixture);
  const links = await definition(around, offset, { files: opened.files, folders: [WORKSPACE] });
  return links.map(({ targetUri, targetSelectionRange }) =>
    shown({ ...read, offset }, targetUri, targetSelectionRange),
  );
}

export async function referencesAt(fixture: string, includeDeclaration = false): Promise<string[]> {
  const { around, offset, ...read } = await open(fixture);
  const found: Location[] = references(around, offset, { includeDeclaration });
  return found.map(({ uri, range }) => shown({ ...read, offset }, uri, range));
}

const ABLE: RenameAbilities = { documentChanges: true, renamesFiles: true, annotations: true };

/** The files that are different afterwards, by their new path; `null` where a file is gone. */
export async function renameAt(
  fixture: string,
  newName: string,
  abilities: RenameAbilities = ABLE,
): Promise<Record<string, string | null>> {
  const { around, offset, files } = await open(fixture);
  const start = prepareRename(around, offset);
  if (!start) throw new Error('nothing to rename at the cursor');
  return applied(
    files,
    rename(start.agent, newName, around.index, abilities, () => null),
  );
}

/** The raw edit, for what a client shows before it applies it. */
export async function renameEditAt(fixture: string, newName: string): Promise<WorkspaceEdit> {
  const { around, offset } = await open(fixture);
  const start = prepareRename(around, offset);
  if (!start) throw new Error('nothing to rename at the cursor');
  return rename(start.agent, newName, around.index, ABLE, () => null);
}

/** What the editor offers to rename: the characters, and the name it begins with. */
export async function renameStartAt(fixture: string): Promise<string | null> {
  const { around, offset, path, ...read } = await open(fixture);
  const start = prepareRename(around, offset);
  return start && `${shown({ ...read, path, offset }, uriOf(path), start.range)} (${start.placeholder})`;
}

function applied(files: Readonly<Record<string, string>>, edit: WorkspaceEdit): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  const asDocumentEdits = Object.entries(edit.changes ?? {}).map(([uri, edits]): TextDocumentEdit => {
    return { textDocument: { uri, version: null }, edits };
  });
  for (const change of [...asDocumentEdits, ...(edit.documentChanges ?? [])]) {
    if ('textDocument' in change) {
      const path = pathOf(change.textDocument.uri);
      changed[path] = withEdits(changed[path] ?? files[path] ?? '', change.edits);
    } else if (change.kind === 'rename') {
      const [from, to] = [pathOf(change.oldUri), pathOf(change.newUri)];
      changed[to] = changed[from] ?? files[from] ?? '';
      changed[from] = null;
    }
  }
  return changed;
}

export async function namesAt(fixture: string): Promise<string[] | null> {
  const { around, offset } = await open(fixture);
  const items = nameItems(around, offset);
  return (
    items && [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label)
  );
}

/** The line of the cursor after the name has been accepted there. */
export async function lineWith(name: string, fixture: string): Promise<string> {
  const { around, offset, files, path } = await open(fixture);
  const item = nameItems(around, offset)?.find(({ label }) => label === name);
  const line = createLineIndex(files[path] ?? '').positionAt(offset).line;
  return withEdits(files[path] ?? '', item?.textEdit ? [item.textEdit as TextEdit] : []).split('\n')[line] ?? '';
}

export async function hoverAt(fixture: string): Promise<string | null> {
  const { around, offset } = await open(fixture);
  const hover = nameHover(around, offset);
  return hover && (hover.contents as { value: string }).value;
}

export async function linksIn(fixture: string): Promise<string[]> {
  const { around, offset, opened, path, ...read } = await open(fixture);
  const links = await documentLinks(around.document, { files: opened.files, folders: [WORKSPACE] });
  const toPath = (target = ''): string => pathOf(target);
  return links.map(
    ({ range, target }) => `${shown({ ...read, path, offset }, uriOf(path), range)} → ${toPath(target)}`,
  );
}

export async function callsAt(fixture: string): Promise<{ of: string[]; incoming: string[]; outgoing: string[] }> {
  const { around, offset } = await open(fixture);
  const items = prepareCallHierarchy(around, offset);
  const [item] = items;
  const names = (calls: readonly CallHierarchyItem[]): string[] => calls.map(({ name }) => name);
  if (!item) return { of: [], incoming: [], outgoing: [] };
  return {
    of: names(items),
    incoming: names(incomingCalls(item.uri, around.index).map(({ from }) => from)),
    outgoing: names(outgoingCalls(item.uri, around.index).map(({ to }) => to)),
  };
}
