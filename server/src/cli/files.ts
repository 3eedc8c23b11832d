// From the paths of a command line to the agent files meant by them.
import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { type Detected, detect } from '../dialects/detect.ts';
import type { LoadScope } from '../dialects/dialect.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import { readPluginFile } from '../workspace/plugins.ts';
import { readText } from './decode.ts';
import { markdownFilesBelow } from './walk.ts';

export interface AgentFile {
  /** As given, or relative to the working directory. */
  readonly path: string;
  readonly absolutePath: string;
  /** Made anew each time it is asked for, so that no more than one document of a run need be in memory. */
  readonly document: AgentDocument;
  /** By its place or its fields; a file named on the command line counts as a project's where neither tells. */
  readonly scope: LoadScope;
  /** The place itself says which loader reads it. */
  readonly placed: boolean;
}

export interface FoundFiles {
  readonly files: readonly AgentFile[];
  /** The paths that are folders, absolute. */
  readonly folders: readonly string[];
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
    const absolute = resolve(workingDirectory, path);
    try {
      const stats = statSync(absolute);
      if (stats.isDirectory()) {
        folders.push(absolute);
        for (const file of filesBelow(absolute, workingDirectory, isPluginRoot, failures))
          files.set(file.absolutePath, file);
      } else if (stats.isFile()) {
        files.set(absolute, readNamedFile(path, absolute, isPluginRoot));
      } else {
        failures.push(`${path}: neither a file nor a folder.`);
      }
    } catch (error) {
      failures.push(`${path}: ${reasonOf(error)}`);
    }
  }
  return { files: [...files.values()], folders, failures };
}

/** A text that stands for a file, which need not exist. */
export function fileFromText(path: string, text: string, workingDirectory: string): AgentFile {
  return toAgentFile(path, resolve(workingDirectory, path), text, createPluginProbe());
}

function readNamedFile(path: string, absolute: string, isPluginRoot: (folder: string) => boolean): AgentFile {
  return toAgentFile(path, absolute, readText(absolute), isPluginRoot);
}

function toAgentFile(
  path: string,
  absolutePath: string,
  text: string,
  isPluginRoot: (folder: string) => boolean,
): AgentFile {
  const uri = pathToFileURL(absolutePath).href;
  const detected = detect(toSlashes(absolutePath), parseDocument(uri, text), isPluginRoot);
  return new ReadFile(path, absolutePath, { uri, text, detected });
}

class ReadFile implements AgentFile {
  readonly path: string;
  readonly absolutePath: string;
  readonly scope: LoadScope;
  readonly placed: boolean;
  private readonly uri: string;
  private readonly text: string;

  constructor(
    path: string,
    absolutePath: string,
    { uri, text, detected }: { uri: string; text: string; detected: Detected | null },
  ) {
    this.path = path;
    this.absolutePath = absolutePath;
    this.scope = detected?.scope ?? 'project';
    this.placed = detected?.by === 'path';
    this.uri = uri;
    this.text = text;
  }

  get document(): AgentDocument {
    return parseDocument(this.uri, this.text);
  }
}

function filesBelow(
  folder: string,
  workingDirectory: string,
  isPluginRoot: (folder: string) => boolean,
  failures: string[],
): AgentFile[] {
  const found: AgentFile[] = [];
  const pathOf = (absolute: string): string => relative(workingDirectory, absolute) || absolute;
  const onFailure = (absolute: string, error: unknown): void => {
    failures.push(`${pathOf(absolute)}: ${reasonOf(error)}`);
  };
  for (const absolute of markdownFilesBelow(folder, onFailure)) {
    const path = pathOf(absolute);
    try {
      const uri = pathToFileURL(absolute).href;
      const text = readText(absolute);
      const detected = detect(toSlashes(absolute), parseDocument(uri, text), isPluginRoot);
      if (detected) found.push(new ReadFile(path, absolute, { uri, text, detected }));
    } catch (error) {
      onFailure(absolute, error);
    }
  }
  return found;
}

/** A folder is a plugin where it says so itself, or where the list of a marketplace in a folder above says so. */
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

/** URIs of the plugins a marketplace has in its own folder; none where there is no list. */
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

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder.',
  EACCES: 'permission denied.',
  EPERM: 'permission denied.',
  EISDIR: 'is a folder.',
  ELOOP: 'too many symbolic links.',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code && REASONS[code]) ?? `cannot be read (${message ?? String(error)}).`;
}
