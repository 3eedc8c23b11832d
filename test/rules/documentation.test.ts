// Files in a folder of agents that are no agents: which they are, and that only one thing is said of them.
import { describe, expect, test } from 'vitest';
import { runExample } from '../../server/src/cli/runExample.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { applyFix } from '../../server/src/lint/fix.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { marks } from '../harness/checkRule.ts';
import { agent, agentsIn } from '../workspace/support.ts';

const DRAWBACKS =
  '# Title\n\n### Jump\n\nTODO: write. password = "hunter2hunter2"\n\nUse the `Bashh` tool\u200B.\n\n| a | b |\n|---|\n| 1 |\n';

/** `code message severity` of all that is said. */
function said(text: string, path = '.claude/agents/example.md'): string[] {
  const { problems } = runExample(rules, { text, path });
  return problems.map(({ code, messageId, severity }) => `${code} ${messageId} ${severity}`);
}

const MISSING = 'frontmatter/missing document information';
const UNCLOSED = 'frontmatter/unclosed document information';
const NO_NAME = 'frontmatter/missing-name document information';

describe('documentation', () => {
  test.each<[string, string, string]>([
    ['text', 'You review code.\n', MISSING],
    ['a page', '# About\n\nThese agents review.\n', MISSING],
    ['a page with all that prompts are warned of', DRAWBACKS, MISSING],
    ['a page with an example', '# How to\n\n```yaml\n---\nname: x\ndescription: y\ntools: Read\n---\n```\n', MISSING],
    ['a page with a list of fields', '# Fields\n\n- name: of the agent\n- description: when to use it\n', MISSING],
    ['a page with one word before a colon', 'description: what is here\n\nText.\n', MISSING],
    ['a page that begins with an empty line and a rule', '\n---\n\n# About\n', MISSING],
    ['a page that begins with a rule', '---\n\n# About\n\nText.\n', UNCLOSED],
    ['a page that begins with a long rule', '-----\n\n# About\n', MISSING],
    ['a page with a title', '---\ntitle: About\n---\n\n# About\n', NO_NAME],
    ['a page with a title and a description', '---\ntitle: About\ndescription: All of it\n---\nText.\n', NO_NAME],
    ['a page of a site', '---\ndescription: All of it\nsidebar_position: 2\ntags: [a]\n---\nText.\n', NO_NAME],
    ['a note', '---\ntags: [agents]\ndate: 2025-01-01\nauthor: me\n---\nText.\n', NO_NAME],
    ['a rule for another tool', '---\ndescription: Style\nglobs: "*.ts"\nalwaysApply: true\n---\nText.\n', NO_NAME],
    ['front matter without a field', '---\n# nothing yet\n---\nText.\n', NO_NAME],
    ['a page that warns of all', `---\ntitle: A\n---\n${DRAWBACKS}`, NO_NAME],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual([expected]);
    expect(said(text.replaceAll('\n', '\r\n'))).toEqual([expected]);
    expect(said(text, '.claude/agents/README.md')).toEqual([expected]);
    expect(said(text, '~/.claude/agents/deep/notes.md')).toEqual([expected]);
  });

  test.each(['', '\n \n', '\uFEFF'])('%j is an empty file', (text) => {
    expect(said(text)).toEqual(['frontmatter/missing empty information']);
  });

  test('is an agent in a plugin', () => {
    expect(said('# About\n\nText.\n', 'plugin/agents/about.md')).toContain('frontmatter/missing plugin warning');
  });

  test('may have its one information switched off by a comment', () => {
    expect(said('<!-- agentwright-disable frontmatter/missing -->\n\n# About\n')).toEqual([]);
  });

  test('is no agent to the others', async () => {
    const files = { '.claude/agents/README.md': '# About\n', '.claude/agents/a.md': agent('a') };
    expect(await agentsIn(files)).toEqual(['.claude/agents/a.md: project a']);
    const text = agent('lead', { body: 'Task(subagent_type="readme")\n' });
    expect(marks('workspace/unknown-agent', text, { workspace: files })).toEqual(['readme']);
  });

  test.each([
    '# About\n',
    '\uFEFF# About\r\n',
    '---\n\n# About\n',
    '---\ntitle: About\n---\nText.\n',
    '---\n---\nText.\n',
  ])('%j becomes an agent by its fix', (text) => {
    for (const path of ['.claude/agents/example.md', '.claude/agents/2025.md', '.claude/agents/true.md']) {
      const { document, problems } = runExample(rules, { text, path });
      const [fix, ...others] = problems.flatMap(({ fixes }) => fixes);
      expect(others).toEqual([]);
      expect(fix?.kind).toBe('suggestion');
      const fixed = parseDocument(document.uri, fix ? applyFix(text, fix) : text);
      expect(claudeCode.load(fixed, { scope: 'project' })).toMatchObject({ loads: true, name: path.slice(15, -3) });
      expect(problems.map(({ addTo }) => addTo)).toEqual(['documents']);
    }
  });
});

