// The manifests of plugins on the command line: checked with the agents they decide on, fixed before them, and the same
// word on what loads in `check`, `inspect` and the card.
import { afterAll, describe, expect, it } from 'vitest';
import { checkJson, removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

type Files = Readonly<Record<string, string>>;

const MANIFEST = 'kit/.claude-plugin/plugin.json';

function agent(name: string): string {
  return `---\nname: ${name}\ndescription: Does the work of ${name}\n---\n\nWork.\n`;
}

const AGENTS: Files = {
  'kit/agents/a.md': agent('a'),
  'kit/agents/qa/b.md': agent('b'),
  'kit/agents/README.md': '# About\n\nThe agents.\n',
  'kit/prompts/c.md': agent('c'),
};

const kit = (fields: object): string => JSON.stringify({ name: 'kit', ...fields });

function files(manifest: string): Files {
  return { [MANIFEST]: manifest, ...AGENTS };
}

/** `path: code` of all errors and warnings. */
function found(paths: readonly string[], given: Files): string[] {
  const { json } = checkJson([...paths], { files: given });
  return json.files.flatMap(({ path, problems }) =>
    problems.filter(({ severity }) => severity !== 'information').map(({ code }) => `${path}: ${code}`),
  );
}

interface Inspected {
  readonly files: readonly {
    path: string;
    reports: readonly { loads: boolean; name: string | null; reason: string | null }[];
  }[];
}

/** `path: name or reason`. */
function inspected(paths: readonly string[], given: Files): string[] {
  const { stdout } = runCli(['inspect', ...paths, '--format', 'json'], { files: given });
  return (JSON.parse(stdout) as Inspected).files.flatMap(({ path, reports }) =>
    reports.map(({ loads, name, reason }) => `${path}: ${loads ? name : reason}`),
  );
}

const REFUSED = 'workspace/plugin-not-loaded';
const UNLISTED = 'workspace/not-in-manifest';

describe.each<[string, string, string[], string[]]>([
  ['a folder', kit({ agents: './agents/' }), ['manifest/agents-folder'], []],
  ['a folder in a list', kit({ agents: ['./agents'] }), ['manifest/agents-folder'], []],
  ['a path without ./', kit({ agents: ['agents/a.md'] }), ['manifest/invalid-path'], []],
  ['a path of another file', kit({ agents: './agents/a.txt' }), ['manifest/invalid-path'], []],
  ['a value of another type', kit({ version: 1 }), ['manifest/wrong-type'], []],
  ['no name', '{}', ['manifest/missing-name'], []],
  ['a name with a space', '{ "name": "my kit" }', ['manifest/invalid-name'], []],
  ['no JSON', '{ "name": "kit", }', ['manifest/invalid-json'], []],
  [
    'a folder besides files',
    kit({ agents: ['./prompts/c.md', './agents'] }),
    ['manifest/agents-folder'],
    ['kit/prompts/c.md'],
  ],
])('a manifest that is refused for %s', (_, manifest, codes, named) => {
  const agents = ['kit/agents/README.md', 'kit/agents/a.md', 'kit/agents/qa/b.md', ...named];

  it('is reported where it is wrong, and in every agent', () => {
    expect(found(['.'], files(manifest))).toEqual([
      ...codes.map((code) => `${MANIFEST}: ${code}`),
      ...agents.map((path) => `${path}: ${REFUSED}`),
    ]);
  });

  it('is the reason why no agent loads', () => {
    expect(inspected(['.'], files(manifest))).toEqual(agents.map((path) => `${path}: ${REFUSED}`));
  });
});

describe('a manifest that names agents', () => {
  const manifest = kit({ agents: ['./agents/a.md', './prompts/c.md'] });

  it('has the others reported, there and in each of them, but not what does not look like one', () => {
    expect(found(['.'], files(manifest))).toEqual([
      `${MANIFEST}: manifest/unlisted-agent`,
      `kit/agents/qa/b.md: ${UNLISTED}`,
    ]);
  });

  it('says what loads, wherever it lies', () => {
    expect(inspected(['.'], files(manifest))).toEqual([
      'kit/agents/a.md: a',
      `kit/agents/qa/b.md: ${UNLISTED}`,
      'kit/prompts/c.md: c',
    ]);
  });

  it('counts for a file that is checked alone', () => {
    expect(found(['kit/agents/qa/b.md'], files(manifest))).toEqual([`kit/agents/qa/b.md: ${UNLISTED}`]);
    expect(inspected(['kit/prompts/c.md'], files(manifest))).toEqual(['kit/prompts/c.md: c']);
    expect(inspected(['kit/agents/README.md'], files(manifest))).toEqual([`kit/agents/README.md: ${UNLISTED}`]);
  });

  it('is told when a file is missing', () => {
    const { json } = checkJson([MANIFEST], {
      files: files(kit({ agents: ['./agents/a.md', './agents/qa/bb.md', './agents/qa/b.md'] })),
    });
    const [problem] = json.files.flatMap(({ problems }) => problems);
    expect(problem).toMatchObject({
      code: 'manifest/missing-file',
      messageId: 'missing',
      values: { path: './agents/qa/bb.md' },
    });
  });

  it('is told when it names none', () => {
    expect(inspected(['.'], files(kit({ agents: [] })))).toEqual([
      `kit/agents/a.md: ${UNLISTED}`,
      `kit/agents/qa/b.md: ${UNLISTED}`,
    ]);
  });
});

describe('a manifest that is fixed', () => {
  it('leaves nothing to report in the agents', () => {
    const run = checkJson(['.', '--fix'], { files: files(kit({ agents: './agents/' })) });
    expect(run.read(MANIFEST)).toBe('{"name":"kit"}');
    expect(run.json.files.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))).toEqual(
      [],
    );
  });

  it('has its paths begin with ./, and keeps its layout', () => {
    const text =
      '{\r\n\t"agents": [\r\n\t\t"agents/a.md",\r\n\t\t"agents/qa/b.md"\r\n\t],\r\n\t"name": "kit",\r\n}\r\n';
    const run = checkJson(['.', '--fix'], { files: files(text) });
    expect(run.read(MANIFEST)).toBe(
      '{\r\n\t"agents": [\r\n\t\t"./agents/a.md",\r\n\t\t"./agents/qa/b.md"\r\n\t],\r\n\t"name": "kit"\r\n}\r\n',
    );
    expect(run.json.summary.errors).toBe(0);
  });
});

