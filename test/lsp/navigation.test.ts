// What leads from one file to another, over the protocol: definition, references, symbols, links, calls, completion, hover.
import { describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CompletionItem,
  DocumentLink,
  Hover,
  Location,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { createLineIndex } from '../../server/src/util/text.ts';
import { type LspProject, openProject, type ProjectSetup } from '../harness/lspProject.ts';
import { seedTwo } from '../ring/support.ts';
import { agent } from './documents.ts';

const LEAD = '.claude/agents/lead.md';
const TESTER = '.claude/agents/tester.md';
const FILES = {
  [LEAD]: agent(
    'name: lead\ndescription: Leads\ntools: Read, Agent(test-runner)',
    'Hand over to the `test-runner` agent. See [the guide](docs/guide.md), `docs/guide.md` and [gone](docs/none.md).\n',
  ),
  [TESTER]: agent('name: test-runner\ndescription: Runs tests'),
  '.claude/skills/release/SKILL.md':
    '---\nname: release\ndescription: Releases\n---\n\nAsk @agent-test-runner first.\n',
  'docs/guide.md': '# Guide\n',
};

/** The files with their lead open. */
async function team(setup: ProjectSetup = {}): Promise<LspProject> {
  const project = await openProject(FILES, setup);
  project.open(LEAD);
  return project;
}

function definition(project: LspProject, path: string, words: string): Promise<Location[]> {
  return project.ask('textDocument/definition', path, words);
}

async function references(project: LspProject, path: string, words: string): Promise<string[]> {
  const context = { includeDeclaration: false };
  const found = await project.ask<Location[]>('textDocument/references', path, words, { context });
  return found.map(project.shown);
}

describe('from a mention', () => {
  it('leads to the agent’s name, and back to all mentions', async () => {
    const project = await team();
    expect((await definition(project, LEAD, '`test█-runner`')).map(project.shown)).toEqual([
      `${TESTER}:2: test-runner`,
    ]);
    project.open(TESTER);
    expect(await references(project, TESTER, 'name: test█-runner')).toEqual([
      `${LEAD}:4: test-runner`,
      `${LEAD}:7: test-runner`,
      '.claude/skills/release/SKILL.md:6: test-runner',
    ]);
  });

  it('shows what the agent is for', async () => {
    const hover = await (await team()).ask<Hover>('textDocument/hover', LEAD, 'Agent(test█-');
    expect(hover.contents).toMatchObject({ value: expect.stringContaining('Runs tests') });
  });

  it('tells where it begins and ends to clients that can show it', async () => {
    const project = await team({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
    const [link] = await project.ask<object[]>('textDocument/definition', LEAD, '`test█-runner`');
    expect(link).toMatchObject({
      targetUri: project.uri(TESTER),
      originSelectionRange: { start: { line: 6, character: 18 }, end: { line: 6, character: 29 } },
    });
  });

  it('waits for the workspace to be read', async () => {
    const project = await team({ hurries: true });
    expect((await definition(project, LEAD, '`test█-runner`')).map(project.shown)).toEqual([
      `${TESTER}:2: test-runner`,
    ]);
  });
});

describe('links', () => {
  it('lead to files that exist, beside the document or above', async () => {
    const project = await team();
    const links = await project.client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: project.uri(LEAD) },
    });
    const text = createLineIndex(project.textOf(LEAD));
    expect(links.map(({ range, target }) => [text.offsetAt(range.start), target])).toEqual([
      [project.textOf(LEAD).indexOf('docs/guide.md'), project.uri('docs/guide.md')],
      [project.textOf(LEAD).indexOf('`docs/guide.md') + 1, project.uri('docs/guide.md')],
    ]);
    expect((await definition(project, LEAD, '(docs/gui█de')).map(({ uri }) => uri)).toEqual([
      project.uri('docs/guide.md'),
    ]);
  });
});

