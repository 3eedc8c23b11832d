// All that is known of the agents, skills and servers of a workspace, in memory. No I/O: files come in one by one, and
// what a change costs does not depend on how many there are.
import {
  type DescriptionBudget,
  isSeenTogether,
  type KnownAgent,
  type KnownServer,
  type KnownSkill,
  type SimilarAgent,
  type WorkspaceView,
} from '../rules/workspaceView.ts';
import { estimateTokens } from '../util/tokens.ts';
import { bareName, foldName } from './names.ts';
import type { PlacedReference } from './placedReference.ts';
import type { PlaceContext } from './places.ts';
import { createPluginRegistry, type PluginRegistry } from './plugins.ts';
import { byNearness, isServerSeen, isSkillSeen, visibleRoots } from './sight.ts';
import { SimilarDescriptions } from './similarDescriptions.ts';
import { SortedSets } from './sortedSets.ts';
import { type FileSummary, summarize } from './summary.ts';
import { baseName, isWithin, normalizeFolder, normalizeUri } from './uris.ts';

export interface AgentReference extends Pick<PlacedReference, 'name' | 'form' | 'range'> {
  readonly uri: string;
}

export class AgentIndex implements WorkspaceView {
  complete = false;
  readonly plugins: PluginRegistry = createPluginRegistry();
  private folders: readonly string[] = [];
  private readonly files = new Map<string, FileSummary>();
  private readonly agentsByName = new SortedSets();
  private readonly agentNames = new SortedSets();
  private readonly skillsByName = new SortedSets();
  private readonly serverFiles = new Set<string>();
  private readonly mentionsByName = new SortedSets();
  private readonly similar = new SimilarDescriptions();
  private readonly budgets = new Map<string, RootBudget>();
  private userFolderUri: string | null = null;

  /** The folder that has the user's own `agents`, such as `~/.claude`. */
  get userFolder(): string | null {
    return this.userFolderUri;
  }

  setUserFolder(uri: string | null): void {
    this.userFolderUri = uri === null ? null : normalizeFolder(uri);
  }

  setFolders(uris: readonly string[]): void {
    this.folders = uris.map(normalizeFolder);
  }

  get context(): PlaceContext {
    return { plugins: this.plugins, userFolder: this.userFolderUri };
  }

  /**
   * Takes a file's new text, or null where it is gone. Answers what else this changes: `neighbours` where others may
   * see this file's agent, skill or servers differently, `roots` of plugins whose files must be read again.
   */
  setText(uri: string, text: string | null): IndexChange {
    const key = normalizeUri(uri);
    return this.set(key, text === null ? null : summarize(key, text, this.context));
  }

  set(uri: string, summary: FileSummary | null): IndexChange {
    const key = normalizeUri(uri);
    const before = this.files.get(key);
    if (before) this.remove(before);
    if (summary) this.add(key, summary);
    const neighbours = publicFace(before) !== publicFace(summary ?? undefined);
    if (!before?.plugins && !summary?.plugins) return { neighbours, roots: [] };
    return { neighbours: true, roots: this.plugins.set(key, summary?.plugins ?? null) };
  }

  /** The files in a folder, and the folder itself where it is a file. */
  filesWithin(folder: string): string[] {
    const key = normalizeFolder(folder);
    return [...this.files.keys()].filter((uri) => isWithin(uri, key));
  }

  summaryOf(uri: string): FileSummary | undefined {
    return this.files.get(normalizeUri(uri));
  }

  /** How many files are known. */
  get size(): number {
    return this.files.size;
  }

  uris(): string[] {
    return [...this.files.keys()].sort();
  }

  agents(): KnownAgent[] {
    return this.uris().flatMap((uri) => this.files.get(uri)?.agent ?? []);
  }

  skills(): KnownSkill[] {
    return this.uris().flatMap((uri) => this.files.get(uri)?.skill ?? []);
  }

  agentAt(uri: string): KnownAgent | undefined {
    return this.files.get(normalizeUri(uri))?.agent ?? undefined;
  }

  agentsCalled(name: string, fromUri: string): readonly KnownAgent[] {
    const wanted = foldName(name);
    const isQualified = name.includes(':');
    const found = this.agentsByName
      .of(foldName(bareName(name)))
      .flatMap((uri) => this.agentAt(uri) ?? [])
      .filter((agent) => !isQualified || foldName(agent.id) === wanted);
    return found.sort(byNearness(name, normalizeUri(fromUri), this.agentAt(fromUri)));
  }

  knowsPlugin(plugin: string): boolean {
    return this.plugins.isKnown(plugin);
  }

  agentNamesLike(name: string): readonly string[] {
    return this.agentNames.of(initialOf(name));
  }

  delegatesOf(uri: string): readonly KnownAgent[] {
    const own = this.agentAt(uri);
    const names = (this.summaryOf(uri)?.references ?? []).filter(
      ({ to, form }) => to === 'agent' && (form === 'tool-list' || form === 'subagent-type'),
    );
    const found = names.flatMap(({ name }) => this.agentsCalled(name, uri)[0] ?? []);
    return [...new Set(found)].filter((agent) => own !== undefined && isSeenTogether(own, agent));
  }

