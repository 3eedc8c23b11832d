// Models in agent files of VS Code: `Name (vendor)`, as the model picker shows them. Which there are depends on the account.
import type { ValueDoc } from '../fields.ts';

/** What VS Code takes a model of Claude Code for, in files of `.claude/agents`. Read in the bundle. */
const FROM_CLAUDE: Readonly<Record<string, string>> = {
  sonnet: 'Claude Sonnet 4.5 (copilot)',
  opus: 'Claude Opus 4.6 (copilot)',
  haiku: 'Claude Haiku 4.5 (copilot)',
};

export const VSCODE_MODELS: readonly ValueDoc[] = Object.values(FROM_CLAUDE).map((value) => ({
  value,
  description: `${value.replace(/ \(.*/, '')} through Copilot.`,
}));

/** Null where the model of the session runs. */
export function modelForClaude(name: string): string | null {
  return Object.hasOwn(FROM_CLAUDE, name) ? (FROM_CLAUDE[name] ?? null) : null;
}

/** Words that VS Code takes in `model` of a Claude Code agent; it marks all others, and ignores them. */
export const CLAUDE_MODELS: ReadonlySet<string> = new Set([...Object.keys(FROM_CLAUDE), 'inherit']);
