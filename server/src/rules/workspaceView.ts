// What a rule may ask about the agents, skills, plugins, and servers around a document.
import type { ManifestVerdict } from '../runtimes/indexed.ts';
import type { RuntimeId } from '../runtimes/runtime.ts';
import type { Range } from '../util/text.ts';
import { isWithin } from '../util/uri.ts';

/** Why Claude Code does not load a plugin. */
export interface PluginRefusal {
  /** The field to fix; null if it is the file as a whole. */
  readonly field: string | null;
  /** The place in the manifest. */
  readonly range: Range;
}

export interface KnownPlugin {
  /** URI of its folder. */
  readonly root: string;
  readonly name: string;
  /** URI of its own manifest; null if there is none: a plugin that is only listed may be elsewhere. */
  readonly manifest: string | null;
  /** Null if it loads as far as known. */
  readonly refusal: PluginRefusal | null;
}

/**
 * `project`: in `.claude/agents` of some folder; `user`: in the user's own folder; `plugin`: in `agents` of a plugin;
 * `loose`: elsewhere, where no runtime loads it.
 */
export type AgentScope = 'project' | 'user' | 'plugin' | 'loose';

export interface AgentPlace {
  readonly scope: AgentScope;
  /** URI of the folder that contains `.claude`, or of the plugin; for a loose file, of its own folder. */
  readonly root: string;
  /** Null outside plugins. */
  readonly plugin: string | null;
  /** Other names under which the plugin is installed. */
  readonly otherPlugins: readonly string[];
  /** For a plugin agent: the folders between `agents` and the file, which are part of its ID. */
  readonly folders: readonly string[];
  /** For a project agent: the root folder of its repository; null if unknown. */
  readonly repository: string | null;
  /** `loads` outside plugins. */
  readonly manifest: ManifestVerdict;
}

export interface KnownAgent {
  readonly uri: string;
  readonly place: AgentPlace;
  /** The agent's name; if it does not load, the name it would have. */
  readonly name: string;
  /** The name to call it by: plugin agents have a prefix. */
  readonly id: string;
  /** If its plugin has several names. */
  readonly otherIds: readonly string[];
  readonly loads: boolean;
  readonly description: string | null;
  /** The range of the name, or the start of the file if it has none. */
  readonly nameRange: Range;
  /** Null if the file declares no name, in which case the file name counts. */
  readonly writtenName: string | null;
  readonly descriptionRange: Range | null;
}

/** A skill, or something that is called like one. */
export interface KnownSkill {
  readonly uri: string;
  readonly kind: 'skill' | 'command' | 'workflow';
  readonly name: string;
  /** With the plugin's prefix, if it has one. */
  readonly id: string;
  /** The skill's own `name`, which also resolves; null if it is the same. */
  readonly otherName: string | null;
  /** False if `disable-model-invocation` prevents preloading. */
  readonly preloads: boolean;
  readonly description: string | null;
}

/** An agent of a runtime whose agents name each other, other than Claude Code. */
export interface RuntimeAgent {
  readonly uri: string;
  readonly runtime: RuntimeId;
  readonly name: string;
  /** The start of the file where the name is not written as it is read. */
  readonly nameRange: Range;
  readonly isNameWritten: boolean;
  readonly description: string | null;
  readonly mentions: readonly { readonly name: string; readonly range: Range }[];
}

/** The agents of runtimes other than Claude Code. */
export interface RuntimeAgentsView {
  /** Those called by exactly this name, in order of their files. */
  called(runtime: RuntimeId, name: string): readonly RuntimeAgent[];
  /** Each name once, in alphabetical order. */
  names(runtime: RuntimeId): readonly string[];
}

export interface KnownServer {
  readonly uri: string;
  readonly name: string;
  /** The range of the key in the file. */
  readonly range: Range;
}

export interface SimilarAgent {
  readonly agent: KnownAgent;
  /** 0 to 1: shared words as a fraction of all words in both. */
  readonly similarity: number;
}

