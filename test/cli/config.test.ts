// The command obeys `.agentwright.json`, and says what is wrong in it.
import { afterAll, describe, expect, it } from 'vitest';
import { checkJson, complaintsOf, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const PATH = '.claude/agents/reviewer.md';
const TEXT =
  '---\nname: reviewer\ndescription: Reviews code\ntools: Read, DeployPreview\ncolor: teal\nteam: a\n---\n\nReview.\n';

function check(config: unknown, files: Record<string, string> = {}, args: readonly string[] = []) {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  const run = checkJson(['.', ...args], { files: { '.agentwright.json': text, [PATH]: TEXT, ...files } });
  const found = run.json.files.flatMap(({ path, problems }) =>
    problems.map(({ code, severity }) => `${path} ${code} ${severity}`),
  );
  return { ...run, found };
}

const COLOR = 'frontmatter/unknown-color';
const ALL = [
  `${PATH} frontmatter/unknown-tool warning`,
  `${PATH} frontmatter/unknown-color warning`,
  `${PATH} frontmatter/unknown-key warning`,
];

describe('severities', () => {
  it('are those of the rules without a word', () => {
    expect(check({})).toMatchObject({ found: ALL, stderr: '', exitCode: 0 });
  });

  it('can be raised and switched off, and decide the exit code', () => {
    const { found, exitCode } = check({ rules: { [COLOR]: 'error', 'frontmatter/unknown-key': 'off' } });
    expect(found).toEqual([ALL[0], `${PATH} ${COLOR} error`]);
    expect(exitCode).toBe(1);
  });

  it('can differ by path', () => {
    const overrides = [{ files: ['legacy/**'], rules: { [COLOR]: 'off' } }];
    const { found } = check({ overrides }, { 'legacy/.claude/agents/reviewer.md': TEXT });
    expect(found.filter((each) => each.includes(COLOR))).toEqual([`${PATH} ${COLOR} warning`]);
  });

  it('come from the nearest file', () => {
    const nearer = { 'deep/.agentwright.json': '{}', 'deep/.claude/agents/reviewer.md': TEXT };
    const { found } = check({ rules: { [COLOR]: 'off' } }, nearer);
    expect(found.filter((each) => each.includes(COLOR))).toEqual([`deep/${PATH} ${COLOR} warning`]);
  });
});

it('known tools and fields are not reported', () => {
  const { found } = check({ knownTools: ['DeployPreview'], knownFields: ['team'] });
  expect(found).toEqual([`${PATH} ${COLOR} warning`]);
});

it('the version decides which fields are new', () => {
  const text = TEXT.replace('team: a', 'omitClaudeMd: true');
  const { found } = check({ claudeCodeVersion: '2.1.200' }, { [PATH]: text });
  expect(found).toContain(`${PATH} frontmatter/needs-newer-version warning`);
});

describe('what is wrong in it', () => {
  it('is named with its place, and the rest counts', () => {
    const { found, exitCode, ...run } = check(
      '{\n  "rules": {"frontmatter/unknown-color": "off", "x/y": "off"},\n  "knownTool": []\n}\n',
    );
    expect(complaintsOf(run)).toEqual(['.agentwright.json:2:49', '.agentwright.json:3:3']);
    expect(found).toEqual([ALL[0], ALL[2]]);
    expect(exitCode).toBe(0);
  });

  it('is said once for many files', () => {
    const run = check('{', { '.claude/agents/b.md': TEXT, 'deep/.claude/agents/c.md': TEXT });
    expect(complaintsOf(run)).toEqual(['.agentwright.json:1:1']);
  });
});

describe('--as', () => {
  const dropped = TEXT.replace('name: reviewer\n', '');

  it('reads a project’s agent as a plugin’s', () => {
    const setup = { files: { [PATH]: dropped } };
    expect(runCli(['check', PATH], setup).exitCode).toBe(1);
    expect(runCli(['check', PATH, '--as', 'claude-code:plugin'], setup).exitCode).toBe(0);
  });

  it('reads a plugin’s agent as a project’s', () => {
    const setup = { files: { 'p/.claude-plugin/plugin.json': '{"name": "p"}', 'p/agents/reviewer.md': dropped } };
    expect(runCli(['check', 'p'], setup).exitCode).toBe(0);
    expect(runCli(['check', 'p', '--as', 'claude-code:project'], setup).exitCode).toBe(1);
  });

  it('without a scope leaves it to the place', () => {
    const run = checkJson([PATH, '--as', 'claude-code'], { files: { [PATH]: dropped } });
    expect(run.json.files[0]?.problems.map(({ code }) => code)).toContain('frontmatter/missing-name');
  });
});
