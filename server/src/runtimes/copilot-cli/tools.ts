// The tools of Copilot CLI: the names an agent file may list, and what each of them gives.
import type { CanonicalTool, ToolDoc, ToolVocabulary } from '../runtime.ts';

interface ToolName extends ToolDoc {
  /** The tools it gives, by the names the model sees. */
  readonly gives: readonly string[];
}

const SHELL = ['bash', 'read_bash', 'write_bash', 'stop_bash', 'list_bash'];
const AGENT = ['task', 'read_agent', 'write_agent', 'list_agents'];

/** Names that stand for several tools, and are the ones GitHub documents for agent files. */
const GROUPS: readonly ToolName[] = [
  { value: 'read', canonical: 'read', gives: ['view'], description: 'Reads files and folders.' },
  { value: 'edit', canonical: 'edit', gives: ['create', 'edit'], description: 'Creates and changes files.' },
  { value: 'search', canonical: 'grep', gives: ['grep', 'glob'], description: 'Searches file names and contents.' },
  { value: 'execute', canonical: 'shell', gives: SHELL, description: 'Runs shell commands.' },
  { value: 'agent', canonical: 'subagent', gives: AGENT, description: 'Starts other agents.' },
  {
    value: 'web',
    canonical: 'fetch',
    gives: ['web_fetch', 'web_search'],
    description: 'Fetches and searches the web.',
  },
  { value: 'todo', canonical: 'todo', gives: ['update_todo'], description: 'Keeps a to-do list.' },
];

/** Tools by their own names. */
const SINGLE: readonly ToolName[] = [
  tool('view', 'read', 'Reads a file or a folder.'),
  tool('create', 'write', 'Creates a file.'),
  tool('apply_patch', null, 'Applies a patch. Some models use it instead of `edit` and `create`.'),
  tool('grep', 'grep', 'Searches file contents.'),
  tool('glob', 'glob', 'Finds files by pattern.'),
  tool('read_bash', null, 'Reads the output of a running shell.'),
  tool('write_bash', null, 'Sends input to a running shell.'),
  tool('stop_bash', null, 'Stops a running shell.'),
  tool('list_bash', null, 'Lists running shells.'),
  tool('read_agent', null, 'Reads what a background agent did.'),
  tool('write_agent', null, 'Sends a message to a background agent.'),
  tool('list_agents', null, 'Lists background agents.'),
  tool('web_fetch', 'fetch', 'Fetches a web page.'),
  tool('update_todo', 'todo', 'Keeps a to-do list.'),
  tool('skill', 'skill', 'Runs a skill. Every agent has it.'),
  tool('sql', null, 'Queries the data of the session. Every agent has it.'),
  tool('session_store_sql', null, 'Queries the data of earlier sessions.'),
  tool('ask_user', 'ask', 'Asks the user.'),
  tool('report_intent', null, 'Says what the agent is about to do.'),
  tool('show_file', null, 'Shows a file.'),
  tool('store_memory', null, 'Remembers facts across sessions.'),
  tool('task_complete', null, 'Ends the task.'),
  tool('exit_plan_mode', null, 'Leaves planning.'),
  tool('lsp', 'lsp', 'Asks language servers about code.'),
  tool('tool_search_tool', null, 'Finds tools that are not loaded yet.'),
  tool('fetch_copilot_cli_documentation', null, 'Reads the documentation of Copilot CLI.'),
];

function tool(value: string, canonical: CanonicalTool | null, description: string): ToolName {
  return { value, canonical, gives: [value], description };
}