export interface DescriptionBudget {
  /** The approximate token cost of all descriptions that are loaded together. */
  readonly tokens: number;
  readonly count: number;
  /** The cost of the descriptions in other folders: what remains without the agent's own folder. */
  readonly elsewhere: number;
  /** The agent with the longest description in its folder. */
  readonly longest: string;
}

/** Answers come in a fixed order, regardless of the order in which files were discovered. */
export interface SharedKeys {
  /** In alphabetical order. */
  readonly keys: readonly string[];
  /** How many agents the folder has. */
  readonly agents: number;
  /** Whether the document is the first in the folder, by its URI, that has one of the keys. */
  readonly isFirst: boolean;
}

export interface WorkspaceView {
  /** False until every folder has been read; until then nothing may be reported as missing. */
  readonly complete: boolean;
  agentAt(uri: string): KnownAgent | undefined;
  /** The agents a name can refer to in a document, best match first. Ignores case and separators. */
  agentsCalled(name: string, fromUri: string): readonly KnownAgent[];
  readonly runtimeAgents: RuntimeAgentsView;
  /** The plugin whose folder this is. */
  pluginAt(root: string): KnownPlugin | undefined;
  /** Whether all agents, skills, commands and workflows of a plugin are known. */
  knowsPlugin(plugin: string): boolean;
  /** The agent name most likely meant by a misspelled one. */
  nearestAgentName(name: string): string | undefined;
  /** Agents that a document delegates to by a name that is certain to be an agent's. */
  delegatesOf(uri: string): readonly KnownAgent[];
  /** Most similar first; only agents that are loaded together with it. */
  similarTo(uri: string): readonly SimilarAgent[];
  descriptionBudget(uri: string): DescriptionBudget | undefined;
  skillsCalled(name: string, fromUri: string): readonly KnownSkill[];
  /** The skill name most likely meant by a misspelled one. */
  nearestSkillName(name: string, fromUri: string): string | undefined;
  /** The servers configured for a document's folder; undefined if no server configuration is known. */
  serversFor(uri: string): readonly KnownServer[] | undefined;
  /**
   * Keys that Claude Code does not know and most agents in the document's folder have, without those in `known`;
   * undefined if there are none or not all files are known.
   */
  sharedKeys(uri: string, known: ReadonlySet<string>): SharedKeys | undefined;
  /** A path for display, relative to the workspace folder. */
  shownPath(uri: string): string;
}

/**
 * Documented: a session reads the agents of its folder and its parent folders, the user's agents, and those of enabled
 * plugins. Measured: it looks no further up than the root of its repository. Which plugins are enabled is unknown, so
 * only agents of the same plugin are certain to be loaded together.
 */
export function isSeenTogether(one: KnownAgent, other: KnownAgent): boolean {
  const [a, b] = [one.place, other.place];
  if (a.scope === 'loose' || b.scope === 'loose') return false;
  if (a.scope === 'plugin' || b.scope === 'plugin') return a.plugin === b.plugin && a.root === b.root;
  if (a.scope === 'user' || b.scope === 'user') return true;
  if (a.repository !== b.repository) return false;
  return isWithin(a.root, b.root) || isWithin(b.root, a.root);
}

/** For a document whose workspace is unknown. */
export const NO_WORKSPACE: WorkspaceView = {
  complete: false,
  agentAt: () => undefined,
  agentsCalled: () => [],
  runtimeAgents: { called: () => [], names: () => [] },
  pluginAt: () => undefined,
  knowsPlugin: () => false,
  nearestAgentName: () => undefined,
  delegatesOf: () => [],
  similarTo: () => [],
  descriptionBudget: () => undefined,
  skillsCalled: () => [],
  nearestSkillName: () => undefined,
  serversFor: () => undefined,
  sharedKeys: () => undefined,
  shownPath: (uri) => uri,
};