it('a manifest without problems is listed only if it is named', () => {
  const pathsOf = (args: string[]): string[] =>
    checkJson(args, { files: files(kit({})) }).json.files.map(({ path }) => path);
  expect(pathsOf(['.'])).not.toContain(MANIFEST);
  expect(pathsOf([MANIFEST])).toEqual([MANIFEST]);
});

it('a manifest is checked from standard input, as the editor would have it', () => {
  const args = ['--stdin', '--stdin-path', MANIFEST];
  const { json } = checkJson(args, { files: files(kit({})), stdin: kit({ agents: './agents' }) });
  expect(json.files.map(({ path, problems }) => [path, problems.map(({ code }) => code)])).toEqual([
    [MANIFEST, ['manifest/agents-folder']],
  ]);
});

it('the configuration of the project counts', () => {
  const config = JSON.stringify({
    rules: { 'manifest/agents-folder': 'off' },
    overrides: [{ files: ['kit/**'], rules: { [REFUSED]: 'hint' } }],
  });
  expect(found(['.'], { ...files(kit({ agents: './agents/' })), '.agentwright.json': config })).toEqual([
    'kit/agents/README.md: workspace/plugin-not-loaded',
    'kit/agents/a.md: workspace/plugin-not-loaded',
    'kit/agents/qa/b.md: workspace/plugin-not-loaded',
  ]);
});

it.each([
  `./${'x'.repeat(5000)}.md`,
  './a\u0000.md',
  './a/../../../../../../../../x.md',
  './.md',
  './agents/a.md/b.md',
])('a path that no file can have is missing: %j', (path) => {
  const run = checkJson([MANIFEST], { files: files(kit({ agents: ['./agents/a.md', './agents/qa/b.md', path] })) });
  expect(run.json.files.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['manifest/missing-file']);
  expect(run.stderr).toBe('');
});

it('a card says that the agent does not load', () => {
  const { stdout } = runCli(['card', 'kit/agents/a.md'], { files: files(kit({ agents: './agents/' })) });
  expect(stdout).toContain('class="verdict dropped"');
});

it('inspect and card take no manifest', () => {
  expect(runCli(['inspect', MANIFEST], { files: files(kit({})) }).exitCode).toBe(2);
  expect(runCli(['card', MANIFEST], { files: files(kit({})) }).exitCode).toBe(2);
});
