// Settings of the project and the user on the command line: what `inspect`, `card` and `check` say after them.
import { afterAll, describe, expect, it } from 'vitest';
import { checkJson, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const PATH = '.claude/agents/lead.md';
const AGENT = '---\nname: lead\ndescription: Leads\ntools: Read, WebFetch\nmodel: opus\n---\nLead.\n';
const SHARED = JSON.stringify({
  permissions: { deny: ['WebFetch', 'Bash(git push *)'] },
  env: { CLAUDE_CODE_SUBAGENT_MODEL: 'haiku', CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '1' },
});
const LOCAL = JSON.stringify({ permissions: { deny: ['Agent(lead)'] } });
const FILES = { [PATH]: AGENT, '.claude/settings.json': SHARED };

describe('settings', () => {
  it('take tools and set the model in `inspect`, which says which file does', () => {
    const { stdout } = runCli(['inspect', PATH, '--format', 'json'], { files: FILES });
    expect(JSON.parse(stdout).files[0].reports[0]).toMatchObject({
      tools: ['Read'],
      model: 'opus',
      effectiveModel: { model: 'haiku', id: 'claude-haiku-5-5', file: '.claude/settings.json' },
      refusedTools: [{ tool: 'WebFetch', reason: 'settings', rule: 'WebFetch', file: '.claude/settings.json' }],
      deniedTools: [{ tool: 'WebFetch', by: 'settings', rule: 'WebFetch', file: '.claude/settings.json' }],
      mainSession: { tools: ['Read'], model: 'opus' },
    });
    const lines = runCli(['inspect', PATH], { files: FILES }).stdout.split('\n');
    const about = (name: string) =>
      lines.filter((line) => line.includes(name) && line.includes('.claude/settings.json'));
    expect(['WebFetch', 'claude-haiku-5-5'].map((name) => about(name).length)).toEqual([1, 1]);
  });

  it('keep an agent from starting', () => {
    const files = { ...FILES, '.claude/settings.local.json': LOCAL };
    const { stdout } = runCli(['inspect', PATH, '--format', 'json'], { files });
    expect(JSON.parse(stdout).files[0].reports[0]).toMatchObject({
      loads: true,
      starts: false,
      startFault: { kind: 'settings', rule: 'Agent(lead)', file: '.claude/settings.local.json' },
    });
  });

  it('of the user count, with their place', () => {
    const home = { '.claude/settings.json': SHARED };
    const { stdout } = runCli(['inspect', PATH, '--format', 'json'], { files: { [PATH]: AGENT }, home });
    const { effectiveModel, tools } = JSON.parse(stdout).files[0].reports[0];
    expect([tools, effectiveModel.file]).toEqual([['Read'], '~/.claude/settings.json']);
  });

  it('are on the card', () => {
    const { stdout } = runCli(['card', PATH], { files: { ...FILES, '.claude/settings.local.json': LOCAL } });
    const text = stdout.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ');
    for (const shown of ['claude-haiku-5-5', '.claude/settings.json', 'Agent(lead)', '.claude/settings.local.json'])
      expect(text).toContain(shown);
  });

  it('are told of by `check`', () => {
    const { json } = checkJson([PATH], { files: { ...FILES, '.claude/settings.local.json': LOCAL } });
    const found = json.files[0]?.problems.map(({ code, severity }) => `${code} ${severity}`);
    expect(found).toEqual([
      'workspace/agent-denied-by-settings warning',
      'workspace/tool-denied-by-settings warning',
      'workspace/model-forced-by-settings information',
    ]);
  });
});

describe('`agent` in settings', () => {
  const SETTINGS = '.claude/settings.json';
  const text = (value: string): string => `{\n  "agent": ${JSON.stringify(value)}\n}\n`;

  it.each<[string, string | null]>([
    ['lead', null],
    ['lead.md', 'file'],
    ['.claude/agents/lead.md', 'file'],
    ['Lead', 'meant'],
    ['leed', 'meant'],
    ['nobody', 'unknown'],
    ['Explore', null],
    ['other:lead', null],
  ])('%j', (value, message) => {
    const { json } = checkJson(['.'], { files: { [PATH]: AGENT, [SETTINGS]: text(value) } });
    const found = json.files.filter(({ path }) => path === SETTINGS).flatMap(({ problems }) => problems);
    expect(found.map(({ code, messageId }) => [code, messageId])).toEqual(
      message === null ? [] : [['settings/unknown-agent', message]],
    );
    const start = { line: 1, character: 11 };
    if (message !== null) expect(found[0]?.range.start).toEqual(start);
  });

  it('is looked for in the folder that has the settings, and above it', () => {
    const files = { [PATH]: AGENT, 'app/.claude/agents/x.md': AGENT.replace('lead', 'other') };
    const problems = (path: string, value: string) => {
      const { json } = checkJson([path], { files: { ...files, [path]: text(value) } });
      return json.files.flatMap((file) => file.problems.map(({ messageId }) => messageId));
    };
    expect(problems('app/.claude/settings.json', 'lead')).toEqual([]);
    expect(problems(SETTINGS, 'other')).toEqual(['unknown']);
    expect(problems('app/.claude/settings.local.json', 'other')).toEqual([]);
  });

  it('of a named file is the only thing reported, and a file without problems is reported as clean', () => {
    const { json, exitCode } = checkJson([SETTINGS], { files: { [PATH]: AGENT, [SETTINGS]: text('lead') } });
    expect([json.files.map(({ path, problems }) => [path, problems.length]), exitCode]).toEqual([[[SETTINGS, 0]], 0]);
  });
});