describe('anchors', () => {
  const TEXT = `${agent('name: guide\ndescription: Guides', '## Output Format\n\nSee [it](#output-format).\n')}`;

  async function asked(initializationOptions: object): Promise<[Location[], CompletionItem[]]> {
    const project = await openProject({ '.claude/agents/guide.md': TEXT }, { initializationOptions });
    project.open('.claude/agents/guide.md');
    const at = ['.claude/agents/guide.md', '(#out█put'] as const;
    return [await project.ask('textDocument/definition', ...at), await project.ask('textDocument/completion', ...at)];
  }

  it('lead to headings and are offered', async () => {
    const [places, items] = await asked({});
    expect(places.map(({ range }) => range.start)).toEqual([{ line: 5, character: 3 }]);
    expect(items.map(({ label }) => label)).toEqual(['output-format']);
  });

  it('are left to clients that know them themselves', async () => {
    expect(await asked({ ownHeadings: true })).toEqual([[], []]);
  });
});

describe('symbols of the workspace', () => {
  it('are agents and skills', async () => {
    const { client, pathOf } = await team();
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'le' });
    expect(symbols.map(({ name, location }) => `${name} ${pathOf(location.uri)}`)).toEqual([
      `lead ${LEAD}`,
      'release .claude/skills/release/SKILL.md',
    ]);
  });

  it('are found as soon as a request can be made', async () => {
    const { client } = await openProject(FILES, { hurries: true });
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'test-runner' });
    expect(symbols.map(({ name }) => name)).toEqual(['test-runner']);
  });
});

describe('call hierarchy', () => {
  it('goes from who hands work over to who gets it', async () => {
    const project = await team();
    const { client } = project;
    const [item] = await project.ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', LEAD, '`test█-');
    expect(item?.name).toBe('test-runner');
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    expect(incoming.map(({ from }) => from.name)).toEqual(['lead', 'release']);
    const [lead] = incoming;
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: lead?.from,
    });
    expect(outgoing.map(({ to, fromRanges }) => [to.name, fromRanges.length])).toEqual([['test-runner', 2]]);
  });
});

describe('completion', () => {
  it('offers agents where one is named', async () => {
    const project = await team();
    project.change(LEAD, `${project.textOf(LEAD)}\nAsk \`te`);
    const items = await project.ask<CompletionItem[]>('textDocument/completion', LEAD, 'Ask `te█');
    expect(items.find(({ label }) => label === 'test-runner')).toMatchObject({
      detail: TESTER,
      documentation: 'Runs tests',
      textEdit: { range: { start: { line: 8, character: 5 }, end: { line: 8, character: 7 } } },
    });
  });
});

// One test for each seed that is at hand.
describe.each(seedTwo())('seed two', (seed) => {
  const SEED = 'ring/agents/backend-engineer-typescript.md';
  const NAME = 'ring-dev-team:frontend-engineer';
  const PLUGIN = {
    'ring/.claude-plugin/plugin.json': '{ "name": "ring-dev-team" }',
    'ring/agents/frontend-engineer.md': agent('name: frontend-engineer\ndescription: Builds interfaces'),
  };

  it('alone has only what its contract and its text do not agree in', async () => {
    const project = await openProject({ '.claude/agents/backend-engineer-typescript.md': seed });
    project.open('.claude/agents/backend-engineer-typescript.md');
    const problems = await project.client.published(project.uri('.claude/agents/backend-engineer-typescript.md'));
    expect(new Set(problems.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(['contract/section-not-in-body 3']),
    );
  });

  it('is part of its plugin: a mention leads to the agent beside it, and is reported when that is gone', async () => {
    const project = await openProject({ ...PLUGIN, [SEED]: seed });
    project.open(SEED);
    const mention = '`ring-dev-team:frontend█-engineer`';
    expect((await definition(project, SEED, mention)).map(project.shown)).toEqual([
      'ring/agents/frontend-engineer.md:2: frontend-engineer',
    ]);
    expect(await references(project, SEED, mention)).toContain(`${SEED}:395: ${NAME}`);
    project.remove('ring/agents/frontend-engineer.md');
    await project.client.until('the mention to be reported', () =>
      (project.client.latest(project.uri(SEED)) ?? []).some(
        ({ code, data }) => code === 'workspace/unknown-agent' && data?.values?.name === 'frontend-engineer',
      ),
    );
  });
});
