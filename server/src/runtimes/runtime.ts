// What a runtime is: a program that reads agent files. Its places, fields, tools and models are data; its loader is a
// function from a document to a report, and every fact in that report is measured or said to be documentation only.

import type { AgentDocument } from '../model/document.ts';
import type { Span } from '../util/text.ts';
import type { FieldEntry } from './entries.ts';
import type { FieldTable, ValueDoc } from './fields.ts';
import type { AgentMeaning, WriteOptions, Written } from './meaning.ts';

/** Each runtime declares its own: `gemini-cli`. Which there are is known to the registry alone. */
export type RuntimeId = string;

export interface Runtime {
  readonly id: RuntimeId;
  /** As its vendor writes it: `Gemini CLI`. */
  readonly label: string;
  readonly evidence: RuntimeEvidence;
  readonly places: readonly AgentFolder[];
  readonly fields: FieldTable;
  readonly tools: ToolVocabulary;
  readonly models: readonly ValueDoc[];
  /** What it holds where no model is written. */
  readonly defaultModel: string | null;
  /**
   * What happens, in this runtime's terms, for each cause its loader reports, or for one of its effects, where these differ.
   * `{value}` stands for a value of the event.
   */
  readonly words: Readonly<Partial<Record<Cause | `${Cause}:${Effect}`, string>>>;
  /** Whether the file is certainly written for this runtime, where others own the same folders. */
  isMeant?(document: AgentDocument): boolean;
  /** How its agents name each other; left out where none can. */
  readonly naming?: AgentNaming;
  /** How its prompts refer to tools and files; left out where they do not. */
  readonly marks?: PromptMarks;
  /**
   * True where nothing that is written in the file costs this runtime the agent or grants it more than is written, as far as that
   * can be told without loading it: false says nothing. Left out where only loading tells.
   */
  losesNothing?(document: AgentDocument, place: Place): boolean;
  /** Total: every document has a report. */
  load(document: AgentDocument, place: Place): LoadReport;
  /** What the agent is apart from this runtime; null where none comes to exist as it is written. */
  meaning(document: AgentDocument, place: Place): AgentMeaning | null;
  /** The agent as a file of this runtime, with as much of its meaning as it has words for and no more powers than it must. */
  write(meaning: AgentMeaning, options: WriteOptions): Written;
}

export interface RuntimeEvidence {
  /** `measured`: the loader was run on real files; `documentation`: only what its vendor writes is known. */
  readonly source: 'measured' | 'documentation';
  readonly version: string;
  /** `yyyy-mm-dd` */
  readonly on: string;
}

/** What stands before a name in a prompt: `#tool:`. */
export interface PromptMarks {
  readonly tool: string;
  /** Before a path, from the folder of the agent. */
  readonly file: string;
}

/** How the agents of a runtime name each other in their front matter. */
export interface AgentNaming {
  /** The fields that hold names, nested ones with dots: `handoffs.agent`. */
  readonly fields: readonly string[];
  /** Names that mean something without a file. */
  readonly builtIn: readonly string[];
  mentions(report: LoadReport): readonly AgentMention[];
}

export interface AgentMention {
  readonly name: string;
  /** Without quotes. */
  readonly span: Span;
}

/** A folder a runtime looks for agents in. */
export interface AgentFolder {
  /** Whose folder it is, which can decide how a file in it is read. */
  readonly scope: Scope;
  /**
   * From the project, the home folder, the plugin or the extension; `/` between names: `.gemini/agents`. Empty where the
   * end of the name makes a file an agent, whatever folder it lies in.
   */
  readonly path: string;
  /** What names of agent files end with; case counts. */
  readonly extensions: readonly string[];
  /** Whether folders inside it are searched too. */
  readonly nested: boolean;
  /** The file that makes a folder an extension of this runtime. */
  readonly manifest?: string;
  /** The folder is another runtime's own, and read too. */
  readonly foreign?: boolean;
  /** Nothing that is written in a file there costs this runtime the agent or grants it more than is written. */
  readonly neverLoses?: boolean;
}

export type Scope = 'project' | 'user' | 'plugin' | 'extension';

/** Where a file stands when a runtime reads it. */
export interface Place {
  readonly scope: Scope;
  /** The agent folder, as in `AgentFolder.path`. */
  readonly folder: string;
  /** Below that folder; `/` between names: `team/reviewer.md`. */
  readonly path: string;
}

export interface ToolVocabulary {
  /** The tools it has, by its own names. */
  readonly all: readonly ToolDoc[];
  /** What one of its own names stands for, aliases followed; null for a name that names nothing. */
  canonical(name: string): CanonicalTool | null;
  /** Its own name for a tool; null where it has none. */
  own(tool: CanonicalTool): string | null;
  /**
   * All that one of its names gives, where that is not just `canonical`: the name of a group, or of one of several tools
   * that do the same. Empty for a name that names nothing.
   */
  covers?(name: string): readonly CanonicalTool[];
}

/** What one of the names of a runtime gives; empty for a name that names nothing, or a tool that only this runtime has. */
export function coveredBy(tools: ToolVocabulary, name: string): readonly CanonicalTool[] {
  if (tools.covers) return tools.covers(name);
  const canonical = tools.canonical(name);
  return canonical ? [canonical] : [];
}

export interface ToolDoc extends ValueDoc {
  /** Null for a tool that only this runtime has. */
  readonly canonical: CanonicalTool | null;
}

