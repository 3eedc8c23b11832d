// The agents of a workspace over time, seen by the problems of an open one: files deleted, created, renamed and changed on
// disk, text in editors, documents that are no files.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FileChangeType, type Location, type WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { type LspProject, openProject } from '../harness/lspProject.ts';
import { agent, EDITOR_CAPABILITIES } from './documents.ts';

const LEAD = '.claude/agents/lead.md';
const TESTER = '.claude/agents/tester.md';
const TEST_RUNNER = agent('name: test-runner\ndescription: Runs tests');
const FILES = {
  [LEAD]: agent('name: lead\ndescription: Leads\ntools: Agent(test-runner)'),
  [TESTER]: TEST_RUNNER,
};
const UNKNOWN = ['workspace/unknown-agent: test-runner'];

/** Agents that are far from those that matter. */
function crowd(size: number): Record<string, string> {
  const numbers = Array.from({ length: size }, (_, at) => at);
  return Object.fromEntries(
    numbers.map((at) => [`crowd/.claude/agents/${at}.md`, agent(`name: one-${at}\ndescription: Is number ${at}`)]),
  );
}

async function symbols({ client, pathOf }: LspProject, query: string): Promise<string[]> {
  const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query });
  return found.map(({ name, location }) => `${name} ${pathOf(location.uri)}`);
}

describe.each([
  ['is pushed to', {}],
  ['is pulled by', { capabilities: EDITOR_CAPABILITIES }],
])('what happens to other files %s the client:', (_, setup) => {
  it('a mention is reported when its agent is deleted, and not when it is back', async () => {
    const project = await openProject(FILES, setup);
    project.open(LEAD);
    await project.problems(LEAD, []);
    project.remove(TESTER);
    await project.problems(LEAD, UNKNOWN);
    project.write(TESTER, TEST_RUNNER);
    await project.problems(LEAD, []);
  });

  it('a file operation of the editor counts before any watcher tells of it', async () => {
    const project = await openProject(FILES, setup);
    const { connection } = project.client;
    const files = [{ uri: project.uri(TESTER) }];
    project.open(LEAD);
    await project.problems(LEAD, []);
    rmSync(fileURLToPath(project.uri(TESTER)));
    await connection.sendNotification('workspace/didDeleteFiles', { files });
    await project.problems(LEAD, UNKNOWN);
    writeFileSync(fileURLToPath(project.uri(TESTER)), TEST_RUNNER);
    await connection.sendNotification('workspace/didCreateFiles', { files });
    await project.problems(LEAD, []);
  });

  it('a mention follows a folder that is renamed', async () => {
    const project = await openProject(FILES, setup);
    project.open(LEAD);
    project.move('.claude/agents', '.claude/retired');
    await project.problems(LEAD, UNKNOWN);
    project.move('.claude/retired', '.claude/agents');
    await project.problems(LEAD, []);
  });

  it('an agent that stops loading is told of', async () => {
    const project = await openProject(FILES, setup);
    project.open(LEAD);
    await project.problems(LEAD, []);
    project.write(TESTER, '---\nname: test-runner\n---\n\nTest.\n');
    const [problem] = await project.problems(LEAD, UNKNOWN);
    expect(problem?.data).toMatchObject({ messageId: 'broken' });
  });

  it('two agents of one name are told of in both documents, as soon as the second is opened', async () => {
    const project = await openProject(FILES, setup);
    project.open(TESTER);
    await project.problems(TESTER, []);
    project.open('.claude/agents/other.md', TEST_RUNNER);
    await project.problems(TESTER, ['workspace/duplicate-name: test-runner']);
    await project.problems('.claude/agents/other.md', ['workspace/duplicate-name: test-runner']);
    project.close('.claude/agents/other.md');
    await project.problems(TESTER, []);
  });
});

