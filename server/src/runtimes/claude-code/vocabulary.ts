// The vocabulary of Claude Code: models, colors, modes, hook events. Plain data that the client can share. Measured on
// 2.1.329 unless a comment says otherwise.
import type { ValueDoc } from '../fields.ts';

export interface ModelDoc extends ValueDoc {
  /** The model ID it stood for when measured; undefined if it depends on the session. */
  readonly resolvesTo?: string;
  /** Whether completion offers it; the others are only recognized. */
  readonly offered: boolean;
}

export const MODEL_ALIASES: readonly ModelDoc[] = [
  { value: 'inherit', offered: true, description: 'The model of the main conversation.' },
  { value: 'sonnet', offered: true, resolvesTo: 'claude-sonnet-5-5', description: 'The current Sonnet: balanced.' },
  { value: 'opus', offered: true, resolvesTo: 'claude-opus-5-5', description: 'The current Opus: most capable.' },
  {
    value: 'haiku',
    offered: true,
    resolvesTo: 'claude-haiku-5-5',
    description: 'The current Haiku: fast and inexpensive.',
  },
  { value: 'fable', offered: true, resolvesTo: 'claude-fable-5-2', description: 'The current Fable.' },
  { value: 'best', offered: false, description: 'The most capable model available to the account.' },
  {
    value: 'opusplan',
    offered: false,
    resolvesTo: 'claude-sonnet-5-5',
    description: 'Opus while planning, Sonnet otherwise.',
  },
];

/** Aliases that also accept the suffix for the long context window. */
export const LONG_CONTEXT_SUFFIX = '[1m]';

/** Full IDs known to 2.1.329; any other string is passed on to the API unchecked. */
export const MODEL_IDS: readonly string[] = [
  'claude-fable-5-2',
  'claude-fable-5-1',
  'claude-fable-5',
  'claude-mythos-5-1',
  'claude-mythos-5',
  'claude-opus-5-5',
  'claude-opus-5',
  'claude-opus-4-8',
  'claude-opus-4-7',
  'claude-opus-4-6',
  'claude-opus-4-5',
  'claude-opus-4-1',
  'claude-opus-4-0',
  'claude-sonnet-5-5',
  'claude-sonnet-5',
  'claude-sonnet-4-6',
  'claude-sonnet-4-5',
  'claude-sonnet-4-0',
  'claude-sonnet-3-7',
  'claude-sonnet-3-5',
  'claude-haiku-5-5',
  'claude-haiku-4-5',
  'claude-haiku-3-5',
];

export interface ColorDoc extends ValueDoc {
  /** The swatch color, as `#rrggbb`. */
  readonly hex: string;
}

export const COLORS: readonly ColorDoc[] = [
  { value: 'red', hex: '#dc2626', description: 'Red' },
  { value: 'blue', hex: '#2563eb', description: 'Blue' },
  { value: 'green', hex: '#16a34a', description: 'Green' },
  { value: 'yellow', hex: '#ca8a04', description: 'Yellow' },
  { value: 'purple', hex: '#9333ea', description: 'Purple' },
  { value: 'orange', hex: '#ea580c', description: 'Orange' },
  { value: 'pink', hex: '#db2777', description: 'Pink' },
  { value: 'cyan', hex: '#0891b2', description: 'Cyan' },
];

/** Colors that people write but that are not among the eight, and the nearest of the eight. */
export const COLOR_STAND_INS: Readonly<Record<string, string>> = {
  magenta: 'pink',
  violet: 'purple',
  indigo: 'purple',
  teal: 'cyan',
  turquoise: 'cyan',
  gold: 'yellow',
  amber: 'yellow',
  lime: 'green',
  navy: 'blue',
  crimson: 'red',
};

export const PERMISSION_MODES: readonly ValueDoc[] = [
  { value: 'default', description: 'Asks before each kind of tool use that needs permission.' },
  { value: 'manual', since: '2.1.200', description: 'Same as `default`.' },
  { value: 'acceptEdits', description: 'Accepts file edits without asking.' },
  { value: 'auto', description: 'Lets a classifier decide what to ask about.' },
  { value: 'dontAsk', description: 'Denies anything not already allowed, without asking.' },
  {
    value: 'bypassPermissions',
    description: 'Skips all permission checks. Takes effect only if the main conversation is in this mode too.',
  },
  { value: 'plan', description: 'Reads and plans without changing anything.' },
];

