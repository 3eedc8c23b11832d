// What the server expects of its clients: nothing that they do not say they can, and no answer that may never come.
import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic, FileSystemWatcher, Location } from 'vscode-languageserver-protocol';
import { type LspProject, openProject } from '../harness/lspProject.ts';
import { agent } from './documents.ts';

const LEAD = '.claude/agents/lead.md';
const TESTER = '.claude/agents/tester.md';
const TEST_RUNNER = agent('name: test-runner\ndescription: Runs tests');
const FILES = { [LEAD]: agent('name: lead\ndescription: Leads\ntools: Agent(test-runner)'), [TESTER]: TEST_RUNNER };
const UNKNOWN = ['workspace/unknown-agent: test-runner'];

const EVERYTHING: ClientCapabilities = {
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
  },
  window: { workDoneProgress: true },
  textDocument: { publishDiagnostics: { relatedInformation: true } },
};

async function leadsTo(project: LspProject): Promise<string[]> {
  const places = await project.ask<Location[]>('textDocument/definition', LEAD, 'Agent(test█-runner)');
  return places.map(project.shown);
}

/** A promise, and the function that keeps it. */
function held<T>(value: T): { answer: Promise<T>; release(): void } {
  let release = (): void => {};
  const answer = new Promise<T>((resolve) => {
    release = () => resolve(value);
  });
  return { answer, release };
}

describe('a client that can do nothing special', () => {
  it('is asked nothing, and gets all the same', async () => {
    const project = await openProject(FILES);
    project.open(LEAD);
    expect(await leadsTo(project)).toEqual([`${TESTER}:2: test-runner`]);
    project.remove(TESTER);
    await project.problems(LEAD, UNKNOWN);
    expect(project.client.asked).toEqual([]);
  });
});

describe('a client that refuses what it said it can', () => {
  it('is served all the same', async () => {
    const refuses = ['workspace/diagnostic/refresh', 'client/registerCapability', 'workspace/configuration'];
    const project = await openProject(FILES, { capabilities: EVERYTHING, refuses });
    project.open(LEAD);
    project.remove(TESTER);
    await project.problems(LEAD, UNKNOWN);
    expect(project.client.asked.map(({ method }) => method)).toEqual(expect.arrayContaining(refuses));
  });
});

describe('a client that never answers what its settings are', () => {
  it('is served after a while', async () => {
    const project = await openProject(FILES, {
      capabilities: { workspace: { configuration: true } },
      configuration: () => new Promise(() => {}),
    });
    project.open(LEAD);
    expect(await leadsTo(project)).toEqual([`${TESTER}:2: test-runner`]);
    await project.problems(LEAD, []);
  });
});

describe('a client that answers late', () => {
  it('gets what it asks for once the workspace has been read', async () => {
    const { answer, release } = held(null);
    const project = await openProject(FILES, {
      capabilities: { workspace: { configuration: true } },
      configuration: () => answer,
      hurries: true,
    });
    project.open(LEAD);
    const places = leadsTo(project);
    await project.client.until('the settings to be asked for', () => project.client.asked.length > 0);
    release();
    expect(await places).toEqual([`${TESTER}:2: test-runner`]);
  });

  it('can close a document meanwhile, and its text is forgotten', async () => {
    const { answer, release } = held(null);
    const project = await openProject(FILES, {
      capabilities: { workspace: { configuration: true } },
      configuration: () => answer,
      hurries: true,
    });
    project.open(TESTER, TEST_RUNNER.replace('test-runner', 'checker'));
    const pulling = project.client.pulled(project.uri(TESTER));
    project.close(TESTER);
    project.open(LEAD);
    release();
    await pulling;
    expect(await leadsTo(project)).toEqual([`${TESTER}:2: test-runner`]);
  });
});

