// A project on disk with the built server over it, for protocol tests: what happens to its files, told as an editor tells
// it, and what the server answers, in words that show the place.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { onTestFinished } from 'vitest';
import { type Diagnostic, FileChangeType, type Position, type Range } from 'vscode-languageserver-protocol';
import { createLineIndex } from '../../server/src/util/text.ts';
import { makeFolder } from './folders.ts';
import { type ClientSetup, type LspClient, startLspClient } from './lspClient.ts';

export interface ProjectSetup extends Omit<ClientSetup, 'folder' | 'folders' | 'home'> {
  /** Workspace folders below the project's; the project's own where none are given. */
  readonly folders?: readonly string[];
  /** Files of the user's home. */
  readonly home?: Readonly<Record<string, string>>;
  /** Run in the project's folder after its files are written, before the server starts. */
  prepare?(folder: string): void;
  /** Whether to go on before the server has read the workspace. */
  readonly hurries?: boolean;
}

export interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export interface LspProject {
  readonly client: LspClient;
  readonly folder: string;
  uri(path: string): string;
  /** The text in the editor; that on disk where it is not open. */
  textOf(path: string): string;
  /** Writes to disk and tells the server. */
  write(path: string, text: string): void;
  /** A file, or a folder with all that is in it. */
  remove(path: string): void;
  move(from: string, to: string): void;
  /** Opens a document with the text on disk, or another. */
  open(path: string, text?: string): string;
  /** Says what happened on disk. */
  tell(...changes: readonly (readonly [path: string, type: FileChangeType])[]): void;
  /** Answers the new version. */
  change(path: string, text: string): number;
  close(path: string): void;
  /** The cursor at `█` in the first occurrence of some words. */
  at(path: string, words: string): Place;
  /** A request at a place. */
  ask<Result>(method: string, path: string, words: string, more?: object): Promise<Result>;
  /** `path:line: the characters`, lines counted from 1. */
  shown(place: { uri: string; range: Range }): string;
  pathOf(uri: string): string;
  /** Waits until these are an open document's problems with others, as `code: the characters`. Pulls, where the client can. */
  problems(path: string, expected: readonly string[]): Promise<Diagnostic[]>;
  /** Those with all taken in that was told so far. */
  problemsNow(path: string): Promise<string[]>;
}

/** Stopped and removed when the test is over. */
export async function openProject(
  files: Readonly<Record<string, string>>,
  { folders, home = {}, prepare, hurries = false, ...setup }: ProjectSetup = {},
): Promise<LspProject> {
  const root = folderFor('project', files);
  prepare?.(root);
  const uri = (path: string): string =>
    /^[a-z]+:/.test(path) ? path : pathToFileURL(join(root, path)).href.replace(/\/$/, '');
  const client = await startLspClient({
    ...setup,
    home: folderFor('home', home),
    folders: (folders ?? ['']).map(uri),
  });
  onTestFinished(() => client.stop());
  if (!hurries) await client.until('the workspace to be read', () => client.log.some((line) => READ.test(line)));

  const pulls = setup.capabilities?.textDocument?.diagnostic !== undefined;
  const open = new Map<string, string>();
  const textOf = (path: string): string => open.get(uri(path)) ?? readFileSync(join(root, path), 'utf8');
  const pathOf = (from: string): string =>
    from.startsWith('file:') ? fileURLToPath(from).slice(root.length + 1) : decodeURIComponent(from);

  function tell(...changes: readonly (readonly [string, FileChangeType])[]): void {
    void client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: uri(path), type })),
    });
  }

  /** The problems a document has with others, and those of a JSON file. */
  async function latest(path: string): Promise<Diagnostic[]> {
    const all = pulls ? await client.pulled(uri(path)) : (client.latest(uri(path)) ?? []);
    return all.filter(({ code }) => /^(?:workspace|manifest|settings)\//.test(String(code)));
  }

  /** As an editor does that pulls. */
  function look(path: string): void {
    if (pulls) void client.pulled(uri(path));
  }

  function shownProblems(path: string, all: readonly Diagnostic[]): string[] {
    const text = textOf(path);
    const { offsetAt } = createLineIndex(text);
    return all.map(({ code, range }) => `${code}: ${text.slice(offsetAt(range.start), offsetAt(range.end))}`);
  }

  const project: LspProject = {
    client,
    folder: root,
    uri,
    tell,
    textOf,
    pathOf,
    write(path, text) {
      const isNew = write(root, path, text);
      tell([path, isNew ? FileChangeType.Created : FileChangeType.Changed]);
    },
    remove(path) {
      rmSync(join(root, path), { recursive: true });
      tell([path, FileChangeType.Deleted]);
    },
    move(from, to) {
      mkdirSync(dirname(join(root, to)), { recursive: true });
      renameSync(join(root, from), join(root, to));
      tell([from, FileChangeType.Deleted], [to, FileChangeType.Created]);
    },
    open(path, text = textOf(path)) {
      open.set(uri(path), text);
      client.open(uri(path), text, path.endsWith('.json') ? 'json' : 'markdown');
      look(path);
      return uri(path);
    },
    change(path, text) {
      open.set(uri(path), text);
      const version = client.change(uri(path), text);
      look(path);
      return version;
    },
    close(path) {
      open.delete(uri(path));
      client.close(uri(path));
    },
    at(path, words) {
      const text = textOf(path);
      const offset = text.indexOf(words.replace('█', ''));
      if (offset < 0 || !words.includes('█')) throw new Error(`${JSON.stringify(words)} is not in ${path}`);
      const position = createLineIndex(text).positionAt(offset + words.indexOf('█'));
      return { textDocument: { uri: uri(path) }, position };
    },
    ask: (method, path, words, more) => client.request(method, { ...project.at(path, words), ...more }),
    shown({ uri: where, range: { start, end } }) {
      const text = open.get(where) ?? readFileSync(fileURLToPath(where), 'utf8');
      const { offsetAt } = createLineIndex(text);
      return `${pathOf(where)}:${start.line + 1}: ${text.slice(offsetAt(start), offsetAt(end))}`;
    },
    async problems(path, expected) {
      for (;;) {
        const { count } = client.news;
        const all = await latest(path);
        const seen = shownProblems(path, all);
        if (isDeepStrictEqual(seen, expected)) return all;
        await client.until(
          `${JSON.stringify(expected)} in place of ${JSON.stringify(seen)}`,
          () => client.news.count > count,
        );
      }
    },
    async problemsNow(path) {
      await client.request('workspace/symbol', { query: '' });
      // A new version is looked at with all that is known by now.
      const version = project.change(path, `${textOf(path)}\n`);
      if (!pulls) await client.published(uri(path), version);
      return shownProblems(path, await latest(path));
    },
  };
  return project;
}

/** What the server logs when all files have been read. */
const READ = /^read \d+ files/;

function folderFor(purpose: string, files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(purpose, files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Answers whether the file is new. */
function write(root: string, path: string, text: string): boolean {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  try {
    writeFileSync(join(root, path), text, { flag: 'wx' });
    return true;
  } catch {
    writeFileSync(join(root, path), text);
    return false;
  }
}
