// Agents of VS Code that name each other: where a name leads, who names one, a rename, and names to complete with.
import { expect, test } from 'vitest';
import type { CompletionItem, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type LspProject, openProject } from '../harness/lspProject.ts';

const PLAN = '.github/agents/plan.agent.md';
const BUILD = '.github/agents/build.agent.md';

function plan(more = ''): string {
  const handoff = `handoffs:\n  - label: Go\n    agent: Builder\n    prompt: Go on.\n`;
  return `---\ndescription: Plans\n${handoff}agents: ['Builder', '*']\n${more}---\nPlan.\n`;
}

const FILES = { [PLAN]: plan(), [BUILD]: '---\nname: Builder\ndescription: Builds\n---\nBuild.\n' };

async function opened(files: Readonly<Record<string, string>> = FILES): Promise<LspProject> {
  const project = await openProject(files);
  for (const path of Object.keys(files)) project.open(path);
  return project;
}

test('a handoff leads to the agent it names', async () => {
  const project = await opened();
  const found = await project.ask<Location[]>('textDocument/definition', PLAN, 'agent: Bui█lder');
  expect(found.map(project.shown)).toEqual([`${BUILD}:2: Builder`]);
});

test('all who name an agent are its references', async () => {
  const project = await opened();
  const context = { context: { includeDeclaration: true } };
  const found = await project.ask<Location[]>('textDocument/references', BUILD, 'Bui█lder', context);
  expect(found.map(project.shown)).toEqual([`${BUILD}:2: Builder`, `${PLAN}:5: Builder`, `${PLAN}:7: Builder`]);
});

test('a rename changes the name and all that name it', async () => {
  const project = await opened();
  const edit = await project.ask<WorkspaceEdit>('textDocument/rename', PLAN, 'agent: Bui█lder', { newName: 'Maker' });
  const changes = Object.entries(edit.changes ?? {}).map(([uri, edits]) => [project.pathOf(uri), edits.length]);
  expect(changes).toEqual([
    [BUILD, 1],
    [PLAN, 2],
  ]);
});

test.each(['', 'a: b', 'Builder'])('no agent is renamed to “%s”', async (newName) => {
  const project = await opened();
  expect(await project.ask('textDocument/rename', PLAN, 'agent: Bui█lder', { newName })).toBeNull();
});

test('names of agents are offered in a handoff', async () => {
  const project = await opened();
  const items = await project.ask<CompletionItem[]>('textDocument/completion', PLAN, 'agent: Bui█lder');
  expect(items.map(({ label }) => label).slice(0, 3)).toEqual(['Builder', 'plan', 'agent']);
});

test('a name that no agent has is reported, and the one that was meant is offered', async () => {
  const project = await opened({ ...FILES, [PLAN]: plan().replace('agent: Builder', 'agent: Bulder') });
  const [problem] = await project.problems(PLAN, ['workspace/unknown-agent: Bulder']);
  expect(problem?.severity).toBe(2);
});

test('two agents of one name are reported in both files', async () => {
  const other = '.github/agents/other.agent.md';
  const project = await opened({ ...FILES, [other]: FILES[BUILD] ?? '' });
  await project.problems(other, ['workspace/duplicate-name: Builder']);
  await project.problems(BUILD, ['workspace/duplicate-name: Builder']);
});

test('an agent of Claude Code counts as well, and one that is always there', async () => {
  const project = await opened({
    [PLAN]: `---\ndescription: Plans\nagents: [reviewer, agent]\ntools: [agent]\n---\nPlan.\n`,
    '.claude/agents/reviewer.md': '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
  });
  await project.problems(PLAN, []);
});

test.each([
  [{}, ['build.agent.md', 'plan.agent.md'], true],
  [{ ownMarks: true }, [], false],
])(
  'what a prompt refers to by a mark is offered and explained, with %j',
  async (initializationOptions, files, isTold) => {
    const text = `${plan()}\nSee #file:build.agent.md and #tool:read here.\n`;
    const project = await openProject({ ...FILES, [PLAN]: text }, { initializationOptions });
    project.open(PLAN);
    const items = await project.ask<CompletionItem[]>('textDocument/completion', PLAN, '#file:█');
    expect(items.map(({ label }) => label)).toEqual(files);
    const hover = await project.ask<Hover | null>('textDocument/hover', PLAN, '#tool:re█ad');
    expect(hover !== null).toBe(isTold);
  },
);