export const MEMORY_SCOPES: readonly ValueDoc[] = [
  { value: 'user', description: 'Memory for all projects, in the user folder. Adds Read, Write, and Edit.' },
  { value: 'project', description: 'Memory shared with the project. Adds Read, Write, and Edit.' },
  { value: 'local', description: 'Memory for this project, not committed. Adds Read, Write, and Edit.' },
];

export const EFFORTS: readonly ValueDoc[] = [
  { value: 'low', description: 'The least thinking.' },
  { value: 'medium', description: 'Moderate thinking.' },
  { value: 'high', description: 'More thinking.' },
  { value: 'xhigh', description: 'A lot of thinking, on models that support it.' },
  { value: 'max', description: 'The most thinking, on models that support it.' },
];

export const ISOLATIONS: readonly ValueDoc[] = [
  { value: 'worktree', since: '2.1.49', description: 'Works in a temporary git worktree.' },
  { value: 'remote', description: 'Runs remotely, if available to the account. Undocumented.' },
];

export const CACHE_TTLS: readonly ValueDoc[] = [
  { value: '5m', description: 'Five minutes.' },
  { value: '1h', description: 'One hour.' },
];

export const HOOK_EVENTS: readonly string[] = (
  'PreToolUse PostToolUse PostToolUseFailure PostToolBatch Notification UserPromptSubmit UserPromptExpansion ' +
  'SessionStart SessionEnd Stop StopFailure SubagentStart SubagentStop PreCompact PostCompact PreModelSwitch ' +
  'PostModelSwitch PermissionRequest PermissionDenied Setup TeammateIdle TaskCreated TaskCompleted Elicitation ' +
  'ElicitationResult ConfigChange WorktreeCreate WorktreeRemove InstructionsLoaded CwdChanged FileChanged ' +
  'DirectoryAdded MessageDisplay'
).split(' ');

/** Keys the runtime does not know, and the field it suggests in its log. */
export const KEY_STAND_INS: Readonly<Record<string, string>> = {
  'allowed-tools': 'tools',
  allowedTools: 'tools',
  allowed_tools: 'tools',
  tool: 'tools',
  when_to_use: 'description',
  'disallowed-tools': 'disallowedTools',
  disallowed_tools: 'disallowedTools',
  max_turns: 'maxTurns',
  'max-turns': 'maxTurns',
  'mcp-servers': 'mcpServers',
  mcpServer: 'mcpServers',
  mcp_servers: 'mcpServers',
  'permission-mode': 'permissionMode',
  'omit-claude-md': 'omitClaudeMd',
  'initial-prompt': 'initialPrompt',
  'auto-compact-window': 'autoCompactWindow',
  skill: 'skills',
  hook: 'hooks',
  colour: 'color',
  colors: 'color',
  modell: 'model',
};

/** Who reads keys that no tool does. */
export const PEOPLE = 'notes for people';

/**
 * Keys that other tools use, or that people intentionally add for bookkeeping. Claude Code ignores them, and their
 * authors know it: information, not a warning.
 */
export const FOREIGN_KEYS: Readonly<Record<string, string>> = {
  author: PEOPLE,
  category: PEOPLE,
  date: PEOPLE,
  license: PEOPLE,
  metadata: PEOPLE,
  priority: PEOPLE,
  tags: PEOPLE,
  title: PEOPLE,
  'argument-hint': 'VS Code agents and commands',
  'disable-model-invocation': 'VS Code agents and skills',
  handoffs: 'VS Code agents',
  target: 'VS Code agents',
  'user-invocable': 'VS Code agents and skills',
  mode: 'OpenCode',
  permission: 'OpenCode',
  temperature: 'OpenCode and Gemini',
  kind: 'Gemini',
  timeout_mins: 'Gemini',
  readonly: 'Cursor',
};
