// What a rule may ask about the agents, skills and servers around a document.
import type { Range } from '../util/text.ts';
import { isWithin } from '../util/uri.ts';

/**
 * `project`: in `.claude/agents` of some folder; `user`: in the user's own; `plugin`: in `agents` of a plugin; `loose`:
 * elsewhere, so that no runtime loads it from there.
 */
export type AgentScope = 'project' | 'user' | 'plugin' | 'loose';

export interface AgentPlace {
  readonly scope: AgentScope;
  /** URI of the folder that has `.claude`, or of the plugin; of the file's own folder where it is loose. */
  readonly root: string;
  /** Null outside of plugins. */
  readonly plugin: string | null;
  /** Other names the plugin is installed under. */
  readonly otherPlugins: readonly string[];
  /** Of a plugin's agent: the folders between `agents` and the file, which are part of its id. */
  readonly folders: readonly string[];
  /** Of a project's agent: the folder that is the top of its repository; null where none is known. */
  readonly repository: string | null;
}

export interface KnownAgent {
  readonly uri: string;
  readonly place: AgentPlace;
  /** What it is called; where it does not load, what it would be called. */
  readonly name: string;
  /** The name it is asked for by: a plugin's agents have its prefix. */
  readonly id: string;
  /** Where its plugin has several names. */
  readonly otherIds: readonly string[];
  readonly loads: boolean;
  readonly description: string | null;
  /** The characters of the name; the start of the file where it has none. */
  readonly nameRange: Range;
  /** Null where no name is written, so that the file's name counts. */
  readonly writtenName: string | null;
  readonly descriptionRange: Range | null;
}

export interface KnownSkill {
  readonly uri: string;
  readonly name: string;
  /** With the plugin's prefix, where it has one. */
  readonly id: string;
  /** What its own `name` says, which is looked up too; null where it says nothing else. */
  readonly otherName: string | null;
  /** False where `disable-model-invocation` keeps it from being preloaded. */
  readonly preloads: boolean;
  readonly description: string | null;
}

export interface KnownServer {
  readonly uri: string;
  readonly name: string;
  /** The key in the file. */
  readonly range: Range;
}

export interface SimilarAgent {
  readonly agent: KnownAgent;
  /** 0 to 1: words in common of all words of both. */
  readonly similarity: number;
}

export interface DescriptionBudget {
  /** About how many tokens the descriptions that are loaded together cost. */
  readonly tokens: number;
  readonly count: number;
  /** What those of other folders cost: the part that is there without the agent's own folder. */
  readonly elsewhere: number;
  /** The agent whose description is the longest of its folder. */
  readonly longest: string;
}

/** Answers are in a fixed order, whatever the order in which files became known. */
export interface WorkspaceView {
  /** False until every folder has been read: nothing may then be said to be missing. */
  readonly complete: boolean;
  agentAt(uri: string): KnownAgent | undefined;
  /** The agents a name may mean in a document, those it means there first. Case and separators do not count. */
  agentsCalled(name: string, fromUri: string): readonly KnownAgent[];
  /** Whether all agents of a plugin are known. */
  knowsPlugin(plugin: string): boolean;
  /** The name of an agent that was meant by a mistyped one. */
  nearestAgentName(name: string): string | undefined;
  /** Agents that a document hands work to by a name that is certainly one of an agent. */
  delegatesOf(uri: string): readonly KnownAgent[];
  /** The most similar first; only of agents that are loaded together with it. */
  similarTo(uri: string): readonly SimilarAgent[];
  descriptionBudget(uri: string): DescriptionBudget | undefined;
  skillsCalled(name: string, fromUri: string): readonly KnownSkill[];
  /** The name of a skill that was meant by a mistyped one. */
  nearestSkillName(name: string, fromUri: string): string | undefined;
  /** The servers that are configured for a document's folder; undefined where no configuration of servers is known. */
  serversFor(uri: string): readonly KnownServer[] | undefined;
  /** A path for people: relative to the workspace folder. */
  shownPath(uri: string): string;
}

/**
 * Documented: a session reads the agents of its folder and of those above it, the user's own and those of enabled
 * plugins. Measured: it looks no further up than the top of its repository. Which plugins are enabled cannot be told, so
 * that only agents of one plugin are certain to be together.
 */
export function isSeenTogether(one: KnownAgent, other: KnownAgent): boolean {
  const [a, b] = [one.place, other.place];
  if (a.scope === 'loose' || b.scope === 'loose') return false;
  if (a.scope === 'plugin' || b.scope === 'plugin') return a.plugin === b.plugin && a.root === b.root;
  if (a.scope === 'user' || b.scope === 'user') return true;
  if (a.repository !== b.repository) return false;
  return isWithin(a.root, b.root) || isWithin(b.root, a.root);
}

/** For a document about whose neighbours nothing is known. */
export const NO_WORKSPACE: WorkspaceView = {
  complete: false,
  agentAt: () => undefined,
  agentsCalled: () => [],
  knowsPlugin: () => false,
  nearestAgentName: () => undefined,
  delegatesOf: () => [],
  similarTo: () => [],
  descriptionBudget: () => undefined,
  skillsCalled: () => [],
  nearestSkillName: () => undefined,
  serversFor: () => undefined,
  shownPath: (uri) => uri,
};
