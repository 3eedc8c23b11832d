// The manifests of plugins in the editor: problems and fixes in them, and what each change in them, on disk or typed, means
// for the agents of the plugin.
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { createLineIndex } from '../../server/src/util/text.ts';
import { type LspProject, openProject } from '../harness/lspProject.ts';
import { agent, EDITOR_CAPABILITIES } from './documents.ts';

const MANIFEST = 'kit/.claude-plugin/plugin.json';
const A = 'kit/agents/a.md';
const B = 'kit/agents/b.md';
const AGENTS = { [A]: agent('name: a\ndescription: Does a'), [B]: agent('name: b\ndescription: Does b') };

const kit = (fields: object): string => JSON.stringify({ name: 'kit', ...fields });
const REFUSED = ['workspace/plugin-not-loaded: ---'];
const UNLISTED = ['workspace/not-in-manifest: ---'];

/** The titles of the actions at some words of a document, and the text after each. */
async function actionsAt(project: LspProject, path: string, words: string): Promise<Record<string, string>> {
  const { position } = project.at(path, words);
  const found = await project.client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: project.uri(path) },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return Object.fromEntries(found.map(({ title, edit }) => [title, applied(project.textOf(path), editsOf(edit))]));
}

function editsOf(edit: CodeAction['edit']): readonly TextEdit[] {
  return ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ edits }) => edits as TextEdit[]);
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const { offsetAt } = createLineIndex(text);
  return edits.reduceRight(
    (now, { range, newText }) => now.slice(0, offsetAt(range.start)) + newText + now.slice(offsetAt(range.end)),
    text,
  );
}

describe.each([
  ['is pushed to', {}],
  ['is pulled by', { capabilities: EDITOR_CAPABILITIES }],
])('what a manifest says %s the client:', (_, setup) => {
  it('on disk, it decides which agents load', async () => {
    const project = await openProject({ ...AGENTS, [MANIFEST]: kit({}) }, setup);
    project.open(A);
    project.open(B);
    await project.problems(A, []);
    project.write(MANIFEST, kit({ agents: './agents/' }));
    await project.problems(A, REFUSED);
    project.write(MANIFEST, kit({ agents: './agents/a.md' }));
    await project.problems(A, []);
    await project.problems(B, UNLISTED);
    project.remove(MANIFEST);
    await project.problems(B, []);
  });

  it('typed, it decides before it is saved, and no more once it is closed', async () => {
    const project = await openProject({ ...AGENTS, [MANIFEST]: kit({}) }, setup);
    project.open(B);
    project.open(MANIFEST);
    await project.problems(MANIFEST, []);
    project.change(MANIFEST, kit({ agents: './agents' }));
    await project.problems(MANIFEST, ['manifest/agents-folder: "./agents"']);
    const [problem] = await project.problems(B, REFUSED);
    expect(problem?.data).toMatchObject({ messageId: 'field', values: { plugin: 'kit', field: 'agents' } });
    project.change(MANIFEST, kit({ agents: ['./agents/a.md'] }));
    await project.problems(MANIFEST, ['manifest/unlisted-agent: "agents"']);
    await project.problems(B, UNLISTED);
    project.close(MANIFEST);
    await project.problems(B, []);
  });

  it('files that come and go are seen in it', async () => {
    const text = kit({ agents: ['./agents/a.md', './agents/b.md', './more/c.md'] });
    const project = await openProject({ ...AGENTS, [MANIFEST]: text }, setup);
    project.open(MANIFEST);
    await project.problems(MANIFEST, ['manifest/missing-file: "./more/c.md"']);
    project.write('kit/more/c.md', agent('name: c\ndescription: Does c'));
    await project.problems(MANIFEST, []);
    project.write('kit/agents/d.md', agent('name: d\ndescription: Does d'));
    await project.problems(MANIFEST, ['manifest/unlisted-agent: "agents"']);
    project.remove('kit/agents');
    await project.problems(MANIFEST, [
      'manifest/missing-file: "./agents/a.md"',
      'manifest/missing-file: "./agents/b.md"',
    ]);
  });
});

it('offers what mends it', async () => {
  const text = '{\n  "name": "kit",\n  "agents": ["agents/a.md", "./agents/reviewr.md"]\n}\n';
  const reviewer = { 'kit/agents/reviewer.md': agent('name: reviewer\ndescription: Reviews') };
  const files = { [A]: AGENTS[A], ...reviewer, [MANIFEST]: text };
  const project = await openProject(files, { capabilities: EDITOR_CAPABILITIES });
  project.open(MANIFEST);
  await project.problems(MANIFEST, [
    'manifest/invalid-path: "agents/a.md"',
    'manifest/missing-file: "./agents/reviewr.md"',
  ]);
  const prefixed = text.replace('agents/a.md', './agents/a.md');
  expect(await actionsAt(project, MANIFEST, '"agents█/a.md"')).toEqual({
    'Change to `./agents/a.md`': prefixed,
    'Fix all problems that Agentwright can fix safely': prefixed,
  });
  expect(await actionsAt(project, MANIFEST, './agents/█reviewr.md')).toMatchObject({
    'Change to `./agents/reviewer.md`': text.replace('reviewr', 'reviewer'),
    'Remove this entry': text.replace(', "./agents/reviewr.md"', ''),
  });
});

it('leaves other JSON alone', async () => {
  const project = await openProject({ 'kit/plugin.json': '{ "agents": 3 }' });
  project.open('kit/plugin.json');
  expect(await project.problemsNow('kit/plugin.json')).toEqual([]);
});

it('obeys the settings', async () => {
  const initializationOptions = { settings: { rules: { 'manifest/agents-folder': 'off' } } };
  const project = await openProject({ [MANIFEST]: kit({ agents: './agents' }) }, { initializationOptions });
  project.open(MANIFEST);
  expect(await project.problemsNow(MANIFEST)).toEqual([]);
});

it('hover on the name of an agent says that it does not load', async () => {
  const lead = '.claude/agents/lead.md';
  const files = {
    [MANIFEST]: kit({ agents: './agents' }),
    ...AGENTS,
    [lead]: agent('name: lead\ndescription: Leads', 'Task(subagent_type="kit:a")\n'),
  };
  const project = await openProject(files);
  project.open(lead);
  const [problem] = await project.problems(lead, ['workspace/unknown-agent: kit:a']);
  expect(problem?.data).toMatchObject({ messageId: 'broken' });
});
