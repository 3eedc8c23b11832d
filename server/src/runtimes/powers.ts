// What an agent can do once it is started: its tools and what gives or takes them, its model, its other fields.
import type { Span } from '../util/text.ts';
import type { DenyRule, SettingSource } from './session.ts';

export interface Powers {
  /** After settings. `inherit`: every tool of the session but those of `deniedTools` and `deniedBySettings`. */
  readonly tools: 'inherit' | readonly string[];
  /** What gives each of `tools`; where it inherits, what comes besides. */
  readonly grantedTools: readonly GrantedTool[];
  /** Tools taken away by `disallowedTools`, in order of writing: what `inherit` leaves out. */
  readonly deniedTools: readonly string[];
  readonly refusedTools: readonly RefusedTool[];
  readonly deniedBySettings: readonly DeniedBySettings[];
  /** Null where Claude Code starts it. */
  readonly startFault: StartFault | null;
  /** What was written for `model`, as read; null where nothing was. */
  readonly model: string | null;
  readonly effectiveModel: EffectiveModel;
  readonly options: AgentOptions;
  /** Whether hooks and inline servers wait for the folder to be trusted. */
  readonly needsTrust: boolean;
  /** Null where nothing is otherwise. */
  readonly mainSession: MainSession | null;
}

/** A written tool that the agent does not get. */
export interface RefusedTool {
  readonly name: string;
  readonly span: Span;
  /**
   * `pattern`: an MCP name with a wildcard that counts for nothing; `not-configured`: of a server that no configuration
   * has; `short-server-name`: of its own plugin’s server, without the plugin; `settings`: see `by`.
   */
  readonly reason:
    | 'unknown'
    | 'dead'
    | 'wrong-case'
    | 'not-for-subagents'
    | 'disallowed'
    | 'malformed'
    | 'pattern'
    | 'not-configured'
    | 'short-server-name'
    | 'settings';
  /** The rule of a settings file that takes it. */
  readonly by?: DenyRule;
}

/** A tool that the agent gets, or all tools of a server (`mcp__server__*`), and what gives it. */
export interface GrantedTool {
  readonly name: string;
  readonly from: 'tools' | 'memory' | 'mcpServers';
}

/** A tool that settings take from an agent. */
export interface DeniedBySettings {
  /** What the agent would have; where it inherits, the tool of the rule. */
  readonly name: string;
  readonly by: DenyRule;
}

/** Why Claude Code does not start an agent that loads: its tools come to nothing, or settings forbid it. */
export type StartFault = { readonly kind: 'no-tools' } | { readonly kind: 'settings'; readonly by: DenyRule };

export interface EffectiveModel {
  /** An alias or an id, as written in the agent or in settings; null: the model of the session. */
  readonly value: string | null;
  /** The settings that decide it; null where the agent itself does, or nobody. */
  readonly by: SettingSource | null;
}

/** What an agent's other fields come to: values that are ignored are left out. */
export interface AgentOptions {
  /** Events its hooks run at, in order of writing. */
  readonly hooks: readonly string[];
  readonly skills: readonly string[];
  readonly memory: string | null;
  readonly isolation: string | null;
  readonly background: boolean | null;
  readonly maxTurns: number | null;
  readonly effort: string | null;
  readonly permissionMode: string | null;
  readonly mcpServers: readonly AgentServer[];
}

export interface AgentServer {
  readonly name: string;
  /** Its configuration stands in the agent itself. */
  readonly inline: boolean;
  /** False for the name of a server that no configuration has. */
  readonly configured: boolean;
}

/** What is otherwise where the agent runs as the main session (`--agent`) and not as a subagent. */
export interface MainSession {
  readonly tools: 'inherit' | readonly string[];
  /** The agents it may start; null: any. */
  readonly agents: readonly string[] | null;
  readonly model: string | null;
  readonly sendsInitialPrompt: boolean;
}

/** Fields of an agent that have no effect until its folder is trusted. */
export function trustedOnly({ needsTrust, options }: Pick<Powers, 'needsTrust' | 'options'>): string[] {
  if (!needsTrust) return [];
  const hooks = options.hooks.length > 0 ? ['hooks'] : [];
  return options.mcpServers.some(({ inline }) => inline) ? [...hooks, 'mcpServers'] : hooks;
}
