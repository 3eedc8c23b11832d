// The snippets: the file is fresh, every choice is a value that works, and what makes a whole agent is a sound one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderSnippets, snippets } from '../../client/snippets/source.ts';
import { claudeCode } from '../../server/src/dialects/claude-code/index.ts';
import { COLORS, MODEL_ALIASES } from '../../server/src/dialects/claude-code/vocabulary.ts';
import type { LoadReport } from '../../server/src/dialects/dialect.ts';
import { AGENT_TYPES } from '../../server/src/dialects/ring/vocabulary.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { rules } from '../../server/src/rules/index.ts';
import { choicesOf, expandSnippet } from './expand.ts';

const wholeAgents = snippets.filter(({ wholeAgent }) => wholeAgent);
const parts = snippets.filter(({ wholeAgent }) => !wholeAgent);
const committed = join(import.meta.dirname, '../../client/snippets/agent.json');

test('the committed file is what the source renders; npm run generate makes it so', () => {
  expect(readFileSync(committed, 'utf8')).toBe(renderSnippets());
});

test('prefixes and titles are unlike each other', () => {
  expect(new Set(snippets.map(({ prefix }) => prefix)).size).toBe(snippets.length);
  expect(new Set(snippets.map(({ title }) => title)).size).toBe(snippets.length);
});

test('there are whole agents for the four common shapes', () => {
  expect(wholeAgents.map(({ prefix }) => prefix)).toEqual([
    'agent',
    'agent-full',
    'agent-specialist',
    'agent-reviewer',
  ]);
});

describe.each(wholeAgents)('$prefix, inserted and left as it is', ({ body }) => {
  const { load, problems } = check(expandSnippet(body));

  test('loads under the name of the file, without repair', () => {
    expect(load).toMatchObject({ loads: true, name: 'my-agent', refusedTools: [], reading: { state: 'read' } });
  });

  test('has no error and no warning', () => {
    expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  test('loses no field but those of the Ring format', () => {
    const lost = load.ignored.filter(({ field }) => !claudeCode.fields.get(field)?.readBy);
    expect(lost).toEqual([]);
  });
});

test('a specialist offers every type, model and color', () => {
  const choices = snippets.flatMap(({ body }) => choicesOf(body)).map((list) => list.toSorted().join());
  const sorted = (docs: readonly { value: string }[]): string =>
    docs
      .map(({ value }) => value)
      .toSorted()
      .join();
  expect(choices).toContain(sorted(AGENT_TYPES));
  expect(choices).toContain(sorted(COLORS));
  expect(choices).toContain(sorted(MODEL_ALIASES.filter(({ offered }) => offered)));
});

describe.each(parts)('$prefix', ({ prefix, body }) => {
  test('has no error and no warning in an agent that has nothing else', () => {
    const text = expandSnippet(body);
    const inFrontMatter = ['agent-hooks', 'agent-mcp', 'agent-changelog'].includes(prefix);
    const head = prefix === 'agent-changelog' ? 'changelog:\n' : '';
    const front = `name: a\ndescription: Does things\n${inFrontMatter ? head + text : ''}`;
    const { load, problems } = check(`---\n${front}---\n\nYou do things.\n\n${inFrontMatter ? '' : text}`);
    expect(load.loads).toBe(true);
    expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });
});

function check(text: string): { load: LoadReport; problems: readonly Problem[] } {
  const document = parseDocument('file:///workspace/.claude/agents/my-agent.md', text);
  const result = lint(document, {
    dialect: claudeCode,
    scope: 'project',
    rules,
    files: { linkTarget: () => 'exists' },
    onRuleError(code, error) {
      throw new Error(`rule ${code} threw`, { cause: error });
    },
  });
  if (!result) throw new Error('cancelled');
  return result;
}
