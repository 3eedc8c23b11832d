// What a session that could start an agent reads besides the agent's own file: servers and settings around it.
import type { Range } from '../util/text.ts';

export interface Session {
  /** The plugin the agent comes from; null for one of a project or the user. */
  readonly plugin: string | null;
  /**
   * Names of the MCP servers it finds configured; null where no configuration is known, so any server may exist. Servers
   * of plugins, of the account and of the editor are never among them.
   */
  readonly servers: ReadonlySet<string> | null;
  /** Servers the plugin of the agent brings with it, by their own names. */
  readonly pluginServers: ReadonlySet<string>;
  /** Whether hooks and inline servers of the agent wait for its folder to be trusted. */
  readonly needsTrust: boolean;
  readonly settings: SessionSettings;
}

/** An entry of a settings file. */
export interface SettingSource {
  readonly uri: string;
  /** The file, for people. */
  readonly path: string;
  readonly range: Range;
}

export interface DenyRule extends SettingSource {
  /** As written in `permissions.deny`. */
  readonly rule: string;
  /** The tool, aliases followed; `*` in it stands for any characters. */
  readonly tool: string;
  /** The agent that cannot be started; null where the rule takes a tool away. */
  readonly agent: string | null;
}

export interface ModelSetting extends SettingSource {
  readonly value: string;
}

/** What the files of a session come to together. */
export interface SessionSettings {
  readonly deny: readonly DenyRule[];
  /** `CLAUDE_CODE_SUBAGENT_MODEL`. */
  readonly subagentModel: ModelSetting | null;
  /** `CLAUDE_CODE_SUBAGENT_MODEL_FORCE`, where it is switched on: the model of an agent's file does not count. */
  readonly forceModel: SettingSource | null;
  /** Servers of `.mcp.json` that are switched off. */
  readonly disabledServers: ReadonlySet<string>;
}

export const NO_SETTINGS: SessionSettings = {
  deny: [],
  subagentModel: null,
  forceModel: null,
  disabledServers: new Set(),
};

export const UNKNOWN_SESSION: Session = {
  plugin: null,
  servers: null,
  pluginServers: new Set(),
  needsTrust: true,
  settings: NO_SETTINGS,
};
