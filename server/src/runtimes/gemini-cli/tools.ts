// The tools of Gemini CLI and the names its agent files may list.
import { createToolVocabulary, type ToolDoc } from '../runtime.ts';

const TOOLS: readonly ToolDoc[] = [
  { value: 'read_file', canonical: 'read', description: 'Reads a file.' },
  { value: 'write_file', canonical: 'write', description: 'Creates or overwrites a file.' },
  { value: 'replace', canonical: 'edit', description: 'Replaces text in a file.' },
  { value: 'run_shell_command', canonical: 'shell', description: 'Runs a shell command.' },
  { value: 'glob', canonical: 'glob', description: 'Finds files by pattern.' },
  { value: 'grep_search', canonical: 'grep', description: 'Searches file contents.' },
  { value: 'list_directory', canonical: 'list', description: 'Lists a folder.' },
  { value: 'read_many_files', canonical: null, description: 'Reads several files.' },
  { value: 'web_fetch', canonical: 'fetch', description: 'Fetches web pages.' },
  { value: 'google_web_search', canonical: 'web-search', description: 'Searches the web with Google.' },
  { value: 'write_todos', canonical: 'todo', description: 'Keeps a to-do list.' },
  { value: 'activate_skill', canonical: 'skill', description: 'Activates a skill.' },
  { value: 'ask_user', canonical: 'ask', description: 'Asks the user.' },
  {
    value: 'invoke_agent',
    canonical: 'subagent',
    description: 'Starts another agent. Accepted, but a subagent cannot use it.',
  },
  { value: 'enter_plan_mode', canonical: null, description: 'Switches to planning.' },
  { value: 'exit_plan_mode', canonical: null, description: 'Leaves planning.' },
  { value: 'update_topic', canonical: null, description: 'Updates the topic of the session.' },
  { value: 'complete_task', canonical: null, description: 'Ends the agent’s task.' },
  { value: 'get_internal_docs', canonical: null, description: 'Reads the documentation of Gemini CLI.' },
  { value: 'read_mcp_resource', canonical: null, description: 'Reads a resource of an MCP server.' },
  { value: 'list_mcp_resources', canonical: null, description: 'Lists resources of MCP servers.' },
  { value: 'tracker_create_task', canonical: null, description: 'Creates a task.' },
  { value: 'tracker_update_task', canonical: null, description: 'Changes a task.' },
  { value: 'tracker_get_task', canonical: null, description: 'Reads a task.' },
  { value: 'tracker_list_tasks', canonical: null, description: 'Lists tasks.' },
  { value: 'tracker_add_dependency', canonical: null, description: 'Links two tasks.' },
  { value: 'tracker_visualize', canonical: null, description: 'Draws the tasks.' },
];

/** An older name the loader still takes, as it is written. */
const ALIASES: Readonly<Record<string, string>> = { search_file_content: 'grep_search' };

export const geminiTools = createToolVocabulary(TOOLS, ALIASES);

const NAMES: ReadonlySet<string> = new Set([...TOOLS.map(({ value }) => value), ...Object.keys(ALIASES)]);
/** Tools found by a project's own command. */
const DISCOVERED = /^discovered_tool_[a-z0-9_-]+$/i;
/** `mcp_*`, `mcp_server_*`, `mcp_server_tool`; a second underscore after `mcp` is refused. */
const MCP = /^mcp_(?:\*|[a-z0-9.-][a-z0-9_.-]*_(?:\*|[a-z0-9_.-]+))$/i;

/** Measured: one name that is not valid rejects the file. */
export function isToolName(name: string): boolean {
  return name === '*' || NAMES.has(name) || DISCOVERED.test(name) || MCP.test(name);
}
