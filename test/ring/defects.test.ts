// Defects found in real agents of the Ring format (shared reference, section 14), as texts of our own.
import { describe, expect, test } from 'vitest';
import { generationOf } from '../../server/src/formats/ring/generation.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { findings, marks } from '../harness/checkRule.ts';
import { loadText, seedTwo } from './support.ts';

function agent(sections: string, body: string, more = ''): string {
  return `---\nname: analyst\ndescription: Analyses things\noutput_schema:\n  required_sections:\n${sections}${more}---\n${body}\n`;
}

const section = (name: string, pattern = `^## ${name}`): string =>
  `    - name: "${name}"\n      pattern: "${pattern.replaceAll('\\', '\\\\')}"\n      required: true\n`;

describe('sections that the body never shows', () => {
  test('all of them', () => {
    const text = agent(section('Analysis') + section('Findings'), '# Analyst\n\nYou analyse findings.');
    expect(marks('contract/section-not-in-body', text)).toEqual(['"^## Analysis"', '"^## Findings"']);
  });

  test('one of them', () => {
    const text = agent(section('Summary') + section('Implementation'), '```\n## Summary\n```\n');
    expect(marks('contract/section-not-in-body', text)).toEqual(['"^## Implementation"']);
  });

  test.each([
    ['a template of the verdict', section('VERDICT', '^## VERDICT: (PASS|FAIL)$'), '## VERDICT: [PASS | FAIL]'],
    ['a numbered template', section('Task', '^### Task \\d+:'), '### Task N: name'],
    ['bold lines', section('Goal', '^\\*\\*Goal:\\*\\*'), '> **Goal:** one sentence'],
    ['an example', section('Summary'), '<example>\n## Summary\nDone.\n</example>'],
    ['a fence in a list', section('Summary'), '1. Answer:\n\n   ```\n   ## Summary\n   ```'],
    ['CRLF', section('Summary', '^## Summary$'), '## Summary\r\n\r\nText.'],
  ])('%s shows it', (_, sections, body) => {
    expect(marks('contract/section-not-in-body', agent(sections, body))).toEqual([]);
  });
});

test('verdicts in the pattern without verdict_values', () => {
  const text = agent(section('VERDICT', '^## VERDICT: (PASS|NEEDS_REVISION|MAJOR_ISSUES)$'), '## VERDICT: PASS');
  expect(findings('contract/verdict-mismatch', text)).toMatchObject([
    { id: 'no-values', values: { values: ['PASS', 'NEEDS_REVISION', 'MAJOR_ISSUES'] } },
  ]);
});

test('required_when as a sentence, and as a map', () => {
  const condition = `      required_when: "invocation_context == 'dev-refactor' AND prompt_contains == 'MODE: ANALYSIS ONLY'"\n`;
  const map = '      required_when:\n        invocation_context: "dev-refactor"\n';
  expect(marks('contract/required-when', agent(section('Summary') + condition, '## Summary'))).toHaveLength(1);
  expect(marks('contract/required-when', agent(section('Summary') + map, '## Summary'))).toEqual([]);
});

test('a colon in a changelog entry is shown where it stands', () => {
  const text = '---\nname: a\ndescription: b\nchangelog:\n  - 1.1.0: Fix: the gate\n  - 1.0.0: First\n---\nBody\n';
  expect(marks('contract/changelog-shape', text)).toEqual(['Fix: the gate']);
  expect(marks('contract/changelog-shape', text.replaceAll('\n', '\r\n'))).toEqual(['Fix: the gate']);
});

describe('generations', () => {
  test.each([
    ['A', 'version: 1.0.0\noutput_schema: {}'],
    ['B', 'type: reviewer\noutput_schema: {}'],
    ['C', 'model: opus'],
  ])('%s', (generation, fields) => {
    const text = `---\nname: ring:a\ndescription: b\n${fields}\n---\nBody\n`;
    expect(generationOf(loadText(text))).toBe(generation);
    expect(generationOf(loadText(text), 'B')).toBe('B');
  });

  test('any other agent is of none', () => {
    expect(generationOf(loadText('---\nname: a\ndescription: b\nversion: 1.0.0\n---\nBody\n'))).toBeNull();
  });
});

test.each(seedTwo())('seed two: its five sections, and nothing else about its format', (text) => {
  const path = '.claude/agents/backend-engineer-typescript.md';
  const found = rules.flatMap(({ code }) =>
    code.startsWith('contract/')
      ? findings(code, text, { path, today: '2026-11-21' }).map(({ problem }) => problem)
      : [],
  );
  expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
    Array.from({ length: 5 }, () => 'information contract/section-not-in-body'),
  );
  expect(found[3]).toMatchObject({ messageId: 'level', values: { heading: '### Testing' } });
});
