// The agent files of a command in their project: which there are, what each of them is, and what is known around them.
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import type { AgentDocument } from '../model/document.ts';
import type { WorkspaceView } from '../rules/workspaceView.ts';
import { indexed } from '../runtimes/registry.ts';
import type { Runtime, Scope } from '../runtimes/runtime.ts';
import { isWithin } from '../util/uri.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { type Identity, identify, identityUnder, looseIdentity } from '../workspace/identify.ts';
import { type PlaceContext, placeOf } from '../workspace/places.ts';
import { isMeantAsAgent as isAgentAt } from '../workspace/summary.ts';
import { normalizeUri } from '../workspace/uris.ts';
import { readText } from './decode.ts';
import { type AgentFile, documentOf, type FoundFiles, shownPath } from './files.ts';
import { readNeighbors } from './neighbors.ts';

/** How the user says a file is read: by which runtime and, where told, from which kind of place. */
export interface As {
  readonly runtime: Runtime;
  readonly scope: Scope | undefined;
}

export interface Project {
  readonly index: AgentIndex;
  /** The files found, and those that only a manifest lists; evaluated on access, because a fix can change a manifest. */
  readonly files: readonly AgentFile[];
  /** What is named on the command line is an agent, whatever it looks like. `as` is how the user says it is loaded. */
  identify(document: AgentDocument, as: As | undefined): Identity;
  /** What may be said about the other files where a file stands. */
  viewFor(file: AgentFile): WorkspaceView;
}

export async function readProject(found: FoundFiles, workingDirectory: string): Promise<Project> {
  const pathsOf = (files: readonly AgentFile[]): string[] => files.map(({ absolutePath }) => absolutePath);
  const { files, jsonFiles, folders } = found;
  const paths = { agents: pathsOf(files), jsonFiles: pathsOf(jsonFiles), folders };
  const { index, viewFor } = await readNeighbors(paths, workingDirectory);
  const isPluginFolder = (uri: string): boolean => found.isPluginRoot(URI.parse(uri).fsPath);
  return {
    index,
    get files() {
      const meant = files.filter((file) => file.named || isMeantAsAgent(file, index));
      return [...meant, ...namedByManifests(found, index, workingDirectory)];
    },
    identify(document, as) {
      const context = { ...index.context, isPluginFolder };
      const identity = identify(document, context) ?? looseIdentity(document, context);
      return as ? asSaid(identity, document, as, context) : identity;
    },
    viewFor: ({ absolutePath }) => viewFor(absolutePath),
  };
}

function asSaid(identity: Identity, document: AgentDocument, { runtime, scope }: As, context: PlaceContext): Identity {
  if (runtime.id !== indexed.id) return identityUnder(document, runtime, scope) ?? { ...identity, others: [] };
  const own = identity.owner ? looseIdentity(document, context) : identity;
  const loadScope = scope === undefined ? own.scope : scope === 'plugin' ? 'plugin' : 'project';
  return { ...own, scope: loadScope, others: [] };
}

/** A file in `agents` that its manifest does not list is an agent only if it looks like one. */
function isMeantAsAgent(file: AgentFile, { context }: AgentIndex): boolean {
  const place = placeOf(normalizeUri(URI.file(file.absolutePath).toString()), context);
  return place === null || isAgentAt(documentOf(file), place);
}

/** Agents in the folders asked for that lie where nobody would look but for the manifest of their plugin. */
function namedByManifests({ files, folders }: FoundFiles, index: AgentIndex, workingDirectory: string): AgentFile[] {
  if (folders.length === 0) return [];
  const known = new Set(files.map(({ absolutePath }) => absolutePath));
  const roots = folders.map((folder) => URI.file(folder).toString());
  return index.agents().flatMap(({ uri, place }): AgentFile[] => {
    if (place.scope !== 'plugin' || !roots.some((root) => isWithin(uri, root))) return [];
    const absolutePath = fileURLToPath(uri);
    if (known.has(absolutePath)) return [];
    try {
      const path = shownPath(absolutePath, workingDirectory);
      return [{ path, absolutePath, text: readText(absolutePath), named: false }];
    } catch {
      // It has just been read for the index; what is gone since then is gone.
      return [];
    }
  });
}
