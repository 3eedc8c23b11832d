// Every runtime there is, and the formats layered on their files: the only file that imports a runtime.
import { ringFields } from '../formats/ring/schema.ts';
import type { Rule } from '../rules/rule.ts';
import { claudeCode } from './claude-code/index.ts';
import { indexed as indexedClaudeCode } from './claude-code/indexed.ts';
import { report } from './claude-code/report.ts';
import { rules as claudeCodeRules } from './claude-code/rules/index.ts';
import { copilotCli } from './copilot-cli/index.ts';
import { cursor } from './cursor/index.ts';
import { factory } from './factory/index.ts';
import { withFormat } from './fields.ts';
import { geminiCli } from './gemini-cli/index.ts';
import { kilo } from './kilo/index.ts';
import { kiro } from './kiro/index.ts';
import { opencode } from './opencode/index.ts';
import { opencodeV2 } from './opencode-v2/index.ts';
import { qwenCode } from './qwen-code/index.ts';
import type { Runtime } from './runtime.ts';
import { vsCode } from './vscode/index.ts';

/** The runtime whose agents the workspace index knows, and whose rules run in full. */
export const indexed = { ...indexedClaudeCode, fields: withFormat(indexedClaudeCode.fields, ringFields) };

/** The same behind the interface of all runtimes, and what its own report comes to in their words. */
export const claudeRuntime: Runtime = { ...claudeCode, fields: indexed.fields };
export const claudeReport = report;

/** In the order in which they are shown. */
export const runtimes: readonly Runtime[] = [
  claudeRuntime,
  vsCode,
  copilotCli,
  geminiCli,
  opencode,
  opencodeV2,
  kilo,
  qwenCode,
  cursor,
  factory,
  kiro,
];

export function runtimeCalled(id: string): Runtime | undefined {
  return runtimes.find((runtime) => runtime.id === id);
}

/** Rules that only one runtime has. */
export const runtimeRules: readonly Rule[] = claudeCodeRules;
