// All that is known of the agents, skills and servers of a workspace, in memory. No I/O: files come in one by one, and
// what a change costs does not depend on how many there are.

import {
  type AgentPlace,
  type DescriptionBudget,
  isSeenTogether,
  type KnownAgent,
  type KnownPlugin,
  type KnownServer,
  type KnownSkill,
  type SharedKeys,
  type SimilarAgent,
  type WorkspaceView,
} from '../rules/workspaceView.ts';
import type { Session } from '../runtimes/session.ts';
import { estimateTokens } from '../util/tokens.ts';
import { isWithin } from '../util/uri.ts';
import { AgentNames } from './agentNames.ts';
import { DescriptionBudgets, type RootBudget } from './descriptionBudgets.ts';
import { Extensions } from './extensions.ts';
import { folderOf, KeyCensus, keyCountOf } from './keyCensus.ts';
import { bareName, foldName } from './names.ts';
import type { AgentReference, PlacedReference } from './placedReference.ts';
import type { PlaceContext } from './places.ts';
import { createPluginRegistry, type PluginRegistry } from './plugins.ts';
import { RuntimeAgents } from './runtimeAgents.ts';
import { ServerIndex } from './serverIndex.ts';
import { Sessions } from './sessions.ts';
import { SimilarDescriptions } from './similarDescriptions.ts';
import { SkillIndex } from './skillIndex.ts';
import { SortedSets, SortedUris } from './sortedSets.ts';
import { type FileSummary, summarize } from './summary.ts';
import { publicFace } from './summaryFace.ts';
import { baseName, normalizeFolder, normalizeUri } from './uris.ts';
import { isSkillSeen, visibleRoots } from './visibility.ts';

export class AgentIndex implements WorkspaceView {
  complete = false;
  readonly plugins: PluginRegistry = createPluginRegistry();
  private readonly extensions = new Extensions();
  readonly runtimeAgents = new RuntimeAgents();
  private folders: readonly string[] = [];
  private repositories: ReadonlySet<string> = new Set();
  private userFolderUri: string | null = null;
  private readonly files = new Map<string, FileSummary>();
  private readonly order = new SortedUris();
  private readonly names = new AgentNames();
  private readonly mentionsByName = new SortedSets();
  private readonly skillIndex = new SkillIndex();
  private readonly serverIndex = new ServerIndex();
  private readonly sessions = new Sessions();
  private readonly similar = new SimilarDescriptions();
  private readonly budgets = new DescriptionBudgets();
  private readonly keyCensus = new KeyCensus();

  /** The folder that has the user's own `agents`, such as `~/.claude`. */
  get userFolder(): string | null {
    return this.userFolderUri;
  }

  setUserFolder(uri: string | null): void {
    this.userFolderUri = uri === null ? null : normalizeFolder(uri);
    this.sessions.forget();
  }

  setFolders(uris: readonly string[]): void {
    this.folders = uris.map(normalizeFolder);
    this.sessions.forget();
  }

  /** Folders in which a repository begins. They count for files that are read from now on. */
  setRepositories(folders: ReadonlySet<string>): void {
    this.repositories = folders;
  }

  get context(): PlaceContext {
    const { plugins, extensions } = this;
    return { plugins, extensions, userFolder: this.userFolderUri, repositories: this.repositories };
  }

  /**
   * Takes a file's new text, or null where it is gone. Answers what else this changes: `neighbours` where others may
   * see this file's agent, skill or servers differently, `roots` of plugins and extensions to read again.
   */
  setText(uri: string, text: string | null): IndexChange {
    const key = normalizeUri(uri);
    return this.set(key, text === null ? null : summarize(key, text, this.context));
  }

