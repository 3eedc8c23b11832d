// Where Gemini CLI looks for agents: the top level of three folders.
import type { AgentFolder, Place } from '../runtime.ts';

export const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.gemini/agents', extensions: ['.md'], nested: false },
  { scope: 'user', path: '.gemini/agents', extensions: ['.md'], nested: false },
  { scope: 'extension', path: 'agents', extensions: ['.md'], nested: false, manifest: 'gemini-extension.json' },
];

export type PlaceFault = 'nested' | 'extension' | 'underscore';

/** Why a file of an agent folder is not read; null where it is. Measured. */
export function placeFault({ path }: Place): PlaceFault | null {
  if (path.includes('/')) return 'nested';
  if (!path.endsWith('.md')) return 'extension';
  return path.startsWith('_') ? 'underscore' : null;
}
