// Where OpenCode and Kilo look for agents, and what one is called by: folders searched deeply, and older ones of modes.
import type { AgentFolder, Place } from '../../runtime.ts';

/** `agents` first: where a new file belongs. */
const FOLDERS = ['agents', 'agent', 'modes', 'mode'] as const;

export function agentFolders(scope: AgentFolder['scope'], below: string): AgentFolder[] {
  return FOLDERS.map((name) => ({ scope, path: `${below}/${name}`, extensions: ['.md'], nested: !isModes(name) }));
}

function isModes(folder: string): boolean {
  return /(?:^|\/)modes?$/.test(folder);
}

/** Measured: an agent in a folder of modes is `primary`, whatever it says. */
export function isMode({ folder }: Place): boolean {
  return isModes(folder);
}

export type PlaceFault = 'nested' | 'extension' | 'elsewhere';

/** Why a file is not read; null where it is. Measured. */
export function placeFault({ folder, path }: Place): PlaceFault | null {
  if (folder === '') return 'elsewhere';
  if (!path.endsWith('.md')) return 'extension';
  return isModes(folder) && path.includes('/') ? 'nested' : null;
}

/** The path below the folder, without its ending: `team/reviewer`. */
export function idOf({ path }: Place): string {
  return path.replace(/\.md$/, '');
}