  set(uri: string, summary: FileSummary | null): IndexChange {
    const key = normalizeUri(uri);
    const before = this.files.get(key);
    this.names.replace(key, before?.agent ?? undefined, summary?.agent ?? undefined);
    if (before) this.remove(key, before);
    if (summary) this.add(key, summary);
    const sharedChange = this.keyCensus.replace(key, keyCountOf(before), keyCountOf(summary ?? undefined));
    const neighbours = sharedChange || publicFace(before) !== publicFace(summary ?? undefined);
    this.sessions.replace(key, before, summary ?? undefined);
    const isAboutPlugins = before?.plugins || summary?.plugins;
    const roots = isAboutPlugins ? this.plugins.set(key, summary?.plugins ?? null) : [];
    if ((summary ?? before)?.role === 'extension') roots.push(...this.extensions.set(key, summary !== null));
    return { neighbours: neighbours || roots.length > 0, roots };
  }

  /** The files in a folder, and the folder itself where it is a file. */
  filesWithin(folder: string): string[] {
    return [...this.order.within(normalizeFolder(folder))];
  }

  summaryOf(uri: string): FileSummary | undefined {
    return this.files.get(normalizeUri(uri));
  }

  /** The same for a document that lies in no project: nothing can be said to be missing there. */
  withoutClaims(): AgentIndex {
    return Object.create(this, { complete: { value: false } }) as AgentIndex;
  }

  /** How many files are known. */
  get size(): number {
    return this.files.size;
  }

  uris(): string[] {
    return this.order.all();
  }

  agents(): KnownAgent[] {
    return this.uris().flatMap((uri) => this.files.get(uri)?.agent ?? []);
  }

  skills(): KnownSkill[] {
    return this.skillIndex.all();
  }

  agentAt(uri: string): KnownAgent | undefined {
    return this.names.at(normalizeUri(uri));
  }

  agentsCalled(name: string, fromUri: string): readonly KnownAgent[] {
    return this.names.called(name, normalizeUri(fromUri));
  }

  pluginAt(root: string): KnownPlugin | undefined {
    return this.plugins.at(root);
  }

  /** Where something of the plugin was found: a list that only names it tells nothing of its agents. */
  knowsPlugin(plugin: string): boolean {
    return this.plugins.called(plugin).some(({ root, manifest, hasOtherNames }) => {
      if (hasOtherNames) return false;
      if (manifest !== null) return true;
      for (const uri of this.order.within(root)) {
        const { agent, skill } = this.files.get(uri) ?? {};
        if (agent || skill) return true;
      }
      return false;
    });
  }

  nearestAgentName(name: string): string | undefined {
    return this.names.nearest(name);
  }

  delegatesOf(uri: string): readonly KnownAgent[] {
    const own = this.agentAt(uri);
    const found = (this.summaryOf(uri)?.delegates ?? []).flatMap((name) => this.agentsCalled(name, uri)[0] ?? []);
    return [...new Set(found)].filter((agent) => own !== undefined && isSeenTogether(own, agent));
  }

  /** Where an agent is spoken of, in order of file and place. */
  mentionsOf(agent: KnownAgent): AgentReference[] {
    const folded = foldName(bareName(agent.id));
    const isMeant = ({ to, name }: PlacedReference, uri: string): boolean =>
      to === 'agent' && foldName(bareName(name)) === folded && this.agentsCalled(name, uri)[0] === agent;
    return this.mentionsByName
      .of(folded)
      .flatMap((uri) =>
        (this.files.get(uri)?.references ?? [])
          .filter((reference) => isMeant(reference, uri))
          .map(({ name, form, range }) => ({ uri, name, form, range })),
      );
  }

  similarTo(uri: string): readonly SimilarAgent[] {
    const own = this.agentAt(uri);
    if (!own) return [];
    const seen = (other: string): boolean => {
      const agent = this.agentAt(other);
      return agent !== undefined && agent.place.scope === own.place.scope && isSeenTogether(own, agent);
    };
    return this.similar.near(own.uri, visibleRoots(own.place), seen).flatMap(({ uri: other, similarity }) => {
      const agent = this.agentAt(other);
      return agent ? [{ agent, similarity }] : [];
    });
  }

