// The snippets: the file is fresh, every choice is a value that works, and what makes a whole agent is a sound one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  frontMatterParts,
  renderSnippets,
  sections,
  snippets,
  wholeAgents,
} from '../../server/src/features/snippets/index.ts';
import { fillVariables, plainSnippet } from '../../server/src/features/snippets/snippet.ts';
import { templatesFor } from '../../server/src/features/snippets/templates.ts';
import { AGENT_TYPES } from '../../server/src/formats/ring/vocabulary.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { COLORS, MODEL_ALIASES } from '../../server/src/runtimes/claude-code/vocabulary.ts';
import type { IndexedReport } from '../../server/src/runtimes/indexed.ts';
import { indexed as claudeCode, runtimes } from '../../server/src/runtimes/registry.ts';

const committed = join(import.meta.dirname, '../../client/snippets/agent.json');
const variables = { name: 'letter-writer', today: '2026-11-21' };

test('the committed file is what the source renders; npm run generate makes it so', () => {
  expect(readFileSync(committed, 'utf8')).toBe(renderSnippets());
});

test('the contribution has no prefix, so that VS Code offers it on command only', () => {
  const contributed = JSON.parse(renderSnippets()) as Record<string, object>;
  const ofOthers = runtimes.filter(({ id }) => id !== claudeCode.id).flatMap(templatesFor);
  expect(Object.keys(contributed)).toHaveLength(snippets.length + ofOthers.length);
  expect(Object.values(contributed).filter((entry) => 'prefix' in entry || 'isFileTemplate' in entry)).toEqual([]);
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
  const { load, problems } = check(plainSnippet(fillVariables(body, variables)));

  test('loads under the name of the file, without repair', () => {
    expect(load).toMatchObject({ loads: true, name: 'letter-writer', refusedTools: [], reading: { state: 'read' } });
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

describe('has no error and no warning in an agent that has nothing else:', () => {
  test.each(sections)('$prefix', ({ body }) => {
    expect(seriousIn('', plainSnippet(body))).toEqual([]);
  });

  test.each(frontMatterParts)('$prefix', ({ key, isItem, body }) => {
    expect(seriousIn(`${isItem ? `${key}:\n` : ''}${plainSnippet(body)}`, '')).toEqual([]);
  });
});

describe('a snippet without tab stops', () => {
  test.each([
    ['placeholders', '${1:One} and ${2:two ${3:three}}', 'One and two three'],
    ['the first choice', '${1|red,blue|}', 'red'],
    ['what a tab stop held before', '${1:v1}: $1 ${1:other}', 'v1: v1 v1'],
    ['nothing for the end', 'Text.\n$0', 'Text.\n'],
    ['escaped characters', '\\$5 \\} \\\\', '$5 } \\'],
  ])('has %s', (_, body, text) => {
    expect(plainSnippet(body)).toBe(text);
  });

  test('has the name of the file and the day, whatever the name holds', () => {
    const body = '${1:${TM_FILENAME_BASE:my-agent}} $CURRENT_YEAR-${CURRENT_MONTH}-$CURRENT_DATE';
    const name = String.raw`"a$1}\\"`;
    expect(plainSnippet(fillVariables(body, { name, today: '2026-11-21' }))).toBe(`${name} 2026-11-21`);
  });
});

/** The choices of every tab stop that has some. */
function choicesOf(body: string): string[][] {
  return [...body.matchAll(/\$\{\d+\|([^|]*)\|\}/g)].map(([, list = '']) => list.split(','));
}

function seriousIn(fields: string, body: string): readonly Problem[] {
  const text = `---\nname: a\ndescription: Does things\n${fields}---\n\nYou do things.\n\n${body}`;
  const { load, problems } = check(text);
  expect(load.loads).toBe(true);
  return problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function check(text: string): { load: IndexedReport; problems: readonly Problem[] } {
  const document = parseDocument('file:///workspace/.claude/agents/letter-writer.md', text);
  const result = lint(document, {
    runtime: claudeCode,
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
