// The tools that agents of OpenCode and Kilo have, and the names that permissions are written with.
import type { ToolDoc } from '../../runtime.ts';
import type { PermissionRule } from './permissions.ts';

export const OPENCODE_TOOLS: readonly ToolDoc[] = [
  { value: 'read', canonical: 'read', description: 'Reads files.' },
  { value: 'edit', canonical: 'edit', description: 'Changes files. Its permission covers `write` and `patch` too.' },
  { value: 'write', canonical: 'write', description: 'Creates files. Covered by the permission `edit`.' },
  { value: 'bash', canonical: 'shell', description: 'Runs shell commands.' },
  { value: 'glob', canonical: 'glob', description: 'Finds files by pattern.' },
  { value: 'grep', canonical: 'grep', description: 'Searches file contents.' },
  { value: 'webfetch', canonical: 'fetch', description: 'Fetches web pages.' },
  { value: 'websearch', canonical: 'web-search', description: 'Searches the web.' },
  { value: 'task', canonical: 'subagent', description: 'Starts other agents.' },
  { value: 'todowrite', canonical: 'todo', description: 'Keeps a to-do list.' },
  { value: 'skill', canonical: 'skill', description: 'Loads skills.' },
  { value: 'question', canonical: 'ask', description: 'Asks the user. Off for agents of files unless it is allowed.' },
  { value: 'invalid', canonical: null, description: 'Answers calls of tools that do not exist. Internal.' },
];

/** As the runtimes list them. */
export function toolNames(tools: readonly ToolDoc[]): string[] {
  return tools.map(({ value }) => value).sort();
}

/** Measured: an agent of a file may not ask the user unless a rule of its own says so. */
export const OFF_TOOLS: readonly string[] = ['question'];

/** Permissions that are about something else than one tool. */
export const OTHER_PERMISSIONS = [
  '*',
  'list',
  'lsp',
  'external_directory',
  'doom_loop',
  'plan_enter',
  'plan_exit',
] as const;

const PERMISSIONS: ReadonlySet<string> = new Set([...toolNames(OPENCODE_TOOLS), ...OTHER_PERMISSIONS]);

/**
 * A name that certainly stands for nothing: a tool of OpenCode in other letters, or one that another permission covers.
 * Any other name can be a tool of an MCP server or of the project.
 */
export function isMistakenPermission(name: string, key: 'tools' | 'permission'): boolean {
  if (key === 'permission' && (name === 'write' || name === 'patch')) return true;
  return !PERMISSIONS.has(name) && PERMISSIONS.has(name.toLowerCase());
}

/** The rules that stand before those of a file. */
export function offRules(off: readonly string[]): PermissionRule[] {
  return off.map((permission) => ({ permission, pattern: '*', action: 'deny', path: [] }));
}

/** Agents that OpenCode brings. */
export const BUILT_IN_AGENTS: ReadonlySet<string> = new Set(
  'build compaction explore general plan summary title'.split(' '),
);
