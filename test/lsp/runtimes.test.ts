// The editor on a file of another runtime: its problems, its keys and tools, its words; nothing of Claude Code's.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem, Diagnostic, Hover, Location } from 'vscode-languageserver-protocol';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { EDITOR_CAPABILITIES, FOLDER } from './documents.ts';

let client: LspClient;
let uris = 0;

beforeAll(async () => {
  client = await startLspClient({ folder: FOLDER, capabilities: EDITOR_CAPABILITIES });
});
afterAll(() => client.stop());

/** Opens an agent, of Gemini CLI where no other folder is given, with the cursor at `█`. */
function openAt(marked: string, folder = '.gemini/agents') {
  const uri = `${FOLDER}/${folder}/agent-${uris++}.md`;
  const before = marked.slice(0, marked.indexOf('█')).split('\n');
  client.open(uri, marked.replace('█', ''));
  return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

async function labels(marked: string, folder?: string): Promise<string[]> {
  const items = await client.connection.sendRequest<CompletionItem[]>(
    'textDocument/completion',
    openAt(marked, folder),
  );
  return items.map(({ label }) => label);
}

test('keys are those of the runtime that are not written yet', async () => {
  const keys = await labels('---\nname: a\n█\n---\n');
  expect(keys).toContain('max_turns');
  expect(keys).not.toContain('maxTurns');
  expect(keys).not.toContain('name');
});

test.each([
  ['a list of tools', '---\nname: a\ntools: [█]\n---\n', 'read_file', 'Read'],
  ['a block of tools', '---\nname: a\ntools:\n  - █\n---\n', 'run_shell_command', 'Bash'],
  ['a model', '---\nname: a\nmodel: █\n---\n', 'flash', 'opus'],
  ['a kind', '---\nname: a\nkind: █\n---\n', 'remote', 'subagent'],
])('%s has the values of the runtime', async (_, marked, its, not) => {
  const found = await labels(marked);
  expect(found).toContain(its);
  expect(found).not.toContain(not);
});

test.each([
  ['the keys inside a mapping', 'permission:\n  █\n', 'webfetch', 'subagent'],
  ['the values of one of them', 'permission:\n  bash: █\n', 'deny', 'bash'],
  ['the values of a field that is a mapping or one of these', 'permission: █\n', 'ask', 'bash'],
  ['switches of tools', 'tools:\n  bash: █\n', 'false', 'bash'],
])('%s are offered', async (_, fields, its, not) => {
  const found = await labels(`---\ndescription: d\n${fields}---\n`, '.opencode/agents');
  expect(found).toContain(its);
  expect(found).not.toContain(not);
});

test('hover explains a key inside a mapping', async () => {
  const place = openAt('---\npermission:\n  exter█nal_directory: deny\n---\n', '.opencode/agents');
  const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', place);
  expect(JSON.stringify(hover)).toContain('permission.external_directory');
});

test.each([
  ['a list of tools that are taken away', 'disallowedTools: [█]\n', 'run_shell_command', 'Bash'],
  ['a mode', 'approvalMode: █\n', 'yolo', 'bypassPermissions'],
  ['keys inside a field', 'runConfig:\n  █\n', 'max_turns', 'maxTurns'],
  ['values inside a field', 'executor:\n  kind: █\n', 'codex', 'remote'],
])('Qwen Code: %s', async (_, fields, its, not) => {
  const found = await labels(`---\nname: rev\n${fields}---\n`, '.qwen/agents');
  expect(found).toContain(its);
  expect(found).not.toContain(not);
});

test('hover explains the key, and on the name what the runtime makes of the file', async () => {
  const hover = (marked: string) => client.connection.sendRequest<Hover | null>('textDocument/hover', openAt(marked));
  const turns = await hover('---\nname: a\ndescription: d\nmax_t█urns: 3\n---\n');
  const name = await hover('---\nna█me: a\ndescription: d\n---\n');
  expect(JSON.stringify(turns)).toContain('max_turns');
  expect(JSON.stringify(name)).toContain('Gemini CLI');
});

test('problems are those of the runtime, and its names are offered in place of foreign ones', async () => {
  const { textDocument } = openAt('---\nname: a\ndescription: d\ntools: [Read]\nmaxTurns: 3\n---\n\nYou review.\n█');
  const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument,
  });
  expect(report.items.map(({ code }) => code)).toEqual(['frontmatter/unknown-tool', 'frontmatter/unknown-key']);
  const range = report.items[1]?.range;
  const params = { textDocument, range, context: { diagnostics: report.items } };
  const actions = await client.connection.sendRequest<{ edit?: unknown }[]>('textDocument/codeAction', params);
  expect(JSON.stringify(actions.map(({ edit }) => edit))).toContain('"newText":"max_turns"');
});

test('what only Claude Code has is not answered', async () => {
  const { textDocument, position } = openAt('---\nname: a█\ndescription: d\ncolor: blue\n---\n');
  const request = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest<T>(method, params);
  expect(await request<Location[] | null>('textDocument/definition', { textDocument, position })).toEqual([]);
  expect(await request('textDocument/documentColor', { textDocument })).toEqual([]);
  expect(await request('agentwright/card', { uri: textDocument.uri })).toBeNull();
});
