// Claude Code's built-in agents and skills, and how it resolves agent names.

/** Built in. A file with the same name replaces one. Measured on 2.1.329. */
export const BUILT_IN_AGENTS: readonly string[] = [
  'Explore',
  'general-purpose',
  'Plan',
  'claude',
  'statusline-setup',
  'claude-code-guide',
];

/** Built in, and preloaded if `skills` names them. Measured on 2.1.329: its other skills cannot be preloaded. */
export const BUILT_IN_SKILLS: ReadonlySet<string> = new Set([
  'claude-api',
  'code-review',
  'dataviz',
  'fewer-permission-prompts',
  'init',
  'keybindings-help',
  'loop',
  'plugin-authoring',
  'review',
  'run',
  'security-review',
  'simplify',
  'update-config',
  'workflow-authoring',
]);

/** Documented: Claude Code warns at startup if all descriptions together exceed this many tokens. */
export const DESCRIPTION_TOKENS_LIMIT = 15_000;

/**
 * The Agent tool ignores case and separators in agent names; if two agents differ in nothing else, only their exact
 * names resolve. Documented since 2.1.140, measured on 2.1.329.
 */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** The part after the plugin and its folders. */
export function bareName(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

/** What an agent is called by: a plugin's agent with the plugin and the folders it lies in. */
export function agentId(prefix: readonly string[], name: string): string {
  return [...prefix, name].join(':');
}
