// `agentwright verify`: answers that keep and break a contract, as people and as programs see it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { type SectionStatus, STATUS_WORDS } from '../../server/src/formats/ring/status.ts';
import { complaintsOf, removeCliFolders, runCli } from '../harness/cli.ts';
import { seedTwo } from '../ring/support.ts';

afterAll(removeCliFolders);

const KEEPS =
  '# Avatar component\n\n## Summary\n\nThe avatar has a name.\n\n## Implementation\n\n```md\n## Testing\n```\n\n## Files Changed\n\n- avatar.tsx\n\n## Testing\n\nAll pass.\n\n## Next Steps\n\nNone.\n';
const BREAKS =
  '## Summary\n\nDone.\n\n## Files Changed\n\n- a.ts\n\n## Implementation\n\nText.\n\n### Testing\n\nAll pass.\n';

const SAMPLE = readFileSync(join(repositoryRoot, 'samples/.claude/agents/frontend-engineer.md'), 'utf8');

interface VerifyJson {
  readonly kept: boolean;
  readonly sections: readonly { name: string; status: SectionStatus; message: string; range: unknown }[];
  readonly summary: Record<string, number>;
}

function verifyJson(agent: string, answer: string): { exitCode: number; json: VerifyJson } {
  const files = { 'agent.md': agent, 'answer.md': answer };
  const run = runCli(['verify', 'agent.md', 'answer.md', '--format', 'json'], { files });
  expect(run.stderr).toBe('');
  return { exitCode: run.exitCode, json: JSON.parse(run.stdout) as VerifyJson };
}

const agents = [['the sample', SAMPLE] as const, ...seedTwo().map((text) => ['seed two', text] as const)];

describe.each(agents)('the contract of %s', (_, agent) => {
  it('is kept', () => {
    const { exitCode, json } = verifyJson(agent, KEEPS);
    expect([exitCode, json.kept]).toEqual([0, true]);
    expect(json.summary).toMatchObject({ sections: 5, present: 5 });
    expect(json.sections[3]).toMatchObject({
      name: 'Testing',
      range: { start: { line: 16, character: 0 }, end: { line: 16, character: 10 } },
    });
  });

  it('is broken', () => {
    const { exitCode, json } = verifyJson(agent, BREAKS);
    expect([exitCode, json.kept]).toEqual([1, false]);
    expect(json.sections.map(({ name, status }) => `${name}: ${status}`)).toEqual([
      'Summary: present',
      'Implementation: present',
      'Files Changed: out-of-order',
      'Testing: missing',
      'Next Steps: missing',
    ]);
  });
});

describe('verify', () => {
  it('prints a line for each section, then the verdict', () => {
    const files = { 'agent.md': SAMPLE };
    const run = runCli(['verify', 'agent.md', '-'], { files, stdin: BREAKS });
    const json = runCli(['verify', 'agent.md', '-', '--format', 'json'], { files, stdin: BREAKS });
    const { sections } = JSON.parse(json.stdout) as VerifyJson;
    const places = ['answer:1:1', 'answer:9:1', 'answer:5:1', 'answer:13:1', ''];
    const width = Math.max(...sections.map(({ status }) => STATUS_WORDS[status].length));
    const rows = sections.map(({ name, status, message }, at) => {
      const words = [`${STATUS_WORDS[status].padEnd(width)}  ${name}`, places[at], message.replaceAll('`', '')];
      const shown = status === 'present' ? words.slice(0, 2) : words;
      return `  ${status === 'present' ? '✓' : '✗'} ${shown.filter((word) => word !== '').join('  ')}`;
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout.trimEnd().split('\n').slice(0, -1)).toEqual([...rows, '']);
    expect(run.stdout.trimEnd().split('\n').at(-1)).toMatch(/agent\.md.*\b3\b.*\b5\b/);
  });

  it('keeps a verdict to the contract', () => {
    const agent =
      '---\nname: a\ndescription: b\noutput_schema:\n  required_sections:\n    - name: VERDICT\n      pattern: "^## VERDICT: (PASS|FAIL)$"\n---\nBody\n';
    const { exitCode, json } = verifyJson(agent, '## VERDICT: MAYBE\n');
    expect(exitCode).toBe(1);
    expect(json.sections).toMatchObject([
      { status: 'wrong-verdict', range: { start: { line: 0, character: 12 }, end: { line: 0, character: 17 } } },
    ]);
  });

  it.each([
    ['an agent without a contract', ['plain.md', 'answer.md'], 'plain.md'],
    ['a contract without sections', ['empty.md', 'answer.md'], 'empty.md'],
    ['front matter that cannot be read', ['broken.md', 'answer.md'], 'broken.md'],
    ['no agent', ['none.md', 'answer.md'], 'none.md'],
    ['no answer', ['agent.md', 'none.md'], 'none.md'],
    ['a folder as answer', ['agent.md', '.'], '.'],
    ['one argument', ['agent.md'], "missing required argument 'answer'"],
  ])('%s is wrong use', (_, args, about) => {
    const files = {
      'agent.md': SAMPLE,
      'answer.md': KEEPS,
      'plain.md': '---\nname: a\ndescription: b\n---\nBody\n',
      'empty.md': '---\nname: a\ndescription: b\noutput_schema:\n  format: markdown\n---\nBody\n',
      'broken.md': '---\nname: a\ndescription: b\noutput_schema:\n  a: [\n---\nBody\n',
    };
    const run = runCli(['verify', ...args], { files });
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(complaintsOf(run)).toEqual([expect.stringContaining(about)]);
  });
});
