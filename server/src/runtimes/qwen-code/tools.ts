// The tools of Qwen Code and the names its agent files may list. Its own names and the names it shows people work, and
// those of Claude Code mostly do not.
import { createToolVocabulary, type ToolDoc } from '../runtime.ts';

/** Tools of every session, measured. */
const ALWAYS: readonly ToolDoc[] = [
  { value: 'read_file', canonical: 'read', description: 'Reads a file.' },
  { value: 'write_file', canonical: 'write', description: 'Creates or overwrites a file.' },
  { value: 'edit', canonical: 'edit', description: 'Replaces text in a file.' },
  { value: 'run_shell_command', canonical: 'shell', description: 'Runs a shell command.' },
  { value: 'glob', canonical: 'glob', description: 'Finds files by pattern.' },
  { value: 'grep_search', canonical: 'grep', description: 'Searches file contents.' },
  { value: 'web_fetch', canonical: 'fetch', description: 'Fetches web pages.' },
  { value: 'agent', canonical: 'subagent', description: 'Starts another agent.' },
  { value: 'skill', canonical: 'skill', description: 'Runs a skill.' },
  { value: 'notebook_edit', canonical: 'notebook', description: 'Changes a notebook.' },
  { value: 'zoom_image', canonical: null, description: 'Looks at a part of an image.' },
  { value: 'monitor', canonical: null, description: 'Watches a running command.' },
  { value: 'loop_wakeup', canonical: null, description: 'Wakes the agent up later.' },
  { value: 'report_findings', canonical: null, description: 'Reports what was found.' },
  { value: 'tool_search', canonical: null, description: 'Finds tools that are not loaded yet.' },
  { value: 'tool_call', canonical: null, description: 'Calls a tool that was found.' },
  { value: 'read_mcp_resource', canonical: null, description: 'Reads a resource of an MCP server.' },
];

/** Tools that a session has only where they are set up. */
const OPTIONAL: readonly ToolDoc[] = [
  { value: 'web_search', canonical: 'web-search', description: 'Searches the web. Only where a search is set up.' },
  { value: 'lsp', canonical: 'lsp', description: 'Asks language servers about code. Only where they are switched on.' },
];

/** The names Qwen Code shows people, today and earlier. */
const SHOWN: Readonly<Record<string, string>> = {
  ReadFile: 'read_file',
  WriteFile: 'write_file',
  Edit: 'edit',
  Shell: 'run_shell_command',
  Glob: 'glob',
  FindFiles: 'glob',
  Grep: 'grep_search',
  SearchFiles: 'grep_search',
  WebFetch: 'web_fetch',
  Agent: 'agent',
  Task: 'agent',
  Skill: 'skill',
  NotebookEdit: 'notebook_edit',
  WebSearch: 'web_search',
  Lsp: 'lsp',
};

export const qwenTools = createToolVocabulary([...ALWAYS, ...OPTIONAL], SHOWN);

/** What every session has, whatever is set up. */
export const SESSION_TOOLS: readonly string[] = ALWAYS.map(({ value }) => value);

const NAMES: ReadonlySet<string> = new Set([...ALWAYS, ...OPTIONAL].map(({ value }) => value));

/** The tool a name stands for, itself where that depends on the session (`mcp__…`, `*`); null for a name without effect. */
export function toolCalled(name: string): string | null {
  const own = Object.hasOwn(SHOWN, name) ? (SHOWN[name] ?? name) : name;
  return NAMES.has(own) || name === '*' || name.startsWith('mcp__') ? own : null;
}
