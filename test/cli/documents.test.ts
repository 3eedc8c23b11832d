// Documents in folders of agents, as the command line tells of them, and how a project marks them.
import { afterAll, describe, expect, it } from 'vitest';
import { checkJson, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const AGENT = '---\nname: reviewer\ndescription: Reviews code\n---\n\nReview.\n';
const FILES = {
  '.claude/agents/reviewer.md': AGENT,
  '.claude/agents/README.md': '# About\n\n### Jump\n',
  '.claude/agents/docs/page [1].md': '---\ntitle: Page\n---\n\nTODO: write this\n',
};

function found(config: unknown = {}, args: readonly string[] = ['.']): string[] {
  const { json, exitCode } = checkJson(args, { files: { ...FILES, '.agentwright.json': JSON.stringify(config) } });
  expect(exitCode).toBe(0);
  return json.files.flatMap(({ path, problems }) =>
    problems.map(({ code, severity }) => `${path.slice('.claude/agents/'.length)} ${code} ${severity}`),
  );
}

const PAGE = 'docs/page [1].md frontmatter/missing-name information';
const README = 'README.md frontmatter/missing information';

describe('documents in a folder of agents', () => {
  it('are told of once, as information', () => {
    expect(found()).toEqual([README, PAGE]);
  });

  it('are not told of where the project marks them', () => {
    expect(found({ documents: ['.claude/agents/README.md'] })).toEqual([PAGE]);
    expect(found({ documents: ['**/README.md', './.claude/agents/docs/**'] })).toEqual([]);
    expect(found({ documents: ['.claude/agents/docs/page \\[1\\].md'] })).toEqual([README]);
    expect(found({ documents: ['**/README.md', 7] }, ['.claude/agents/README.md'])).toEqual([]);
  });

  it('may be agents too: of what is marked nothing is said', () => {
    const bad = { '.claude/agents/a.md': AGENT.replace('name', 'nmae') };
    const config = { '.agentwright.json': '{"documents": [".claude/agents/a.md"]}' };
    expect(checkJson(['.'], { files: { ...bad, ...config } }).json.files[0]?.problems).toEqual([]);
    expect(checkJson(['.'], { files: bad }).exitCode).toBe(1);
  });

  it('are no agents for `inspect` either, for the same reason', () => {
    const { stdout } = runCli(['inspect', '.', '--format', 'json'], { files: FILES });
    const { files } = JSON.parse(stdout) as { files: { reports: { loads: boolean; reason: string | null }[] }[] };
    // The owner's report is the first.
    const reports = files.map((file) => [file.reports[0]?.loads, file.reports[0]?.reason]);
    expect(reports).toEqual([
      [false, 'frontmatter/missing'],
      [false, 'frontmatter/missing-name'],
      [true, null],
    ]);
  });

  it('are not changed by `--fix`', () => {
    const run = runCli(['check', '--fix', '.'], { files: FILES });
    for (const [path, text] of Object.entries(FILES)) expect(run.read(path)).toBe(text);
  });
});
