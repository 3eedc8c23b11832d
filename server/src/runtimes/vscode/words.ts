// What happens in VS Code, in its own terms, for each cause its loader reports.
import type { Effect, Runtime } from '../runtime.ts';

/** What VS Code does with a value it does not take. */
export const WHAT: Readonly<Partial<Record<Effect, string>>> = {
  ignores: 'VS Code ignores it',
  none: 'VS Code marks it as an error but uses it anyway',
  'grants-more': 'VS Code ignores it, so the agent has every tool',
  'grants-less': 'VS Code reads it as an empty list, so the agent has no tools',
};

/** Why a key has no effect. */
export const WHY = {
  onlyOnGitHub: 'is read on GitHub only, and `target: vscode` keeps the agent out of there. Remove one of them.',
  notHere: 'is read on GitHub and by Copilot CLI. VS Code ignores it.',
  onlyHere: 'is read by VS Code only, and `target: github-copilot` is for GitHub. Remove one of them.',
  noAgentTool: 'has no effect without the `agent` tool. Add `agent` to `tools`.',
  deniedTools: 'is ignored by VS Code: there the agent has these tools. List the tools it may use in `tools`.',
} as const;

export const WORDS: Runtime['words'] = {
  'no-front-matter': 'The file has no front matter. VS Code loads the agent with every tool and no description.',
  'unclosed-front-matter':
    'The front matter is never closed, so VS Code reads the whole file as front matter and the agent has no prompt. Add a line `---` after it.',
  'not-a-mapping': 'The front matter has no `key: value` lines, so VS Code reads no field of it.',
  'unreadable-yaml': 'VS Code cannot read this as YAML ({message}) and may misread what follows.',
  'lost-lines': 'VS Code stops reading the front matter here, and ignores everything up to the closing `---`. {cost}',
  'missing-description':
    '`description` is missing. VS Code still loads the agent, but other agents cannot tell what it is for.',
  'duplicate-key': '`{key}` is already set above, and VS Code uses the first one. Remove one of them.',
  'empty-value': '`{key}` has no value. {what}.',
  'unknown-key': 'VS Code does not know `{key}` and ignores it.',
  'unknown-nested-key': 'VS Code does not know `{key}`. {what}.',
  'ignored-key': '`{key}` {why}',
  'deprecated-key': '`infer` is deprecated. Use `user-invocable` and `disable-model-invocation` instead.',
  'wrong-type': '`{key}` must be {expected}. {what}.',
  'invalid-value': '`{key}` must be {expected}. {what}.',
  'missing-key': '`{key}` is missing. {what}.',
  'missing-key:ignores': '`{key}` is missing, so VS Code leaves the whole item out.',
  'renamed-tool': 'Tool `{value}` is now called `{newName}`. The old name still works.',
  'unknown-tool': 'VS Code has no tool `{value}` and ignores the name.',
  'no-tools': 'VS Code knows none of these tools, so the agent has none.',
  'unknown-agent': 'No agent here is called `{value}`, so VS Code ignores it.',
  'duplicate-name':
    'Another agent, {other}, is also called `{value}`. VS Code lists both, and nobody can tell which is meant.',
  'outdated-file-name':
    'Chat modes are called agents now. Rename the file to `{newName}` and move it to `.github/agents`.',
  'wrong-place': 'VS Code reads only files directly in its agents folder, so it never sees this one.',
  'wrong-file-name': 'VS Code leaves out `README.md`.',
};

/** What is lost with the lines that are not read. */
export const WHY_LOST = {
  tools: '`tools` is among them, so the agent has every tool.',
  lines: 'Make every line `key: value`, or indent it below its key.',
} as const;
