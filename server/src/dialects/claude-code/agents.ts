// The agents Claude Code has of itself, and what is known of how agents are looked up.

/** Built in. A file of the same name takes the place of one. Measured on 2.1.329. */
export const BUILT_IN_AGENTS: readonly string[] = [
  'Explore',
  'general-purpose',
  'Plan',
  'claude',
  'statusline-setup',
  'claude-code-guide',
];

/** Documented: above this many tokens of descriptions together Claude Code warns when it starts. */
export const DESCRIPTION_TOKENS_LIMIT = 15_000;
