// What is known of the agents around those that are checked: the projects they lie in are read as the editor reads them.
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { kindOfEntry, nodeHost } from '../node/host.ts';
import type { WorkspaceView } from '../rules/workspaceView.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { EXTENSION_MANIFESTS } from '../workspace/extensions.ts';
import type { FileSystem, FolderEntry } from '../workspace/host.ts';
import { createWorkspace } from '../workspace/workspace.ts';
import { readText } from './decode.ts';

/**
 * Reads the projects of some files. `folders` are those named on the command line: they are searched whatever they are.
 * So is the working directory where it holds plugins or projects and a file in it belongs to none.
 * The agents themselves are left out, because the caller has their texts.
 */
export async function readNeighbors(
  { agents, jsonFiles, folders }: CheckedPaths,
  workingDirectory: string,
): Promise<Neighbors> {
  const projects = createProjects(folders, workingDirectory);
  const roots = [...new Set([...agents, ...jsonFiles].flatMap((path) => projects.of(path) ?? []))];
  const silent = { error() {}, warn() {}, debug() {} };
  const host = { files: blockingFiles, user: nodeHost.user };
  const workspace = createWorkspace({ host, log: silent, onNeighboursChanged() {} });
  for (const path of agents) workspace.setOpen(pathToFileURL(path).href, null);
  await workspace.open(
    roots.map((root) => URI.file(root).toString()),
    [],
  );
  workspace.index.setFolders([
    URI.file(workingDirectory).toString(),
    ...roots.map((root) => URI.file(root).toString()),
  ]);
  const { index } = workspace;
  // Without a project nothing can be said to be missing from it.
  return { index, viewFor: (path) => (projects.of(path) === undefined ? index.withoutClaims() : index) };
}

/** All absolute. */
export interface CheckedPaths {
  readonly agents: readonly string[];
  readonly jsonFiles: readonly string[];
  readonly folders: readonly string[];
}

export interface Neighbors {
  readonly index: AgentIndex;
  /** What a file may be told of the others. */
  viewFor(absolutePath: string): WorkspaceView;
}

interface Projects {
  of(path: string): string | undefined;
}

/** The project of a file: its repository, or the outermost folder that has to do with agents or was asked for. */
function createProjects(folders: readonly string[], workingDirectory: string): Projects {
  const home = homedir();
  const known = new Map<string, string | undefined>();

  function outermost(path: string): string | undefined {
    let found: string | undefined;
    let isBelow = false;
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const isTop = dirname(folder) === folder;
      // A home folder or a whole disk is no project, whatever lies in it.
      if (isTop || folder === home) {
        if (folders.includes(folder)) return folder;
        return found ?? (isBelow && holdsProjects(workingDirectory) ? workingDirectory : undefined);
      }
      if (existsSync(join(folder, '.git'))) return folder;
      if (folder === workingDirectory) isBelow = true;
      if (folders.includes(folder) || isProject(folder)) found = folder;
    }
  }

  return {
    of(path) {
      const folder = dirname(path);
      if (!known.has(folder)) known.set(folder, outermost(path));
      return known.get(folder);
    },
  };
}

function isProject(folder: string): boolean {
  return ['.claude', '.claude-plugin', ...EXTENSION_MANIFESTS].some((name) => existsSync(join(folder, name)));
}

function holdsProjects(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => isProject(join(folder, name)));
  } catch {
    return false;
  }
}

/**
 * Files without waiting: a command has nothing else to do meanwhile, and each answer that is waited for costs more than
 * reading the file.
 */
const blockingFiles: FileSystem = {
  async stat(uri) {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    return found ? kindOfEntry(found) : null;
  },
  async read(uri) {
    try {
      return readText(fileURLToPath(uri));
    } catch {
      return null;
    }
  },
  async list(uri) {
    const folder = fileURLToPath(uri);
    try {
      return readdirSync(folder, { withFileTypes: true }).map((entry): FolderEntry => {
        const isLink = entry.isSymbolicLink();
        const target = isLink ? statSync(join(folder, entry.name), { throwIfNoEntry: false }) : entry;
        return { name: entry.name, kind: target ? kindOfEntry(target) : 'other', isLink };
      });
    } catch {
      return null;
    }
  },
  async realPath(uri) {
    try {
      return URI.file(realpathSync(fileURLToPath(uri))).toString();
    } catch {
      return null;
    }
  },
};
