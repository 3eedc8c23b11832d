// The tools of Factory and the names its droids may list: single tools, or one category for all of a kind.
import { createToolVocabulary, type ToolDoc } from '../runtime.ts';

const TOOLS: readonly ToolDoc[] = [
  { value: 'Read', canonical: 'read', description: 'Reads a file.' },
  { value: 'LS', canonical: 'list', description: 'Lists a folder.' },
  { value: 'Grep', canonical: 'grep', description: 'Searches file contents.' },
  { value: 'Glob', canonical: 'glob', description: 'Finds files by pattern.' },
  { value: 'Create', canonical: 'write', description: 'Creates a file.' },
  { value: 'Edit', canonical: 'edit', description: 'Changes a file.' },
  { value: 'ApplyPatch', canonical: null, description: 'Applies a patch.' },
  { value: 'Execute', canonical: 'shell', description: 'Runs a shell command.' },
  { value: 'WebSearch', canonical: 'web-search', description: 'Searches the web.' },
  { value: 'FetchUrl', canonical: 'fetch', description: 'Fetches a web page.' },
  { value: 'TodoWrite', canonical: 'todo', description: 'Keeps a to-do list. Every droid has it.' },
];

export const factoryTools = createToolVocabulary(TOOLS);

/** What each category stands for; which tools `mcp` is depends on the session. */
export const CATEGORIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['read-only', ['Read', 'LS', 'Grep', 'Glob']],
  ['edit', ['Create', 'Edit', 'ApplyPatch']],
  ['execute', ['Execute']],
  ['web', ['WebSearch', 'FetchUrl']],
  ['mcp', ['mcp']],
]);

const NAMES: ReadonlySet<string> = new Set(TOOLS.map(({ value }) => value));

/** Tools of MCP servers go by ids with a separator in them, and which there are depends on the session. */
export function isToolName(name: string): boolean {
  return NAMES.has(name) || /[^A-Za-z]/.test(name);
}
