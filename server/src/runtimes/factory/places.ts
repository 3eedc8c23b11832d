// Where Factory looks for droids, by its documentation: the top level of two folders.
import type { AgentFolder, Place } from '../runtime.ts';

export const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.factory/droids', extensions: ['.md'], nested: false },
  { scope: 'user', path: '.factory/droids', extensions: ['.md'], nested: false },
];

/** Whether a file lies where it is read. */
export function isRead({ path }: Place): boolean {
  return !path.includes('/');
}

/** What a droid is called whose front matter was not read. */
export function nameOfFile({ path }: Place): string {
  return path.replace(/\.md$/, '');
}
