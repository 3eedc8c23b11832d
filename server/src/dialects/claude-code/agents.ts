// The agents and skills Claude Code has of itself, and what is known of how agents are looked up.

/** Built in. A file of the same name takes the place of one. Measured on 2.1.329. */
export const BUILT_IN_AGENTS: readonly string[] = [
  'Explore',
  'general-purpose',
  'Plan',
  'claude',
  'statusline-setup',
  'claude-code-guide',
];

/** Built in, and preloaded where `skills` names them. Measured on 2.1.329: the other skills it has cannot be. */
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

/** Documented: above this many tokens of descriptions together Claude Code warns when it starts. */
export const DESCRIPTION_TOKENS_LIMIT = 15_000;

/**
 * The Agent tool finds an agent whatever the case and separators of the name it is given; where two agents differ in
 * nothing else, only their exact names are found. Documented since 2.1.140, measured on 2.1.329.
 */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** The part after the plugin and its folders. */
export function bareName(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
