// The tools VS Code and its Copilot extension bring, and what they were called before. Other extensions and MCP servers
// add tools of their own, as `publisher.extension/tool` and `server/tool`: which there are only the editor knows.
import { type CanonicalTool, createToolVocabulary, type ToolDoc, type ToolVocabulary } from '../runtime.ts';

interface ToolSet {
  readonly name: string;
  readonly canonical: CanonicalTool;
  readonly description: string;
  /** Each is `set/name`. */
  readonly tools: readonly string[];
}

/** Read in the bundle: sets, and the tools in them. */
const SETS: readonly ToolSet[] = [
  {
    name: 'read',
    canonical: 'read',
    description: 'Reads files. The set of all `read/…` tools.',
    tools: words(
      'readFile problems viewImage skill getNotebookSummary readNotebookCellOutput getTaskOutput terminalLastCommand terminalSelection',
    ),
  },
  {
    name: 'edit',
    canonical: 'edit',
    description: 'Creates and changes files. The set of all `edit/…` tools.',
    tools: words('editFiles createFile createDirectory createJupyterNotebook editNotebook rename'),
  },
  {
    name: 'search',
    canonical: 'grep',
    description: 'Searches files and code. The set of all `search/…` tools.',
    tools: words('textSearch fileSearch codebase changes listDirectory searchSubagent usages'),
  },
  {
    name: 'execute',
    canonical: 'shell',
    description: 'Runs commands, tasks and tests. The set of all `execute/…` tools.',
    tools: words(
      'runInTerminal getTerminalOutput killTerminal sendToTerminal runTask createAndRunTask runTests testFailure runNotebookCell executionSubagent',
    ),
  },
  { name: 'agent', canonical: 'subagent', description: 'Starts other agents.', tools: ['runSubagent'] },
  {
    name: 'web',
    canonical: 'fetch',
    description: 'Fetches pages and searches GitHub. The set of all `web/…` tools.',
    tools: words('fetch githubRepo githubTextSearch'),
  },
  { name: 'todo', canonical: 'todo', description: 'Keeps a to-do list.', tools: [] },
  {
    name: 'vscode',
    canonical: 'ask',
    description: 'Works with the editor and asks the user. The set of all `vscode/…` tools.',
    tools: words(
      'askQuestions extensions installExtension memory newWorkspace resolveMemoryFileUri runCommand switchAgent toolSearch vscodeAPI',
    ),
  },
];

/** Sets that hold tools of the others under a second name, kept out of the tool picker. */
const HIDDEN_SETS = new Set(words('vscodeBrowser vscodeGeneral vscodeNotebooks vscodeTasks'));

/** The only tool of its kind where a set has several. */
const SINGLE: Readonly<Record<string, CanonicalTool>> = {
  'edit/createFile': 'write',
  'search/fileSearch': 'glob',
  'search/listDirectory': 'list',
  'read/skill': 'skill',
  'vscode/askQuestions': 'ask',
};

/** What tools do besides those of `SINGLE`; a set gives what all of its tools do. */
const DOES: Readonly<Record<string, CanonicalTool>> = {
  ...SINGLE,
  'read/readFile': 'read',
  'edit/editFiles': 'edit',
  'search/textSearch': 'grep',
  'execute/runInTerminal': 'shell',
  'agent/runSubagent': 'subagent',
  'web/fetch': 'fetch',
};

function words(list: string): string[] {
  return list.split(' ');
}

function toolsOf({ name, canonical, description, tools }: ToolSet): ToolDoc[] {
  const set = { value: name, canonical: name === 'vscode' ? null : canonical, description };
  return [set, ...tools.map((tool) => toolDoc(`${name}/${tool}`))];
}

function toolDoc(value: string): ToolDoc {
  return { value, canonical: SINGLE[value] ?? null, description: `A tool of the set \`${value.split('/')[0]}\`.` };
}

export const vscodeTools: ToolVocabulary = { ...createToolVocabulary(SETS.flatMap(toolsOf)), covers };

const KNOWN: ReadonlySet<string> = new Set(vscodeTools.all.map(({ value }) => value));

