// Every runtime there is: the only file that imports one.
import { claudeCode } from './claude-code/index.ts';
import { geminiCli } from './gemini-cli/index.ts';
import type { Runtime } from './runtime.ts';

/** In the order in which they are shown. */
export const runtimes: readonly Runtime[] = [claudeCode, geminiCli];

export function runtimeCalled(id: string): Runtime | undefined {
  return runtimes.find((runtime) => runtime.id === id);
}