describe('places that have to do with a problem', () => {
  const related = ([problem]: readonly Diagnostic[], { pathOf }: LspProject): string[] | undefined =>
    problem?.relatedInformation?.map(({ location, message }) => `${pathOf(location.uri)}: ${message}`);
  const OTHER = '.claude/agents/other.md';
  const TWINS = { [TESTER]: TEST_RUNNER, [OTHER]: TEST_RUNNER };
  const DUPLICATE = ['workspace/duplicate-name: test-runner'];

  it.each([
    ['pushed', { publishDiagnostics: { relatedInformation: true } }],
    ['pulled', { diagnostic: { relatedInformation: true } }],
  ])('are %s to clients that show them', async (_, textDocument) => {
    const project = await openProject(TWINS, { capabilities: { textDocument } });
    project.open(TESTER);
    const problems = await project.problems(TESTER, DUPLICATE);
    expect(related(problems, project)).toEqual([`${OTHER}: \`test-runner\` is also defined here`]);
  });

  it('are kept from clients that do not', async () => {
    const project = await openProject(TWINS);
    project.open(TESTER);
    expect(related(await project.problems(TESTER, DUPLICATE), project)).toBeUndefined();
  });
});

describe('watchers', () => {
  const watchers = ({ client }: LspProject): FileSystemWatcher[] =>
    client.asked
      .flatMap(
        ({ params }) =>
          (params as { registrations?: { method: string; registerOptions: object }[] }).registrations ?? [],
      )
      .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
      .flatMap(({ registerOptions }) => (registerOptions as { watchers: FileSystemWatcher[] }).watchers);

  it('are asked for by clients that take requests for them, for what is created, deleted and changed', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const project = await openProject(FILES, { capabilities });
    expect(watchers(project).map(({ globPattern, kind }) => `${globPattern} ${kind}`)).toEqual([
      '**/* 5',
      '**/*.md 2',
      '**/workflows/*.js 2',
      '**/.mcp.json 2',
      '**/.claude/settings.json 2',
      '**/.claude/settings.local.json 2',
      '**/.claude-plugin/*.json 2',
      '**/.gitignore 2',
      '**/.agentwright.json 2',
    ]);
  });

  it('cover the user’s own folder for clients that can watch outside of the workspace', async () => {
    const project = await openProject(FILES, { capabilities: EVERYTHING });
    const outside = watchers(project)
      .map(({ globPattern }) => globPattern)
      .filter((each) => typeof each !== 'string');
    expect(outside).toMatchObject([
      { baseUri: expect.stringMatching(/\/\.claude$/), pattern: '{agents,skills,commands,workflows}/**' },
      { baseUri: expect.stringMatching(/\/\.claude$/), pattern: 'plugins/installed_plugins.json' },
      { baseUri: expect.stringMatching(/\/\.claude$/), pattern: 'settings.json' },
    ]);
  });

  it('may tell of anything', async () => {
    const project = await openProject(FILES);
    project.open(LEAD);
    const changes = ['', 'file:///%E0%A4%A', 'nonsense', 'git:/a.md', 'file:///'].map((uri) => ({ uri, type: 3 }));
    await project.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [...changes, ...changes.map(({ uri }) => ({ uri, type: 1 })), { uri: project.uri(TESTER), type: 9 }],
    });
    expect(await leadsTo(project)).toEqual([`${TESTER}:2: test-runner`]);
  });
});

describe('progress', () => {
  it('is shown where reading takes long and the client can show it', async () => {
    const { answer, release } = held({});
    const project = await openProject(FILES, {
      capabilities: { workspace: { configuration: true }, window: { workDoneProgress: true } },
      configuration: (section) => (section === 'files.exclude' ? answer : null),
      hurries: true,
    });
    const { client } = project;
    await client.until('progress to be shown', () => client.progress.length > 0);
    release();
    await client.until('progress to end', () => client.progress.at(-1)?.kind === 'end');
    expect(client.progress[0]).toMatchObject({ kind: 'begin', title: 'Agentwright' });
  });

  it('is not shown to other clients', async () => {
    // A second and more goes by before the files are read.
    const { client } = await openProject(FILES, {
      capabilities: { workspace: { configuration: true } },
      configuration: (section) => (section === 'files.exclude' ? new Promise(() => {}) : null),
    });
    expect(client.asked.map(({ method }) => method)).toEqual(['workspace/configuration', 'workspace/configuration']);
  });
});
