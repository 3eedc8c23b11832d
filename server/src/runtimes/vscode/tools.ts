// The tools VS Code itself brings. Extensions and MCP servers add others, as `server/tool` or `publisher.extension/tool`.
import { createToolVocabulary } from '../runtime.ts';

export const vscodeTools = createToolVocabulary([
  { value: 'read', canonical: 'read', description: 'Reads files. The set of all `read/…` tools.' },
  { value: 'edit', canonical: 'edit', description: 'Creates and changes files. The set of all `edit/…` tools.' },
  { value: 'search', canonical: 'grep', description: 'Searches files and code. The set of all `search/…` tools.' },
  { value: 'execute', canonical: 'shell', description: 'Runs commands. The set of all `execute/…` tools.' },
  { value: 'agent', canonical: 'subagent', description: 'Starts other agents.' },
  { value: 'web', canonical: 'fetch', description: 'Fetches and searches the web.' },
  { value: 'todo', canonical: 'todo', description: 'Keeps a to-do list.' },
  { value: 'vscode', canonical: null, description: 'Works with the editor. The set of all `vscode/…` tools.' },
  { value: 'read/readFile', canonical: null, description: 'Reads a file.' },
  { value: 'edit/createFile', canonical: 'write', description: 'Creates a file.' },
  { value: 'edit/createDirectory', canonical: null, description: 'Creates a folder.' },
  { value: 'edit/editFiles', canonical: null, description: 'Changes files.' },
  { value: 'edit/editNotebook', canonical: null, description: 'Changes a notebook.' },
  { value: 'search/fileSearch', canonical: 'glob', description: 'Finds files by pattern.' },
  { value: 'search/textSearch', canonical: null, description: 'Searches the text of files.' },
  { value: 'vscode/askQuestions', canonical: 'ask', description: 'Asks the user.' },
]);
