// What Claude Code's tools are called elsewhere.

import { type CanonicalTool, createToolVocabulary } from '../runtime.ts';
import { TOOLS as OWN } from './toolNames.ts';

const CANONICAL: Readonly<Record<string, CanonicalTool>> = {
  Read: 'read',
  Write: 'write',
  Edit: 'edit',
  Bash: 'shell',
  Glob: 'glob',
  Grep: 'grep',
  WebFetch: 'fetch',
  WebSearch: 'web-search',
  Agent: 'subagent',
  TodoWrite: 'todo',
  Skill: 'skill',
  AskUserQuestion: 'ask',
  NotebookEdit: 'notebook',
  LSP: 'lsp',
};

export const TOOLS = createToolVocabulary(
  OWN.map((tool) => ({ ...tool, canonical: CANONICAL[tool.value] ?? null })),
  // Names that older versions had, whose meaning is still plain.
  { MultiEdit: 'Edit', NotebookRead: 'Read' },
);
