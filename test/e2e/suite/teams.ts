// Small teams of agents for suites about more than one file: a lead that speaks of its tester, each team with names of its
// own, because VS Code keeps documents open for a while after their editors are closed.
import * as vscode from 'vscode';
import { until } from '../../../scripts/waits.ts';
import { agent, draft, places } from './agents.ts';
import { type Marked, openMarked, workspaceFile, writeFile } from './files.ts';

export interface Team extends Marked {
  /** The name of the tester. Its file has the same one. */
  readonly name: string;
  /** The path of the tester's file; that of the lead lies beside it. */
  readonly testerPath: string;
  readonly tester: vscode.Uri;
  /** The folder of both. */
  readonly folder: string;
}

let teams = 0;

/**
 * Writes a tester and opens its lead, with the cursor in the mention unless the body has another place for it. What is
 * `beside` them by its file name is written first: whoever knows the tester then has read the folder with it.
 */
export async function team(
  where: string = places[0].folder,
  body = (name: string) => `Hand over to the \`tes█${name.slice(3)}\` agent.\n`,
  beside: (name: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Team> {
  // With a tail, so no name is the beginning of another: a list closes once a whole name is written.
  const name = `tester-${++teams}-qa`;
  const folder = draft(where).replace(/\/[^/]+$/, '');
  const testerPath = `${folder}/${name}.md`;
  for (const [file, text] of Object.entries(beside(name))) await writeFile(`${folder}/${file}`, text);
  await writeFile(testerPath, namedAgent(name));
  const lead = agent('color: cyan', body(name)).replace('name: draft', `name: lead-${teams}`);
  const marked = await openMarked(`${folder}/lead-${teams}.md`, lead);
  return { ...marked, name, testerPath, tester: workspaceFile(testerPath), folder };
}

export function namedAgent(name: string): string {
  return `---\nname: ${name}\ndescription: Does what ${name.replaceAll('-', ' ')} has to do\n---\n\nDo it.\n`;
}

/** Asks a provider until it has something to say: the server may still be starting. */
export function provided<T>(command: string, ...args: unknown[]): Promise<T[]> {
  return until(async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    return found && found.length > 0 && found;
  }, `${command} to answer`);
}

/** Waits until the server knows the tester: a file that was written is told of some time later. */
export async function known({ uri, position }: Team): Promise<void> {
  await provided('vscode.executeDefinitionProvider', uri, position);
}

/** `file:line: the characters` of a place, lines counted from 1. */
export async function shownPlace(place: vscode.Location | vscode.LocationLink): Promise<string> {
  const [uri, range] =
    place instanceof vscode.Location
      ? [place.uri, place.range]
      : [place.targetUri, place.targetSelectionRange ?? place.targetRange];
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const line = text.split('\n')[range.start.line] ?? '';
  const end = range.isSingleLine ? range.end.character : undefined;
  return `${uri.path.split('/').at(-1)}:${range.start.line + 1}: ${line.slice(range.start.character, end)}`;
}
