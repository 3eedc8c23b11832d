// Agents of Cursor have every tool of the session: there are no names to list.
import { createToolVocabulary } from '../runtime.ts';

export const cursorTools = createToolVocabulary([]);

/** How other runtimes call a list of tools. */
export const TOOL_KEYS: ReadonlySet<string> = new Set([
  'tools',
  'disallowedTools',
  'allowed-tools',
  'permission',
  'permissions',
]);
