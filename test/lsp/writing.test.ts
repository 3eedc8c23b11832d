// Writing an agent, over the protocol: lists that say when to ask again, templates for an empty file, and errors that
// say what is still being written.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionContext,
  CompletionItem,
  CompletionList,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { wholeAgents } from '../../server/src/features/snippets/index.ts';
import { createLineIndex } from '../../server/src/util/text.ts';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, EDITOR_CAPABILITIES, FOLDER } from './documents.ts';

const TAB_STOPS: ClientCapabilities = {
  ...EDITOR_CAPABILITIES,
  workspace: { ...EDITOR_CAPABILITIES.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

let client: LspClient;
let plain: LspClient;
let files = 0;

beforeAll(async () => {
  client = await startLspClient({ folder: FOLDER, capabilities: TAB_STOPS });
  plain = await startLspClient({ folder: FOLDER });
});
afterAll(() => Promise.all([client.stop(), plain.stop()]));

type Answer = CompletionItem[] | CompletionList;

async function completionAt(
  marked: string,
  context?: CompletionContext,
  { to = client, folder = '.claude/agents' } = {},
): Promise<Answer> {
  const uri = `${FOLDER}/${folder}/letter-${files++}.md`;
  const text = marked.replace('█', '');
  to.open(uri, text);
  const position = createLineIndex(text).positionAt(marked.indexOf('█'));
  return to.request('textDocument/completion', { textDocument: { uri }, position, context });
}

const labelsOf = (answer: Answer): string[] =>
  (Array.isArray(answer) ? answer : answer.items).map(({ label }) => label);

const asked = { triggerKind: 1 } as const;
const typed = (triggerCharacter: string) => ({ triggerKind: 2, triggerCharacter }) as const;
const again = { triggerKind: 3 } as const;
const prefixes = wholeAgents.map(({ prefix }) => prefix);

describe('agents of other runtimes', () => {
  it('begin with the templates of their own', async () => {
    const labels = labelsOf(await completionAt('agent█', again, { folder: '.gemini/agents' }));
    expect(labels).toEqual(['agent', 'agent-full']);
    expect(labelsOf(await completionAt('age█', again, { folder: 'notes' }))).toEqual([]);
  });
});

describe('completion', () => {
  it('is incomplete where the next letter may make it wrong', async () => {
    expect(await completionAt('a█', asked)).toMatchObject({
      isIncomplete: true,
      items: [{ label: 'agent' }, {}, {}, {}],
    });
    expect(await completionAt('ab█', again)).toEqual({ isIncomplete: false, items: [] });
  });

  it('is a plain list for who does not say why it asks', async () => {
    expect(labelsOf(await completionAt('█'))).toEqual(prefixes);
    expect(await completionAt('█')).toBeInstanceOf(Array);
  });

  it('offers no snippet at a line break', async () => {
    expect(labelsOf(await completionAt(agent('name: a\ndescription: b', 'You write.\n\n█'), typed('\n')))).toEqual([]);
  });

  it('leaves a value that is written to its end', async () => {
    expect(labelsOf(await completionAt(agent('name: a\nmemory: projec█'), again))).toContain('project');
    expect(labelsOf(await completionAt(agent('name: a\nmemory: project█'), again))).toEqual([]);
    expect(labelsOf(await completionAt(agent('name: a\nmemory: project█'), asked))).toContain('project');
  });

  it.each([
    ['a folder of agents that belongs to no plugin', 'agents', prefixes],
    ['any other folder', 'notes', []],
    ['a folder of another runtime', '.github/agents', ['agent', 'agent-full']],
  ])('of an empty file in %s', async (_, folder, expected) => {
    expect(labelsOf(await completionAt('█', asked, { folder }))).toEqual(expected);
  });

  it('writes plain text for an editor without tab stops', async () => {
    const [first] = (await completionAt('█', undefined, { to: plain })) as CompletionItem[];
    const { newText = '' } = (first?.textEdit ?? {}) as Partial<TextEdit>;
    expect(first?.insertTextFormat).toBe(1);
    expect(newText).toContain('description: "Use this agent when …"');
    expect(newText).not.toContain('$');
  });
});

describe('an empty file', () => {
  async function actionsIn(to: LspClient): Promise<{ actions: CodeAction[]; uri: string; code: unknown }> {
    const uri = `${FOLDER}/.claude/agents/letter-${files++}.md`;
    to.open(uri, '\n');
    const [problem] = to === plain ? await to.published(uri) : await to.pulled(uri);
    const params = { textDocument: { uri }, range: problem?.range, context: { diagnostics: [], only: ['quickfix'] } };
    const actions = await to.request<CodeAction[]>('textDocument/codeAction', params);
    expect(problem?.severity).toBe(3);
    return { actions: actions.slice(0, wholeAgents.length), uri, code: problem?.code };
  }

  it('can start from every template, with its tab stops', async () => {
    const { actions, code } = await actionsIn(client);
    expect(code).toBe('frontmatter/missing');
    expect(actions.map(({ title }) => wholeAgents.findIndex((each) => title.includes(`“${each.title}”`)))).toEqual([
      0, 1, 2, 3,
    ]);
    const [change] = (actions[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.edits).toMatchObject([
      { snippet: { kind: 'snippet', value: expect.stringMatching(/^---\nname: \$\{1:letter-/) } },
    ]);
  });

  it('starts from plain text where the editor has no tab stops', async () => {
    const { actions, uri } = await actionsIn(plain);
    const [edit] = actions[0]?.edit?.changes?.[uri] ?? [];
    expect(edit?.newText).toMatch(/^---\nname: letter-\d+\ndescription: "Use this agent when …"\n---\n/);
  });
});

it('an error says what is still being written', async () => {
  const uri = `${FOLDER}/.claude/agents/letter-${files++}.md`;
  client.open(uri, '---\nname:\ncolor: teal\n---\n\nYou write.\n');
  const data = (await client.pulled(uri)).map(({ code, data }) => [code, data.writtenIn]);
  expect(Object.fromEntries(data)).toEqual({
    'frontmatter/invalid-name': { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
    'frontmatter/missing-description': { start: { line: 0, character: 0 }, end: { line: 2, character: 11 } },
    'frontmatter/unknown-color': undefined,
  });
});