  descriptionBudget(uri: string): DescriptionBudget | undefined {
    const own = this.agentAt(uri);
    const inOwnRoot = own && this.budgets.of(own.place.root);
    if (!inOwnRoot || own.place.scope === 'loose') return undefined;
    const [, ...above] = visibleRoots(own.place);
    if (own.place.scope === 'project' && this.userFolderUri !== null) above.push(this.userFolderUri);
    const others = above.flatMap((root): RootBudget | [] => this.budgets.of(root) ?? []);
    const elsewhere = others.reduce((total, { tokens }) => total + tokens, 0);
    return {
      tokens: inOwnRoot.tokens + elsewhere,
      count: others.reduce((total, { count }) => total + count, inOwnRoot.count),
      elsewhere,
      longest: inOwnRoot.longest,
    };
  }

  skillsCalled(name: string, fromUri: string): readonly KnownSkill[] {
    const from = normalizeUri(fromUri);
    return this.skillIndex.called(name).filter((skill) => isSkillSeen(skill, from, this.context));
  }

  nearestSkillName(name: string, fromUri: string): string | undefined {
    const near = this.skillIndex.nearest(name);
    return near !== undefined && this.skillsCalled(near, fromUri).length > 0 ? near : undefined;
  }

  /** All that can be seen, for names to offer. */
  skillNames(fromUri: string): readonly string[] {
    const from = normalizeUri(fromUri);
    const seen = this.skills().filter((skill) => isSkillSeen(skill, from, this.context));
    return [...new Set(seen.map(({ id }) => id))];
  }

  /** What decides over an agent besides its own file: the same for all agents of a folder. */
  sessionFor(place: AgentPlace): Session {
    return this.sessions.of(place, this);
  }

  /** The servers a plugin brings with it. */
  serversOfPlugin(root: string): readonly KnownServer[] {
    return this.serverIndex.ofPlugin(root);
  }

  serversFor(uri: string): readonly KnownServer[] | undefined {
    return this.serverIndex.seenFrom(normalizeUri(uri));
  }

  /** The servers of every file, for names to offer. */
  servers(): KnownServer[] {
    return this.serverIndex.all();
  }

  sharedKeys(uri: string, known: ReadonlySet<string>): SharedKeys | undefined {
    const own = this.complete ? this.agentAt(uri) : undefined;
    const found = own && this.keyCensus.sharedIn(folderOf(own.place), known);
    return found ? { keys: found.keys, agents: found.agents, isFirst: found.first === own.uri } : undefined;
  }

  shownPath(uri: string): string {
    const key = normalizeUri(uri);
    const folder = this.folders.find((each) => isWithin(key, each));
    const shown =
      folder !== undefined
        ? key.slice(folder.length + 1)
        : this.userFolderUri !== null && isWithin(key, this.userFolderUri)
          ? `~/${baseName(this.userFolderUri)}${key.slice(this.userFolderUri.length)}`
          : key.replace(/^file:\/\//, '');
    return shown.split('/').map(baseName).join('/');
  }

  private add(uri: string, summary: FileSummary): void {
    const { agent, skill, references, servers, role } = summary;
    this.files.set(uri, summary);
    this.runtimeAgents.set(uri, summary.runtimeAgent);
    this.order.add(uri);
    for (const { name } of references) this.mentionsByName.add(foldName(bareName(name)), uri);
    if (servers.length > 0 || role === 'servers') this.serverIndex.set(uri, servers);
    if (skill) this.skillIndex.add(skill);
    if (!agent?.loads || agent.place.scope === 'loose') return;
    this.similar.set(uri, agent.description ?? '', agent.place.root);
    this.budgets.set(agent.place.root, uri, estimateTokens(agent.description ?? ''));
  }

  private remove(uri: string, { agent, skill, references }: FileSummary): void {
    this.files.delete(uri);
    this.runtimeAgents.set(uri, null);
    this.order.remove(uri);
    for (const { name } of references) this.mentionsByName.remove(foldName(bareName(name)), uri);
    this.serverIndex.delete(uri);
    if (skill) this.skillIndex.remove(skill);
    if (!agent) return;
    this.similar.delete(uri);
    this.budgets.delete(agent.place.root, uri);
  }
}

export interface IndexChange {
  readonly neighbours: boolean;
  readonly roots: readonly string[];
}
