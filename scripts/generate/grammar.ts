// The names of tools inside the front matter grammar, from the vocabulary; the rest of the grammar is written by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLS } from '../../server/src/runtimes/claude-code/toolNames.ts';
import { repositoryRoot } from '../host/paths.ts';
import type { GeneratedFile } from './generatedFile.ts';

const GRAMMAR = 'syntaxes/agent-frontmatter.tmLanguage.json';

/** An alternation that starts with the first tool by name. */
const TOOL_NAMES = /(?<=\(\?:)Agent\|[\w|]+/g;

export function renderGrammar(): GeneratedFile {
  const names = [...TOOLS.map(({ value }) => value), 'Task'].sort((a, b) => a.localeCompare(b)).join('|');
  const text = readFileSync(join(repositoryRoot, GRAMMAR), 'utf8');
  return { path: GRAMMAR, content: text.replace(TOOL_NAMES, names) };
}
