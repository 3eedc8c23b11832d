// For whom a file is written, which decides what VS Code checks and reads in it.
import { entryOf } from '../entries.ts';
import type { Place } from '../runtime.ts';
import type { VsCodeReading } from './read.ts';
import { scalarText } from './values.ts';

/** `claude`: a file of Claude Code, which VS Code reads too; `any`: no target, or one it does not know. */
export type Target = 'claude' | 'github-copilot' | 'vscode' | 'any';

export function targetOf(reading: VsCodeReading, { folder }: Place): Target {
  if (folder === '.claude/agents') return 'claude';
  const written = scalarText(entryOf(reading, 'target')?.value ?? null);
  return written === 'vscode' || written === 'github-copilot' ? written : 'any';
}

/** Whether VS Code itself runs such a file in its own format. */
export function isLocal(target: Target): boolean {
  return target === 'vscode' || target === 'any';
}

/** Read on GitHub and in Copilot CLI, and ignored by VS Code. */
const ONLY_ON_GITHUB: ReadonlySet<string> = new Set([
  'mcp-servers',
  'metadata',
  'skills',
  'model-policy',
  'deferred-tool-loading',
  'include-custom-instructions',
]);
/** Read by VS Code, and ignored on GitHub. */
const ONLY_IN_VSCODE: ReadonlySet<string> = new Set([
  'argument-hint',
  'agents',
  'handoffs',
  'hooks',
  'advancedOptions',
]);

/** Who reads a key that one of them knows. */
export function readerOf(key: string): 'both' | 'vscode' | 'github' {
  if (ONLY_ON_GITHUB.has(key)) return 'github';
  return ONLY_IN_VSCODE.has(key) ? 'vscode' : 'both';
}
