// Rename over the protocol: where it starts, what it changes, when it is refused, and with what it keeps in step.
import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { withEdits } from '../harness/edits.ts';
import { type LspProject, openProject, type ProjectSetup } from '../harness/lspProject.ts';
import { seedTwo } from '../ring/support.ts';
import { agent } from './documents.ts';

const LEAD = '.claude/agents/lead.md';
const TESTER = '.claude/agents/test-runner.md';
const HAND_OVER = 'Hand over to the `test-runner` agent.\n';
const FILES = {
  [LEAD]: agent('name: lead\ndescription: Leads', HAND_OVER),
  [TESTER]: agent('name: test-runner\ndescription: Runs tests'),
  '.claude/agents/scribe.md': agent('name: scribe\ndescription: Writes'),
};
const AT_MENTION = '`test█-runner`';

const ABLE: ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: {},
    },
  },
};

async function team(setup: ProjectSetup = { capabilities: ABLE }): Promise<LspProject> {
  const project = await openProject(FILES, setup);
  project.open(LEAD);
  return project;
}

function rename(project: LspProject, newName: string, path = LEAD, words = AT_MENTION): Promise<WorkspaceEdit> {
  return project.ask('textDocument/rename', path, words, { newName });
}

const textEdits = ({ documentChanges }: WorkspaceEdit): TextDocumentEdit[] =>
  (documentChanges ?? []).filter((change) => 'edits' in change);

describe('a name to be renamed', () => {
  it('is offered on a mention', async () => {
    const start = await (await team()).ask('textDocument/prepareRename', LEAD, AT_MENTION);
    expect(start).toMatchObject({ placeholder: 'test-runner', range: { start: { line: 5, character: 18 } } });
  });

  it('is not offered on any other word', async () => {
    expect(await (await team()).ask('textDocument/prepareRename', LEAD, 'Ha█nd')).toBeNull();
  });

  it('is asked for beforehand only by clients that can', async () => {
    const able = await team();
    expect(able.client.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
    const plain = await team({});
    expect(plain.client.initialized.capabilities.renameProvider).toBe(true);
  });
});

describe('renaming', () => {
  it('changes the file, then the name in its new place, and the mentions with the version of what is open', async () => {
    const project = await team();
    project.change(LEAD, project.textOf(LEAD).replace('Hand', 'Always hand'));
    const edit = await rename(project, 'tester');
    const newUri = project.uri('.claude/agents/tester.md');
    expect(edit.documentChanges?.[0]).toEqual({
      kind: 'rename',
      oldUri: project.uri(TESTER),
      newUri,
      options: { overwrite: false },
    });
    expect(textEdits(edit).map(({ textDocument: { uri, version } }) => [uri, version])).toEqual([
      [newUri, null],
      [project.uri(LEAD), 2],
    ]);
    const [named, mention] = textEdits(edit).map(({ edits }) => edits as TextEdit[]);
    expect(withEdits(FILES[TESTER] ?? '', named ?? [])).toBe(agent('name: tester\ndescription: Runs tests'));
    expect(withEdits(project.textOf(LEAD), mention ?? [])).toContain('Always hand over to the `tester` agent.\n');
  });

  it('leaves the file where it is when another is in its way', async () => {
    const project = await team();
    project.write('.claude/agents/tester.md', agent('name: other\ndescription: Is in the way'));
    const edit = await rename(project, 'tester');
    expect(textEdits(edit)).toHaveLength(edit.documentChanges?.length ?? 0);
  });

  it('gives clients without versions and file operations plain edits', async () => {
    const project = await team({});
    const edit = await rename(project, 'tester');
    expect(edit.documentChanges).toBeUndefined();
    expect(
      Object.keys(edit.changes ?? {})
        .map(project.pathOf)
        .sort(),
    ).toEqual([LEAD, TESTER]);
  });

  it('fits the text as it is when it is done', async () => {
    // A client that pulls, and has not yet: only the rename itself looks at the new text.
    const project = await team({ capabilities: { ...ABLE, textDocument: { diagnostic: {} } } });
    const renaming = rename(project, 'tester');
    const text = project.textOf(LEAD).replace('Hand', 'Before all:\n\nhand');
    project.client.change(project.uri(LEAD), text);
    const mention = textEdits(await renaming).find(({ textDocument: { uri } }) => uri === project.uri(LEAD));
    expect(mention?.textDocument.version).toBe(2);
    expect(withEdits(text, mention?.edits as TextEdit[])).toContain('hand over to the `tester` agent');
  });

  it('fits what was changed on disk without a word about it', async () => {
    const project = await team();
    const other = project.uri('.claude/agents/scribe.md');
    project.write('.claude/agents/scribe.md', agent('name: scribe\ndescription: Writes\ncolor: red', HAND_OVER));
    const edit = textEdits(await rename(project, 'tester')).find(({ textDocument: { uri } }) => uri === other);
    expect(withEdits(project.textOf('.claude/agents/scribe.md'), edit?.edits as TextEdit[])).toContain(
      'the `tester` agent',
    );
  });

  it('knows the version of a document whose address is spelt in another way', async () => {
    const project = await openProject(FILES, { capabilities: ABLE });
    const spelt = project.uri(LEAD).replace('lead.md', '%6Cead.md');
    project.open(spelt, FILES[LEAD] ?? '');
    const edit = await rename(project, 'tester', spelt);
    expect(textEdits(edit).map(({ textDocument: { version } }) => version)).toEqual([null, 1]);
  });

  it('does not rename the file of a document that was never saved', async () => {
    const project = await openProject(FILES, { capabilities: ABLE });
    const draft = 'untitled:/project/.claude/agents/draft.md';
    project.open(draft, agent('name: draft\ndescription: Drafts'));
    const edit = await rename(project, 'sketch', draft, 'name: dra█ft');
    expect(edit.documentChanges).toMatchObject([{ textDocument: { uri: draft, version: 1 } }]);
  });
});

describe('a new name that cannot be', () => {
  it.each([
    ['a:b', 'would-not-load', { name: 'a:b' }],
    ['scribe', 'taken', { name: 'scribe', file: '.claude/agents/scribe.md' }],
    ['', 'empty', {}],
  ])('%j is refused with a sentence for the user', async (name, messageId, values) => {
    const refused = rename(await team(), name);
    await expect(refused).rejects.toMatchObject({
      code: -32803,
      message: expect.stringMatching(/\S/),
      data: { messageId, values },
    });
  });
});

describe.each(seedTwo())('seed two', (seed) => {
  it('mentions an agent of its plugin, which can be renamed from there', async () => {
    const path = 'ring/agents/backend-engineer-typescript.md';
    const frontend = 'ring/agents/frontend-engineer.md';
    const project = await openProject({
      'ring/.claude-plugin/plugin.json': '{ "name": "ring-dev-team" }',
      [frontend]: agent('name: frontend-engineer\ndescription: Builds interfaces'),
      [path]: seed,
    });
    project.open(path);
    const { changes = {} } = await rename(project, 'ui-engineer', path, 'ring-dev-team:frontend█-engineer');
    expect(withEdits(project.textOf(frontend), changes[project.uri(frontend)] ?? [])).toContain('name: ui-engineer\n');
    expect(withEdits(seed, changes[project.uri(path)] ?? [])).toBe(
      seed.replaceAll('ring-dev-team:frontend-engineer', 'ring-dev-team:ui-engineer'),
    );
  });
});
