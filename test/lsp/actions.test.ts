// Code actions: switching rules off, telling the configuration what exists, fixing all, and explaining.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { parseDocument } from '../../server/src/model/document.ts';
import { explainPlainly } from '../../server/src/runtimes/claude-code/explain.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { withEdits } from '../harness/edits.ts';
import { makeFolder } from '../harness/folders.ts';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, EDITOR_CAPABILITIES } from './documents.ts';

const CAPABILITIES = {
  ...EDITOR_CAPABILITIES,
  workspace: {
    ...EDITOR_CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

const folder = makeFolder('actions');
const CONFIG = join(folder, '.agentwright.json');
let client: LspClient;
let documents = 0;

beforeAll(async () => {
  client = await startLspClient({ folder: pathToFileURL(folder).href, capabilities: CAPABILITIES });
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

function open(text: string): string {
  const uri = pathToFileURL(join(folder, String(documents++), '.claude', 'agents', 'a.md')).href;
  client.open(uri, text);
  return uri;
}

/** The actions at the first problem of a code, or for the whole document. */
async function actionsAt(uri: string, code: string | null, only?: string[]): Promise<CodeAction[]> {
  const diagnostics = await client.pulled(uri);
  const diagnostic = diagnostics.find((each) => each.code === code);
  const start = { line: 0, character: 0 };
  const range = diagnostic?.range ?? { start, end: start };
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...(only ? { only } : {}) } };
  return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
}

function editsOf(action: CodeAction | undefined): readonly TextEdit[] {
  const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  return (change?.edits ?? []) as TextEdit[];
}

/** What an action does to the file itself where it switches a rule off. */
function isSuppression(action: CodeAction): boolean {
  return editsOf(action).some(({ newText }) => newText.includes('agentwright-disable'));
}

/** Whether an action changes the configuration. */
function changesConfig({ edit }: CodeAction): boolean {
  const uri = pathToFileURL(CONFIG).href;
  const changed = edit?.documentChanges?.map((change) => ('textDocument' in change ? change.textDocument.uri : ''));
  return changed?.includes(uri) || edit?.changes?.[uri] !== undefined;
}

async function codes(text: string): Promise<unknown[]> {
  return (await client.pulled(open(text))).map(({ code }) => code);
}

function changeConfig(text: string | null): void {
  if (text === null) rmSync(CONFIG, { force: true });
  else writeFileSync(CONFIG, text);
  const changes = [{ uri: pathToFileURL(CONFIG).href, type: 2 }];
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

describe('switching a rule off', () => {
  const HEAD = 'name: a\ndescription: |\n  Reviews: code';
  it.each([
    ['in the front matter', agent(`${HEAD}\ncolor: teal\ntools: Read`), 'frontmatter/unknown-color', 2],
    [
      'in the front matter, CRLF',
      agent(`${HEAD}\ncolor: teal`).replaceAll('\n', '\r\n'),
      'frontmatter/unknown-color',
      2,
    ],
    ['in a list', agent(`${HEAD}\ntools:\n  - Read\n  - Telepathy`), 'frontmatter/unknown-tool', 1],
    ['not where a key is missing, which drops the agent', agent('description: b'), 'frontmatter/missing-name', 0],
    ['in the body', agent(HEAD, '# Role\n\nText.\n\n### Jump\n\nText.\n'), 'structure/heading-jump', 2],
    ['in a list of the body', agent(HEAD, '# Role\n\n- one\n  TODO: write\n'), 'structure/placeholder', 1],
    ['not where the YAML cannot be read', agent('name: a\ndescription: x\n  y: z'), 'frontmatter/unparsable', 0],
    ['on a key', agent('name: a\ndescription: b\nfoo: 1'), 'frontmatter/unknown-key', 2],
  ])('%s', async (_, text, code, count) => {
    const uri = open(text);
    const offered = (await actionsAt(uri, code)).filter(isSuppression);
    expect(offered).toHaveLength(count);
    const before = await client.pulled(uri);
    const kept = before.map((each) => each.code).filter((each) => each !== code);
    for (const action of offered) {
      const after = withEdits(text, editsOf(action));
      expect(await codes(after), action.title).toEqual(kept);
      expect(/\r\n/.test(text) && /[^\r]\n/.test(after)).toBe(false);
    }
  });

  it('is not offered where the comment would become text', async () => {
    const text = agent('name: a\ndescription: "x\n  y"\nnote: |\n  a');
    const offered = (await actionsAt(open(text), 'frontmatter/unknown-key')).filter(isSuppression);
    expect(offered.length).toBeGreaterThan(0);
    for (const action of offered) {
      expect(action.title).toContain('frontmatter/unknown-key');
      expect(await codes(withEdits(text, editsOf(action)))).not.toContain('frontmatter/unknown-key');
    }
  });
});

describe('telling the configuration', () => {
  const TEXT = agent('name: a\ndescription: b\ntools: Read, Telepathy\nteam: x');
  const add = async (code: string): Promise<CodeAction | undefined> =>
    (await actionsAt(open(TEXT), code)).find(changesConfig);
  it('makes the file where there is none', async () => {
    changeConfig(null);
    const action = await add('frontmatter/unknown-tool');
    expect(action?.title).toMatch(/Telepathy.*\.agentwright\.json/);
    const [create, change] = (action?.edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    expect(create).toMatchObject({ kind: 'create', uri: pathToFileURL(CONFIG).href });
    expect((change.edits as TextEdit[]).map(({ newText }) => newText)).toEqual([
      '{\n  "knownTools": ["Telepathy"]\n}\n',
    ]);
  });

  it.each([
    ['an empty object', '{}', { knownFields: ['team'] }],
    ['other keys', '{\r\n  "rules": {}\r\n}\r\n', { rules: {}, knownFields: ['team'] }],
    ['an empty list', '{"knownFields": []}', { knownFields: ['team'] }],
    ['a list', '{"knownFields": ["owner"]}', { knownFields: ['owner', 'team'] }],
  ])('adds to %s', async (_, config, expected) => {
    changeConfig(config);
    const action = await add('frontmatter/unknown-key');
    const edits = action?.edit?.changes?.[pathToFileURL(CONFIG).href] ?? [];
    const after = withEdits(config, edits);
    expect(JSON.parse(after)).toEqual(expected);
    changeConfig(after);
    expect(await codes(TEXT)).toEqual(['frontmatter/unknown-tool']);
  });

  it('leaves a broken file alone', async () => {
    changeConfig('{"rules": ');
    expect(await add('frontmatter/unknown-key')).toBeUndefined();
    changeConfig(null);
  });
});

describe('keys that the agents of a folder share', () => {
  it('are told of on the first, and added together', async () => {
    changeConfig(null);
    const root = pathToFileURL(join(folder, `crew${documents++}`, '.claude', 'agents')).href;
    const text = agent('name: a\ndescription: b\nvibe: calm\nemoji: x');
    const uris = ['a', 'b', 'c'].map((name) => `${root}/${name}.md`);
    for (const uri of uris) client.open(uri, text.replace('name: a', `name: ${uri.slice(-4, -3)}`));
    const found = async (uri: string): Promise<unknown[]> =>
      (await client.pulled(uri)).filter(({ code }) => code === 'frontmatter/unknown-key').map(({ data }) => data);
    for (const uri of uris) await found(uri);
    // Asked again, as an editor does, until what the others say has come to each.
    const settled = async (uri: string, count: number): Promise<unknown[]> => {
      for (;;) {
        const { count: refreshes } = client.refreshes;
        const data = await found(uri);
        if (data.length === count) return data;
        await client.until('a request to ask again', () => client.refreshes.count > refreshes);
      }
    };
    const [first = '', ...others] = uris;
    expect(await settled(first, 1)).toMatchObject([{ messageId: 'shared' }]);
    for (const uri of others) expect(await settled(uri, 0)).toEqual([]);
    const action = (await actionsAt(first, 'frontmatter/unknown-key')).find(changesConfig);
    const [, change] = (action?.edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    expect((change.edits as TextEdit[]).map(({ newText }) => JSON.parse(newText))).toEqual([
      { knownFields: ['emoji', 'vibe'] },
    ]);
  });
});

describe('a document among agents', () => {
  it.each(['# About\n', '---\ntitle: About\n---\n'])('becomes an agent, or is marked: %j', async (text) => {
    changeConfig(null);
    const path = `team (a) [${documents++}]!/.claude/agents/read me.md`;
    const uri = pathToFileURL(join(folder, path)).href;
    client.open(uri, text);
    const [{ code } = {}] = await client.pulled(uri);
    const [become, ...others] = await actionsAt(uri, String(code));
    expect(await codes(withEdits(text, editsOf(become)))).not.toContain(code);
    const mark = others.find(({ edit }) => edit?.documentChanges?.some((change) => 'kind' in change));
    const [, change] = (mark?.edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    changeConfig((change.edits as TextEdit[]).map(({ newText }) => newText).join(''));
    // Closed and opened, so that the answer is not one from before.
    client.close(uri);
    client.open(uri, text);
    expect(await client.pulled(uri)).toEqual([]);
    changeConfig(null);
  });
});

describe('fix all', () => {
  const TEXT = agent('name: a\ndescription: Reviews. For example: diffs\ntools: [read, Grep]\nMax-Turns: 5');

  it('applies every safe fix', async () => {
    const [action, ...others] = await actionsAt(open(TEXT), null, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(withEdits(TEXT, editsOf(action))).toBe(
      agent('name: a\ndescription: "Reviews. For example: diffs"\ntools: [Read, Grep]\nmaxTurns: 5'),
    );
  });

  it('is not offered where nothing is safe to fix', async () => {
    const uri = open(agent('name: a\ndescription: b\ncolor: teal'));
    expect(await actionsAt(uri, null, ['source.fixAll.agentwright'])).toEqual([]);
  });
});

describe('explain', () => {
  it('shows what Claude Code sees', async () => {
    const text = agent('name: a\ndescription: b\ntools: Read, Foo');
    const uri = open(text);
    const [action] = await actionsAt(uri, null, ['source']);
    const explain = [action, ...(await actionsAt(uri, null, ['source']))].find((each) => each?.command)?.command;
    expect(explain?.arguments).toEqual([uri]);
    const before = client.shown.length;
    await client.connection.sendRequest('workspace/executeCommand', {
      command: explain?.command,
      arguments: explain?.arguments,
    });
    await client.until('the message', () => client.shown.length > before);
    const load = claudeCode.load(parseDocument(uri, text), { scope: 'project' });
    expect(client.shown.at(-1)).toBe(explainPlainly(load, claudeCode));
  });

  it('answers for a file that is no agent', async () => {
    const before = client.shown.length;
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'agentwright.explain',
      arguments: ['file:///none.md'],
    });
    await client.until('the message', () => client.shown.length > before);
    expect(client.shown.at(-1)).toMatch(/Agentwright/);
  });
});