/** Names that mean others today, as the editor says itself; the parts of sets that were taken apart come first. */
const RENAMED: Readonly<Record<string, string>> = {
  ...lastSegments(),
  runCommands: 'execute/runInTerminal',
  runTasks: 'execute/runTask',
  runNotebooks: 'execute/runNotebookCell',
  'runNotebooks/runCell': 'execute/runNotebookCell',
  runCell: 'execute/runNotebookCell',
  'runNotebooks/getNotebookSummary': 'read/getNotebookSummary',
  'runNotebooks/readNotebookCellOutput': 'read/readNotebookCellOutput',
  'runCommands/runInTerminal': 'execute/runInTerminal',
  'runCommands/getTerminalOutput': 'execute/getTerminalOutput',
  'runCommands/terminalLastCommand': 'read/terminalLastCommand',
  'runCommands/terminalSelection': 'read/terminalSelection',
  'runTasks/runTask': 'execute/runTask',
  'runTasks/createAndRunTask': 'execute/createAndRunTask',
  'runTasks/getTaskOutput': 'read/getTaskOutput',
  new: 'vscode/newWorkspace',
  'new/newWorkspace': 'vscode/newWorkspace',
  'new/installExtension': 'vscode/installExtension',
  'new/runVscodeCommand': 'vscode/runCommand',
  runVscodeCommand: 'vscode/runCommand',
  newJupyterNotebook: 'edit/createJupyterNotebook',
  'search/readFile': 'read/readFile',
  copilot_testFailure: 'execute/testFailure',
  shell: 'execute',
  runSubagent: 'agent',
  'custom-agent': 'agent',
  todos: 'todo',
};

/** A tool may still be written without its set, as all were once. */
function lastSegments(): Record<string, string> {
  const all = SETS.flatMap(({ name, tools }) => tools.map((tool) => [tool, `${name}/${tool}`] as const));
  return Object.fromEntries(all.filter(([tool]) => !SETS.some(({ name }) => name === tool)));
}

/** What a tool is called now; null for a name that was not given up. */
export function renamedTool(name: string): string | null {
  return Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? null) : null;
}

/** Of a name as written, today's or an earlier one. */
function covers(written: string): readonly CanonicalTool[] {
  const name = renamedTool(written) ?? written;
  const set = SETS.find((each) => each.name === name);
  if (set) return [...new Set(toolsOf(set).flatMap(({ value, canonical }) => DOES[value] ?? canonical ?? []))];
  return Object.hasOwn(DOES, name) ? [DOES[name]].flatMap((tool) => tool ?? []) : [];
}

/**
 * Whether no tool can have this name. One with a slash or a dot in it may come from an MCP server or an extension, and
 * which of those there are only the editor knows.
 */
export function isUnknownTool(name: string): boolean {
  if (KNOWN.has(name) || renamedTool(name) !== null) return false;
  return !name.includes('/') && !name.includes('.') && !HIDDEN_SETS.has(name);
}

/** What VS Code gives for tools of Claude Code, in files of `.claude/agents`. Names that are not here are dropped. */
const FROM_CLAUDE: Readonly<Record<string, readonly string[]>> = {
  Bash: ['execute'],
  Edit: ['edit/editNotebook', 'edit/editFiles'],
  Glob: ['search/fileSearch'],
  Grep: ['search/textSearch'],
  Read: ['read/readFile', 'read/getNotebookSummary'],
  Write: ['edit/createDirectory', 'edit/createFile', 'edit/createJupyterNotebook'],
  WebFetch: ['web'],
  WebSearch: ['web'],
  Task: ['agent'],
  Skill: [],
  LSP: [],
  NotebookEdit: ['edit/editNotebook'],
  AskUserQuestion: ['vscode/askQuestions'],
  MCPSearch: [],
};

/** Null for a tool that VS Code does not know from Claude Code. */
export function toolsForClaude(name: string): readonly string[] | null {
  return Object.hasOwn(FROM_CLAUDE, name) ? (FROM_CLAUDE[name] ?? null) : null;
}