  /** Where an agent is spoken of, in order of file and place. */
  mentionsOf(agent: KnownAgent): AgentReference[] {
    return this.mentionsByName
      .of(foldName(agent.name))
      .flatMap((uri) =>
        (this.files.get(uri)?.references ?? [])
          .filter(({ to, name }) => to === 'agent' && this.agentsCalled(name, uri)[0] === agent)
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
    return this.similar.near(own.uri, seen).flatMap(({ uri: other, similarity }) => {
      const agent = this.agentAt(other);
      return agent ? [{ agent, similarity }] : [];
    });
  }

  descriptionBudget(uri: string): DescriptionBudget | undefined {
    const own = this.agentAt(uri);
    if (!own || own.place.scope === 'loose') return undefined;
    const roots = visibleRoots(own, this.budgets.keys());
    const budgets = roots.flatMap((root) => this.budgets.get(root) ?? []);
    const longest = budgets.map((budget) => budget.longest()).sort(byLength)[0];
    if (!longest) return undefined;
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
    return {
      tokens: sum(budgets.map(({ tokens }) => tokens)),
      count: sum(budgets.map(({ size }) => size)),
      longest: longest.uri,
    };
  }

  skillsCalled(name: string, fromUri: string): readonly KnownSkill[] {
    const from = normalizeUri(fromUri);
    return this.skillsByName
      .of(bareName(name))
      .flatMap((uri) => this.files.get(uri)?.skill ?? [])
      .filter((skill) => (name.includes(':') ? skill.id === name : true))
      .filter((skill) => isSkillSeen(skill, from, this.context));
  }

  skillNames(fromUri: string): readonly string[] {
    const from = normalizeUri(fromUri);
    const seen = this.skills().filter((skill) => isSkillSeen(skill, from, this.context));
    return [...new Set(seen.map(({ id }) => id))];
  }

  serversFor(uri: string): readonly KnownServer[] | undefined {
    const from = normalizeUri(uri);
    const files = [...this.serverFiles].sort().filter((file) => isServerSeen(file, from));
    return files.length === 0 ? undefined : files.flatMap((file) => this.files.get(file)?.servers ?? []);
  }

  /** The servers of every file, for names to offer. */
  servers(): KnownServer[] {
    return [...this.serverFiles].sort().flatMap((file) => this.files.get(file)?.servers ?? []);
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
    this.files.set(uri, summary);
    const { agent, skill, references, servers, role } = summary;
    for (const { name } of references) this.mentionsByName.add(foldName(bareName(name)), uri);
    if (servers.length > 0 || role === 'servers') this.serverFiles.add(uri);
    if (skill) this.skillsByName.add(bareName(skill.id), uri);
    if (!agent) return;
    this.agentsByName.add(foldName(agent.name), uri);
    this.agentNames.add(initialOf(agent.name), agent.id);
    if (agent.place.scope === 'loose' || !agent.loads) return;
    this.similar.set(uri, agent.description ?? '');
    const budget = this.budgets.get(agent.place.root) ?? new RootBudget();
    this.budgets.set(agent.place.root, budget);
    budget.set(uri, estimateTokens(agent.description ?? ''));
  }

  private remove({ uri, agent, skill, references }: FileSummary): void {
    this.files.delete(uri);
    this.serverFiles.delete(uri);
    for (const { name } of references) this.mentionsByName.remove(foldName(bareName(name)), uri);
    if (skill) this.skillsByName.remove(bareName(skill.id), uri);
    if (!agent) return;
    const name = foldName(agent.name);
    this.agentsByName.remove(name, uri);
    if (!this.agentsByName.of(name).some((other) => this.files.get(other)?.agent?.id === agent.id)) {
      this.agentNames.remove(initialOf(agent.name), agent.id);
    }
    this.similar.delete(uri);
    this.budgets.get(agent.place.root)?.delete(uri);
    if (this.budgets.get(agent.place.root)?.size === 0) this.budgets.delete(agent.place.root);
  }
}

export interface IndexChange {
  readonly neighbours: boolean;
  readonly roots: readonly string[];
}

/** The lengths of the descriptions of one root. */
class RootBudget {
  tokens = 0;
  private readonly lengths = new Map<string, number>();
  private found: { uri: string; tokens: number } | undefined;

  get size(): number {
    return this.lengths.size;
  }

  set(uri: string, tokens: number): void {
    this.lengths.set(uri, tokens);
    this.tokens += tokens;
    this.found = undefined;
  }

  delete(uri: string): void {
    this.tokens -= this.lengths.get(uri) ?? 0;
    this.lengths.delete(uri);
    this.found = undefined;
  }

  longest(): { uri: string; tokens: number } {
    this.found ??= [...this.lengths].map(([uri, tokens]) => ({ uri, tokens })).sort(byLength)[0];
    return this.found ?? { uri: '', tokens: 0 };
  }
}

function byLength(a: { uri: string; tokens: number }, b: { uri: string; tokens: number }): number {
  return b.tokens - a.tokens || (a.uri < b.uri ? -1 : 1);
}

function initialOf(name: string): string {
  return foldName(bareName(name)).slice(0, 1);
}

/** What others see of a file: two summaries with the same face are the same to everybody else. */
function publicFace(summary: FileSummary | undefined): string {
  if (!summary) return '';
  const { agent, skill, servers, references } = summary;
  const delegates = references.filter(({ form }) => form === 'tool-list' || form === 'subagent-type');
  return JSON.stringify([
    agent && [agent.id, agent.place, agent.loads, agent.description],
    skill && [skill.id, skill.preloads],
    servers.map(({ name }) => name),
    delegates.map(({ name }) => name),
  ]);
}
