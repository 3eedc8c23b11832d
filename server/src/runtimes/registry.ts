// Every runtime there is: the only file that imports one.
import type { Rule } from '../rules/rule.ts';
import { claudeCode } from './claude-code/index.ts';
import { report } from './claude-code/report.ts';
import { rules as claudeCodeRules } from './claude-code/rules/index.ts';
import { copilotCli } from './copilot-cli/index.ts';
import { geminiCli } from './gemini-cli/index.ts';
import type { Runtime } from './runtime.ts';
import { vsCode } from './vscode/index.ts';

/** The runtime whose agents the workspace index knows, and whose rules run in full. */
export const CLAUDE_CODE = claudeCode.id;

/** In the order in which they are shown. */
export const runtimes: readonly Runtime[] = [claudeCode, vsCode, copilotCli, geminiCli];

export function runtimeCalled(id: string): Runtime | undefined {
  return runtimes.find((runtime) => runtime.id === id);
}

/** Claude Code, and what its own report comes to in the words of all runtimes. */
export const claudeRuntime = claudeCode;
export const claudeReport = report;

/** Rules that only one runtime has. */
export const runtimeRules: readonly Rule[] = claudeCodeRules;
