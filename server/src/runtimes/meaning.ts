// What an agent is apart from any runtime: the hub of conversion. A runtime says what a file means to it, and writes a file
// that means the same, as far as it can.
import type { CanonicalTool, RuntimeId, Scope } from './runtime.ts';

export interface AgentMeaning {
  /** The runtime that read it. */
  readonly runtime: RuntimeId;
  readonly name: string;
  readonly description: string | null;
  /** Without white space around it. */
  readonly prompt: string;
  readonly tools: MeantTools;
  /** Null: the model of the session. */
  readonly model: MeantModel | null;
  readonly settings: Settings;
  /** What else is written, whether it does something or not. In order of writing. */
  readonly rest: readonly RestField[];
  /** The keys of its runtime for what every agent has: they name what is lost. */
  readonly keys: CoreKeys;
}

export interface CoreKeys {
  readonly name: string;
  readonly description: string;
  readonly tools: string;
  readonly denied: string;
  readonly model: string;
}

/**
 * A tool in the words all runtimes share; `mcp:*`, every tool of every MCP server; `mcp:docs`, every tool of one;
 * `mcp:docs/search`, one of them; `own:claude-code:Monitor`, a tool that only one kind of runtime has.
 */
export type MeantTool = CanonicalTool | `mcp:${string}` | `own:${string}`;

export interface MeantTools {
  /** `all`: every tool of the session, whichever those are. */
  readonly allowed: 'all' | readonly MeantTool[];
  /** What is taken away again from `all`. */
  readonly denied: readonly MeantTool[];
  /** In order, the last that matches counts. Empty where every tool is allowed or denied as a whole. */
  readonly rules: readonly ToolRule[];
}

export interface ToolRule {
  readonly tool: MeantTool | '*';
  /** Which uses of the tool, as a pattern; `*` for all of them. */
  readonly uses: string;
  readonly action: 'allow' | 'ask' | 'deny';
}

export interface MeantModel {
  readonly written: string;
  /** Null where it is not known who makes it. */
  readonly vendor: string | null;
  /** Without its version: `sonnet`, `gpt-mini`. */
  readonly family: string;
  /** `4.5`; null for a name that stands for whichever is current. */
  readonly version: string | null;
  /** What runs where that one is not available, as written. */
  readonly others: readonly string[];
}

/** One setting, with the key and the value it is written as. */
export interface Setting<Value> {
  readonly field: string;
  readonly value: Value;
  readonly written: unknown;
}

export interface SettingValues {
  /** The name shown to people, where it is another than the one the agent is called by. */
  readonly label: string;
  readonly turns: number;
  readonly minutes: number;
  readonly temperature: number;
  readonly topP: number;
  /** `#rrggbb` in lower case, or a word of a theme. */
  readonly color: string;
  readonly effort: string;
  readonly approval: Approval;
  readonly memory: string;
  readonly background: boolean;
  readonly audience: Audience;
  /** Kept out of lists that people choose from. */
  readonly hidden: boolean;
  readonly skills: readonly string[];
  readonly servers: readonly MeantServer[];
  readonly hooks: Hooks;
  /** Sent to the provider of the model as they are. */
  readonly providerOptions: Readonly<Record<string, unknown>>;
  readonly github: unknown;
}

export type Settings = { readonly [Key in keyof SettingValues]?: Setting<SettingValues[Key]> };

/** `plan`: changes nothing; `dontAsk`: what is not allowed is denied; `bubble`: the main session is asked. */
export type Approval = 'default' | 'plan' | 'acceptEdits' | 'auto' | 'dontAsk' | 'bypass' | 'bubble';

/** Who starts the agent. `agents`: people can still ask for it by its name; `only-agents`: they cannot. */
export type Audience = 'everyone' | 'people' | 'agents' | 'only-agents';

export interface MeantServer {
  readonly name: string;
  /** Null: a server that is configured elsewhere. */
  readonly config: ServerConfig | null;
}

export interface ServerConfig {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly url?: string;
  readonly transport?: 'http' | 'sse';
  readonly headers?: Readonly<Record<string, string>>;
  /** The tools of it that count; all of them where it is left out. */
  readonly tools?: readonly string[];
  /** Everything else, by its key. */
  readonly rest?: Readonly<Record<string, unknown>>;
}

/** Hooks are programs that depend on what they are told, so they only mean the same to runtimes of one kind. */
export interface Hooks {
  readonly kind: string;
  /** Whether one of them can refuse a use of a tool. */
  readonly guards: boolean;
  readonly events: Readonly<Record<string, unknown>>;
}

export interface RestField {
  readonly field: string;
  readonly written: unknown;
  /** `own`: only this runtime has it; `unknown`: no field of it; `ignored`: a field it does not use as written. */
  readonly why: 'own' | 'unknown' | 'ignored';
  /** It keeps the agent from doing something. */
  readonly limits?: boolean;
}

export interface WriteOptions {
  /** The model in the words of the target; it is found by its name where nothing is said. */
  readonly model?: string;
  /** Where the file is to lie. */
  readonly scope: Scope;
  /** The name of the source file without its ending: what the agent is called where nothing is left of its own name. */
  readonly stem: string;
}

export interface Written {
  readonly text: string;
  /** Below the agent folder; `/` between names. */
  readonly path: string;
}

export type LossKind = 'dropped' | 'approximated' | 'moved-to-prompt' | 'needs-choice';
