// A workspace over files in memory, and what its index knows in plain data.
import type { KnownAgent } from '../../server/src/rules/workspaceView.ts';
import type { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { summarize } from '../../server/src/workspace/summary.ts';
import { createWorkspace, type FileEvent, type Workspace } from '../../server/src/workspace/workspace.ts';
import { createFakeFiles, type FakeFiles, HOME, uriOf, WORKSPACE } from './fakeFiles.ts';

export interface OpenWorkspace {
  readonly workspace: Workspace;
  readonly files: FakeFiles;
  readonly log: string[];
  /** Opens a document, or changes it. */
  edit(path: string, text: string): void;
  /** Says what happened on disk, all at once. */
  tell(events: Readonly<Record<string, FileEvent['kind']>>): Promise<void>;
  /** How often other documents were to be looked at again since this was last asked. */
  takeNeighbourChanges(): number;
}

export interface WorkspaceSetup {
  readonly folders?: readonly string[];
  readonly excludes?: readonly string[];
}

export async function openWorkspace(
  initial: Readonly<Record<string, string>> | FakeFiles,
  { folders = [WORKSPACE], excludes = [] }: WorkspaceSetup = {},
): Promise<OpenWorkspace> {
  const files = isFake(initial) ? initial : createFakeFiles(initial);
  const log: string[] = [];
  let neighbourChanges = 0;
  const note = (message: string): void => void log.push(message);
  const user = { folder: `${HOME}/.claude`, settings: `${HOME}/.claude.json` };
  const workspace = createWorkspace({
    host: { files, user },
    log: { error: note, warn: note, debug: note },
    onNeighboursChanged() {
      neighbourChanges++;
    },
  });
  await workspace.open(folders, excludes);
  return {
    workspace,
    files,
    log,
    edit(path, text) {
      const uri = uriOf(path);
      workspace.setOpen(uri, summarize(uri, text, workspace.index.context));
    },
    tell: (events) => workspace.update(Object.entries(events).map(([path, kind]) => ({ kind, uri: uriOf(path) }))),
    takeNeighbourChanges() {
      const taken = neighbourChanges;
      neighbourChanges = 0;
      return taken;
    },
  };
}

function isFake(value: Readonly<Record<string, string>> | FakeFiles): value is FakeFiles {
  return typeof value.read === 'function';
}

function sessionOf(index: AgentIndex, { place }: KnownAgent): unknown {
  const { servers, pluginServers, settings, ...rest } = index.sessionFor(place);
  const { disabledServers, ...others } = settings;
  return {
    ...rest,
    servers: servers && [...servers],
    pluginServers: [...pluginServers],
    ...others,
    off: [...disabledServers],
  };
}

/** Everything that can be asked of an index, in plain data. */
export function contentsOf({ index }: Workspace): unknown {
  const files = index.uris().map((uri) => {
    const agent = index.agentAt(uri);
    return {
      summary: index.summaryOf(uri),
      similar: index.similarTo(uri).map((each) => [each.agent.uri, each.similarity]),
      budget: index.descriptionBudget(uri),
      delegates: index.delegatesOf(uri).map((each) => each.uri),
      called: agent && index.agentsCalled(agent.id, uri).map((each) => each.uri),
      mentions: agent && index.mentionsOf(agent),
      nearest: agent && index.nearestAgentName(`${agent.name}r`),
      servers: index.serversFor(uri),
      session: agent && sessionOf(index, agent),
      sharedKeys: index.sharedKeys(uri, new Set()),
      skills: index.skillNames(uri),
      deploy: index.skillsCalled('deploy', uri),
      nearestSkill: index.nearestSkillName('deployed', uri),
    };
  });
  const plugins = index.plugins.roots().map((root) => index.plugins.at(root));
  const known = plugins.flatMap((plugin) => (plugin ? [index.knowsPlugin(plugin.name)] : []));
  return { complete: index.complete, size: index.size, plugins, known, servers: index.servers(), files };
}