describe('a damaged agent', () => {
  test.each<[string, string, string]>([
    ['without a name', '---\ndescription: Reviews code\n---\nReview.\n', 'missing-name missing'],
    ['with tools alone', '---\ntools: Read\n---\nReview.\n', 'missing-name missing'],
    ['with fields of a page too', '---\ntitle: A\ndescription: B\ncolor: red\n---\nReview.\n', 'missing-name missing'],
    ['with a contract', '---\ntitle: A\noutput_schema: {}\n---\nReview.\n', 'missing-name missing'],
    ['of another tool', '---\nmode: subagent\ntags: [a]\n---\nReview.\n', 'missing-name missing'],
    ['with a field almost right', '---\ntitle: A\ncolour: red\n---\nReview.\n', 'missing-name missing'],
    ['with a capital', '---\nName: x\ntitle: A\n---\nReview.\n', 'missing-name mistyped'],
    ['with letters swapped', '---\nnmae: x\ndescription: Reviews code\n---\nReview.\n', 'missing-name mistyped'],
    ['with two that may be it', '---\nNAME: x\nnmae: y\n---\nReview.\n', 'missing-name missing'],
    ['with an empty name', '---\nname:\n---\nReview.\n', 'invalid-name empty'],
    ['that opens twice', '---\n---\nname: x\ndescription: y\n---\nReview.\n', 'missing-name missing'],
    ['without its first line', 'name: x\ndescription: y\n---\nReview.\n', 'missing none'],
    ['without both fences', 'name: x\ndescription: y\n\nReview.\n', 'missing none'],
    ['below a heading', '# Agent\n---\nname: x\ndescription: y\n---\nReview.\n', 'missing none'],
    ['below an empty line', '\n---\nname: x\n---\nReview.\n', 'missing text-before'],
    ['with four hyphens', '----\nname: x\ndescription: y\n----\nReview.\n', 'missing extra-dashes'],
    ['in JSON', '{"name": "x", "description": "y"}\n---\nReview.\n', 'missing none'],
    ['that is not closed', '---\nname: x\ndescription: y\n\nReview.\n', 'unclosed project'],
    ['that is not closed and indented', '---\n  name: x\n\nReview.\n', 'unclosed project'],
  ])('%s', (_, text, expected) => {
    for (const path of ['.claude/agents/example.md', '.claude/agents/README.md']) {
      const errors = said(text, path).filter((each) => each.endsWith(' error'));
      const others = errors.filter((each) => !each.startsWith('frontmatter/missing-description'));
      expect(others).toEqual([`frontmatter/${expected} error`]);
    }
  });

  test('with a mistyped name is told so once', () => {
    expect(said('---\nNmae: example\ndescription: Reviews code\n---\nReview.\n')).toEqual([
      'frontmatter/missing-name mistyped error',
    ]);
  });

  test('has its prompt looked at', () => {
    expect(said('---\ntools: Read\n---\nReview.\n\nTODO: write this\n').join()).toContain('structure/placeholder');
  });
});

test.each(['name: x\n', '---\n', '{"name": ', '-\n', '```\n', '\n', ' '])('a long text of %j is judged', (part) => {
  expect(said(part.repeat(100_000)).length).toBeGreaterThan(0);
});
