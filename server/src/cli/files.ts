// Resolves the paths of a command line to agent files, plugin manifests, and settings.

import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import { ownerOf } from '../runtimes/owner.ts';
import { indexed } from '../runtimes/registry.ts';
import { readPluginFile } from '../workspace/pluginFiles.ts';
import { readText } from './decode.ts';
import { filesToCheckBelow, isJsonPath } from './walk.ts';

export interface AgentFile {
  /** As given, or relative to the working directory. */
  readonly path: string;
  readonly absolutePath: string;
  readonly text: string;
  /** Named on the command line and therefore checked, whatever it is. */
  readonly named: boolean;
}

/** Parsed anew each time to keep no more than one document of a run in memory. */
export function documentOf({ absolutePath, text }: AgentFile): AgentDocument {
  return parseDocument(pathToFileURL(absolutePath).href, text);
}

export interface FoundFiles {
  readonly files: readonly AgentFile[];
  /** The manifests of plugins, and settings. */
  readonly jsonFiles: readonly AgentFile[];
  /** The paths that are folders, absolute. */
  readonly folders: readonly string[];
  /** Whether an absolute path is the folder of a plugin. */
  isPluginRoot(folder: string): boolean;
  /** One sentence for each path that could not be read. */
  readonly failures: readonly string[];
}

export function findAgentFiles(paths: readonly string[], workingDirectory: string): FoundFiles {
  const files = new Map<string, AgentFile>();
  const failures: string[] = [];
  const folders: string[] = [];
  const isPluginRoot = createPluginProbe();
  for (const path of paths) {
    if (path === '') {
      failures.push('an empty path was given.');
      continue;
    }
    const absolutePath = resolve(workingDirectory, path);
    try {
      const stats = statSync(absolutePath);
      if (stats.isDirectory()) {
        folders.push(absolutePath);
        for (const file of filesBelow(absolutePath, workingDirectory, isPluginRoot, failures))
          files.set(file.absolutePath, file);
      } else if (stats.isFile()) {
        files.set(absolutePath, { path, absolutePath, text: readText(absolutePath), named: true });
      } else {
        failures.push(`${path}: neither a file nor a folder.`);
      }
    } catch (error) {
      failures.push(`${path}: ${reasonOf(error)}`);
    }
  }
  return { ...sorted([...files.values()]), folders, failures, isPluginRoot };
}

/** Text that stands for a file, which need not exist. */
export function fileFromText(path: string, text: string, workingDirectory: string): FoundFiles {
  const file: AgentFile = { path, absolutePath: resolve(workingDirectory, path), text, named: true };
  return { ...sorted([file]), folders: [], failures: [], isPluginRoot: createPluginProbe() };
}

function sorted(all: readonly AgentFile[]): Pick<FoundFiles, 'files' | 'jsonFiles'> {
  const isJson = ({ absolutePath }: AgentFile): boolean => isJsonPath(absolutePath);
  return { files: all.filter((file) => !isJson(file)), jsonFiles: all.filter(isJson) };
}

function filesBelow(
  folder: string,
  workingDirectory: string,
  isPluginRoot: (folder: string) => boolean,
  failures: string[],
): AgentFile[] {
  const found: AgentFile[] = [];
  const isExtensionRoot = createExtensionProbe();
  const onFailure = (absolute: string, error: unknown): void => {
    failures.push(`${shownPath(absolute, workingDirectory)}: ${reasonOf(error)}`);
  };
  for (const absolutePath of filesToCheckBelow(folder, onFailure)) {
    try {
      const path = shownPath(absolutePath, workingDirectory);
      const file = { path, absolutePath, text: readText(absolutePath), named: false };
      const slashed = toSlashes(absolutePath);
      const isAgent = (): boolean =>
        liesInAgentFolder(slashed, isExtensionRoot) || !!indexed.detect(slashed, documentOf(file), isPluginRoot);
      if (isJsonPath(absolutePath) || isAgent()) found.push(file);
    } catch (error) {
      onFailure(absolutePath, error);
    }
  }
  return found;
}

/** Whether the path is in an agents folder of some runtime. Plugins are searched for elsewhere. */
function liesInAgentFolder(path: string, isExtensionRoot: ExtensionProbe): boolean {
  const home = toSlashes(homedir());
  return ownerOf(path, { home, isPluginRoot: () => false, isExtensionRoot }) !== null;
}

type ExtensionProbe = (folder: string, manifest: string) => boolean;

/** Many files lie in one folder. */
function createExtensionProbe(): ExtensionProbe {
  const known = new Map<string, boolean>();
  return (folder, manifest) => {
    const path = join(folder, manifest);
    const answer = known.get(path) ?? existsSync(path);
    known.set(path, answer);
    return answer;
  };
}

/** Relative to the working directory. */
export function shownPath(absolutePath: string, workingDirectory: string): string {
  return relative(workingDirectory, absolutePath) || absolutePath;
}

/** A folder is a plugin if it says so itself, or if a marketplace list in a parent folder says so. */
function createPluginProbe(): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  const listed = new Map<string, ReadonlySet<string>>();

  function listedBy(marketplace: string): ReadonlySet<string> {
    const roots = listed.get(marketplace) ?? readList(join(marketplace, '.claude-plugin', 'marketplace.json'));
    listed.set(marketplace, roots);
    return roots;
  }

  function isPlugin(folder: string): boolean {
    if (statSync(join(folder, '.claude-plugin'), { throwIfNoEntry: false })) return true;
    const uri = URI.file(folder).toString();
    for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
      if (listedBy(above).has(uri)) return true;
    }
    return false;
  }

  return (folder) => {
    const answer = known.get(folder) ?? isPlugin(folder);
    known.set(folder, answer);
    return answer;
  };
}

/** URIs of the plugins that a marketplace has in its own folder; empty if there is no list. */
function readList(path: string): ReadonlySet<string> {
  try {
    return new Set(readPluginFile(URI.file(path).toString(), readText(path)).keys());
  } catch {
    return new Set();
  }
}

function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Why a path cannot be read, by system error code. */
export const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder.',
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  EISDIR: 'is a folder.',
  ELOOP: 'too many symbolic links.',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code && READ_FAULTS[code]) ?? `cannot be read (${message ?? String(error)}).`;
}