describe('the text in an editor', () => {
  it('counts before that on disk, until it is closed without saving', async () => {
    const project = await openProject(FILES);
    project.open(LEAD);
    project.open(TESTER);
    project.change(TESTER, TEST_RUNNER.replace('test-runner', 'checker'));
    await project.problems(LEAD, UNKNOWN);
    expect(await symbols(project, 'checker')).toEqual([`checker ${TESTER}`]);
    project.close(TESTER);
    await project.problems(LEAD, []);
    expect(await symbols(project, 'checker')).toEqual([]);
  });

  it('counts when the file is deleted under it', async () => {
    const project = await openProject(FILES);
    project.open(LEAD);
    project.open(TESTER);
    project.remove(TESTER);
    expect(await symbols(project, 'test-runner')).toEqual([`test-runner ${TESTER}`]);
    expect(await project.problemsNow(LEAD)).toEqual([]);
    project.close(TESTER);
    await project.problems(LEAD, UNKNOWN);
  });

  it('counts when the document is closed and opened again while much is read', async () => {
    const project = await openProject({ ...FILES, ...crowd(1500) });
    project.open(TESTER, TEST_RUNNER.replace('test-runner', 'checker'));
    project.tell(['crowd', FileChangeType.Created]);
    project.close(TESTER);
    project.open(TESTER, TEST_RUNNER.replace('test-runner', 'checker'));
    await project.client.published(project.uri(TESTER));
    expect(await symbols(project, 'checker')).toEqual([`checker ${TESTER}`]);
    expect(await symbols(project, 'test-runner')).toEqual([]);
  });
});

describe('the place in another file that has to do with a problem', () => {
  it('moves with its text, also where much else is read before', async () => {
    const others = crowd(1500);
    const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
    const project = await openProject({ ...FILES, '.claude/agents/twin.md': TEST_RUNNER, ...others }, { capabilities });
    project.open(TESTER);
    await project.problems(TESTER, ['workspace/duplicate-name: test-runner']);
    project.tell(...Object.keys(others).map((path) => [path, FileChangeType.Changed] as const));
    project.write('.claude/agents/twin.md', TEST_RUNNER.replace('name:', 'color: red\nname:'));
    const places = () =>
      project.client.latest(project.uri(TESTER))?.flatMap(({ relatedInformation = [] }) => relatedInformation) ?? [];
    await project.client.until('the place to move', () => places()[0]?.location.range.start.line === 2);
  });
});

describe('a file that is renamed on disk', () => {
  it('is found in its new place, with its mentions', async () => {
    const project = await openProject(FILES);
    project.open(LEAD);
    project.move(TESTER, '.claude/agents/tests/runner.md');
    expect(await project.problemsNow(LEAD)).toEqual([]);
    const [place] = await project.ask<Location[]>('textDocument/definition', LEAD, 'Agent(test█-');
    expect(place && project.shown(place)).toBe('.claude/agents/tests/runner.md:2: test-runner');
  });

  it('is found where the editor has it open', async () => {
    const project = await openProject(FILES);
    project.open(TESTER);
    project.close(TESTER);
    project.move(TESTER, '.claude/agents/runner.md');
    project.open('.claude/agents/runner.md');
    expect(await symbols(project, 'test-runner')).toEqual(['test-runner .claude/agents/runner.md']);
    expect(await project.problemsNow('.claude/agents/runner.md')).toEqual([]);
  });
});

describe('a document that is no file', () => {
  const LEADS_ON = agent('name: chief\ndescription: Leads on\nmodel: opus', 'Ask the `test-runner` agent.\n');

  it('is an agent where its fields say so, and leads to others', async () => {
    const project = await openProject(FILES);
    project.open('untitled:Untitled-1', LEADS_ON);
    const [place] = await project.ask<Location[]>('textDocument/definition', 'untitled:Untitled-1', '`test█-');
    expect(place && project.shown(place)).toBe(`${TESTER}:2: test-runner`);
    expect(await symbols(project, 'chief')).toEqual(['chief untitled:Untitled-1']);
    project.close('untitled:Untitled-1');
    expect(await symbols(project, 'chief')).toEqual([]);
  });

  it('is no second agent where it is an old version of a file', async () => {
    const project = await openProject(FILES);
    const old = `${project.uri(LEAD).replace('file:', 'git:')}?%7B%22ref%22%3A%22HEAD%22%7D`;
    project.open(old, agent('name: lead\ndescription: Leads', 'Ask the `test-runner` agent.\n'));
    const [place] = await project.ask<Location[]>('textDocument/definition', old, '`test█-');
    expect(place && project.shown(place)).toBe(`${TESTER}:2: test-runner`);
    expect(await symbols(project, 'lead')).toEqual([`lead ${LEAD}`]);
    project.open(TESTER);
    const context = { includeDeclaration: false };
    const found = await project.ask<Location[]>('textDocument/references', TESTER, 'name: test█-', { context });
    expect(found.map(project.shown)).toEqual([`${LEAD}:4: test-runner`]);
  });
});