/** What tools do, whatever a runtime calls them: how a name of one runtime becomes one of another. */
export const CANONICAL_TOOLS = [
  'read',
  'write',
  'edit',
  'shell',
  'glob',
  'grep',
  'list',
  'fetch',
  'web-search',
  'subagent',
  'todo',
  'skill',
  'ask',
  'notebook',
  'lsp',
] as const;
export type CanonicalTool = (typeof CANONICAL_TOOLS)[number];

/** The vocabulary of tools that each have one name, where the first of several stands for the canonical tool. */
export function createToolVocabulary(
  all: readonly ToolDoc[],
  aliases: Readonly<Record<string, string>> = {},
): ToolVocabulary {
  const byName = new Map(all.map((tool) => [tool.value, tool]));
  const own = new Map<CanonicalTool, string>();
  for (const { canonical, value } of all) if (canonical && !own.has(canonical)) own.set(canonical, value);
  return {
    all,
    canonical: (name) => byName.get(Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name)?.canonical ?? null,
    own: (tool) => own.get(tool) ?? null,
  };
}

/** The front matter as one runtime reads it. */
export interface Reading {
  /**
   * `none`: no front matter; `unclosed`: it never ends; `unreadable`: not YAML it takes, see `error`; `not-a-map`: YAML,
   * but not `key: value` lines; `repaired`: read after the runtime changed the text.
   */
  readonly state: 'none' | 'unclosed' | 'read' | 'repaired' | 'unreadable' | 'not-a-map';
  /** In order of writing. Empty unless `read` or `repaired`. */
  readonly entries: readonly FieldEntry[];
  /** The YAML text; null where there is none. */
  readonly inner: Span | null;
  /** What becomes the prompt, before the runtime trims it. */
  readonly body: Span;
  readonly error?: { readonly message: string; readonly span: Span };
}

/** What a loader can meet. A cause is shared by all runtimes that know it; what follows from it is each one's own. */
export const CAUSES = [
  'no-front-matter',
  'unclosed-front-matter',
  'unreadable-yaml',
  'repaired-yaml',
  'not-a-mapping',
  'missing-name',
  'invalid-name',
  'missing-description',
  'invalid-description',
  'wrong-type',
  'invalid-value',
  'missing-key',
  'unknown-key',
  'unknown-nested-key',
  'ignored-key',
  'deprecated-key',
  'empty-value',
  'duplicate-key',
  'lost-lines',
  'unknown-tool',
  'renamed-tool',
  'no-tools',
  'wrong-place',
  'wrong-file-name',
  'outdated-file-name',
  'unknown-agent',
  'duplicate-name',
  'empty-prompt',
  'executed-front-matter',
  'taken-name',
  'unusable-model',
  'disabled',
  'unused-key',
  'mixed-keys',
  'overridden-rule',
] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * What a runtime does because of a cause. Severity follows from it, see `severityOf`. `runs-code`: it executes what is
 * written; `turns-off`: the file itself says that there is to be no agent.
 */
export type Effect =
  | 'drops-file'
  | 'runs-code'
  | 'turns-off'
  | 'blocks-project'
  | 'takes-raw-file'
  | 'grants-more'
  | 'grants-less'
  | 'ignores'
  | 'changes'
  | 'none';

export interface LoadEvent {
  readonly cause: Cause;
  readonly effect: Effect;
  /** The characters that cause it. */
  readonly span: Span;
  /** The key it is about, nested ones with dots (`mcp_servers.docs.command`); null where it is about no field. */
  readonly field: string | null;
  /** For the words of the runtime: what was written, what was expected. */
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * `changed`: it loads, but not as written; `raw-prompt`: it loads with the whole file as its prompt; `blocks-project`: no
 * agent of the project loads because of it.
 */
export type Outcome = 'loads' | 'changed' | 'dropped' | 'raw-prompt' | 'blocks-project';

export interface LoadReport {
  readonly runtime: RuntimeId;
  readonly as: Place;
  readonly outcome: Outcome;
  /** What the agent is called by; null where none comes to exist. */
  readonly name: string | null;
  readonly description: string | null;
  /** In the runtime's own names; `inherit`: every tool of the session; null where it has no notion of tools. */
  readonly tools: 'inherit' | readonly string[] | null;
  /** Beside a list: it is what is left of the runtime’s own tools, and tools of servers come besides. */
  readonly isRemainder?: boolean;
  /** Names of tools that are taken away from these; left out where the runtime knows no such thing. */
  readonly denied?: readonly string[];
  /** What was written for the model, as read; null where nothing was. */
  readonly model: string | null;
  /** In order of position. */
  readonly events: readonly LoadEvent[];
  readonly reading: Reading;
}

/** Whether an agent comes to exist. */
export function comesToExist({ outcome }: Pick<LoadReport, 'outcome'>): boolean {
  return outcome === 'loads' || outcome === 'changed' || outcome === 'raw-prompt';
}

const DROPPED: ReadonlyMap<Effect, Outcome> = new Map([
  ['blocks-project', 'blocks-project'],
  ['drops-file', 'dropped'],
  ['turns-off', 'dropped'],
  ['takes-raw-file', 'raw-prompt'],
]);

/** What the events come to together: the gravest counts. */
export function outcomeOf(events: readonly LoadEvent[]): Outcome {
  for (const [effect, outcome] of DROPPED) if (events.some((event) => event.effect === effect)) return outcome;
  return events.some(({ effect }) => effect !== 'none') ? 'changed' : 'loads';
}
