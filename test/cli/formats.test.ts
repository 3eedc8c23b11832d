// `check --format sarif` and `--format github`, and `card`: what other programs and browsers read.
import { afterAll, describe, expect, it } from 'vitest';
import { renderGitHub } from '../../server/src/cli/reporters/github.ts';
import { createLineIndex } from '../../server/src/util/text.ts';
import { complaintsOf, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const PATH = '.claude/agents/my reviewer.md';
const TEXT = '---\nname: reviewer\ndescription: "🚀"\ncolor: teal\nfoo: 1\nlicense: MIT\n---\n\nReview.\n';
const files = { [PATH]: TEXT, '.claude/agents/clean.md': '---\nname: clean\ndescription: b\n---\nReview.\n' };

describe('sarif', () => {
  const run = runCli(['check', '--format', 'sarif'], { files });
  const log = JSON.parse(run.stdout);
  const [{ tool, results, columnKind }] = log.runs;

  it('is a log of version 2.1.0', () => {
    expect([log.version, log.$schema, columnKind]).toEqual([
      '2.1.0',
      'https://json.schemastore.org/sarif-2.1.0.json',
      'utf16CodeUnits',
    ]);
    expect(tool.driver).toMatchObject({
      name: 'agentwright',
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  it('has a result for each problem, at its place', () => {
    const color = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'frontmatter/unknown-color');
    expect(color).toMatchObject({
      level: 'warning',
      message: { text: expect.any(String) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '.claude/agents/my%20reviewer.md' },
            region: { startLine: 4, startColumn: 8, endLine: 4, endColumn: 12 },
          },
        },
      ],
    });
    expect(new Set(results.map(({ level }: { level: string }) => level))).toEqual(new Set(['warning', 'note']));
  });

  it('describes the rules that have results, and each result points to its own', () => {
    for (const { ruleId, ruleIndex } of results) {
      const rule = tool.driver.rules[ruleIndex];
      expect(rule.id).toBe(ruleId);
      expect(rule.helpUri).toContain(ruleId);
      expect(rule.shortDescription.text).not.toBe('');
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
    }
  });

  it('is a whole log without problems too', () => {
    const clean = runCli(['check', '.claude/agents/clean.md', '--format', 'sarif'], { files });
    expect(JSON.parse(clean.stdout).runs[0].results).toEqual([]);
    expect(clean.exitCode).toBe(0);
  });
});

describe('github', () => {
  it('has a command for each problem', () => {
    const { stdout, exitCode } = runCli(['check', PATH, '--format', 'github'], { files });
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').filter((line) => !/^::(?:error|warning|notice) file=.*::\S/.test(line))).toEqual(['']);
    expect(stdout).toContain(
      '::warning file=.claude/agents/my reviewer.md,line=4,endLine=4,col=8,endColumn=12,title=frontmatter/unknown-color::',
    );
    expect(stdout).toContain('::notice file=');
  });

  it('lets no path and no message start a command of its own', () => {
    const text = 'a\nb\n';
    const problem = {
      code: 'structure/x',
      severity: 'error',
      span: { start: 0, end: 3 },
      messageId: 'found',
      values: {},
      message: '100%\r\n::set-output name=a::b',
      fixes: [],
    } as const;
    const path = 'a,b:c%\n::error ::.md';
    const lines = createLineIndex(text);
    expect(renderGitHub([{ path, dialect: 'claude-code', text, lines, problems: [problem] }])).toBe(
      '::error file=a%2Cb%3Ac%25%0A%3A%3Aerror %3A%3A.md,line=1,endLine=2,title=structure/x::100%25%0D%0A::set-output name=a::b\n',
    );
  });
});

describe('card', () => {
  it('is a page on standard output', () => {
    const { stdout, exitCode } = runCli(['card', PATH], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).toContain('reviewer');
    expect(stdout).not.toContain('<script');
  });

  it('is written where it is told to', () => {
    const run = runCli(['card', PATH, '-o', 'card.html'], { files });
    expect([run.exitCode, run.stdout]).toEqual([0, '']);
    expect(run.read('card.html')).toMatch(/^<!doctype html>/);
  });

  it.each([
    [['card', 'none.md'], 'none.md'],
    [['card', '.'], '.'],
  ])('%s: exit 2', (args, path) => {
    const run = runCli(args, { files });
    expect([run.exitCode, run.stdout, complaintsOf(run)]).toEqual([2, '', [path]]);
  });

  it('says where it cannot write', () => {
    const run = runCli(['card', PATH, '-o', 'no/such/folder.html'], { files });
    expect(run.exitCode).toBe(2);
    expect(complaintsOf(run)).toEqual(['no/such/folder.html']);
  });
});