/** Other names that work, in lower case. Measured, but for `notebookread`, `powershell` and `custom-agent`: documented. */
const ALIASES: Readonly<Record<string, readonly [gives: readonly string[], canonical: CanonicalTool | null]>> = {
  // Of Claude Code.
  notebookread: [['view'], 'read'],
  write: [['create', 'edit'], 'write'],
  multiedit: [['create', 'edit'], 'edit'],
  notebookedit: [['create', 'edit'], 'edit'],
  task: [AGENT, 'subagent'],
  webfetch: [['web_fetch'], 'fetch'],
  websearch: [['web_search'], 'web-search'],
  todowrite: [['update_todo'], 'todo'],
  // Of the shells.
  shell: [SHELL, 'shell'],
  bash: [SHELL, 'shell'],
  powershell: [['powershell'], 'shell'],
  // Of VS Code.
  readfile: [['view'], 'read'],
  editfiles: [['edit'], 'edit'],
  createfile: [['create'], 'write'],
  createdirectory: [['create'], null],
  codebase: [['grep', 'glob'], 'grep'],
  filesearch: [['glob'], 'glob'],
  textsearch: [['grep'], 'grep'],
  runinterminal: [SHELL, 'shell'],
  runcommands: [SHELL, 'shell'],
  runsubagent: [AGENT, 'subagent'],
  todos: [['update_todo'], 'todo'],
  // Not measurable without network, where `web_fetch` itself is missing; its sisters all work.
  fetch: [['web_fetch'], 'fetch'],
  'custom-agent': [AGENT, 'subagent'],
};

const NAMES: ReadonlyMap<string, Pick<ToolName, 'gives' | 'canonical'>> = new Map([
  ...[...SINGLE, ...GROUPS].map((each) => [each.value, each] as const),
  ...Object.entries(ALIASES).map(([name, [gives, canonical]]) => [name, { gives, canonical }] as const),
]);

/** Groups of tools in VS Code: what stands before the slash in its names. */
const VSCODE_GROUPS = new Set(['vscode', 'read', 'edit', 'search', 'execute', 'agent', 'web', 'todo']);

/**
 * What a name in `tools` gives: names of tools; null where it depends on the session, such as on its MCP servers. Measured: case does not count, and of `group/tool` only the part after the slash does.
 */
export function toolsGiven(name: string): readonly string[] | null {
  const lower = name.toLowerCase();
  const slash = lower.lastIndexOf('/');
  const known = NAMES.get(lower.slice(slash + 1));
  if (slash < 0) return known?.gives ?? (lower === '*' || lower.startsWith('mcp__') ? null : []);
  return VSCODE_GROUPS.has(lower.slice(0, slash)) ? (known?.gives ?? []) : null;
}

/** What the tools do that the model sees: what each is for, then what else whoever has it can do. */
const DOES: Readonly<Record<string, readonly CanonicalTool[]>> = {
  view: ['read', 'list'],
  create: ['write'],
  edit: ['edit'],
  bash: ['shell'],
  powershell: ['shell'],
  grep: ['grep'],
  glob: ['glob'],
  task: ['subagent'],
  web_fetch: ['fetch'],
  web_search: ['web-search'],
  update_todo: ['todo'],
  skill: ['skill'],
  ask_user: ['ask'],
  lsp: ['lsp'],
};

/** Undefined for a tool that only Copilot CLI has. */
export function purposeOf(tool: string): CanonicalTool | undefined {
  return Object.hasOwn(DOES, tool) ? DOES[tool]?.[0] : undefined;
}

/** Its own names for what tools do, as GitHub documents them for agent files. */
const OWN: Readonly<Partial<Record<CanonicalTool, string>>> = {
  read: 'read',
  // `create` cannot overwrite.
  write: 'edit',
  edit: 'edit',
  shell: 'execute',
  glob: 'glob',
  grep: 'grep',
  list: 'read',
  fetch: 'web',
  'web-search': 'web',
  subagent: 'agent',
  todo: 'todo',
  skill: 'skill',
  ask: 'ask_user',
  lsp: 'lsp',
};

export const copilotTools: ToolVocabulary = {
  all: [...GROUPS, ...SINGLE],
  canonical: (name) => NAMES.get(name.toLowerCase())?.canonical ?? null,
  own: (canonical) => OWN[canonical] ?? null,
  covers: (name) => (toolsGiven(name) ?? []).flatMap((tool) => DOES[tool] ?? []),
};
