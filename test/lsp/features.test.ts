// Editor features over the protocol: completion, hover, quick fixes, colours, outline, card.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, TextEdit } from 'vscode-languageserver-protocol';
import { parseDocument } from '../../server/src/model/document.ts';
import { explainLoad } from '../../server/src/runtimes/claude-code/explain.ts';
import { refusalInWords } from '../../server/src/runtimes/claude-code/powerWords.ts';
import { TOOLS } from '../../server/src/runtimes/claude-code/toolNames.ts';
import { nestedFields } from '../../server/src/runtimes/nestedFields.ts';
import type { RefusedTool } from '../../server/src/runtimes/powers.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { capitalized } from '../../server/src/util/text.ts';
import { CLIENT_COMPLETED_KEYS } from '../../server/src/vocabulary.ts';
import { withEdits } from '../harness/edits.ts';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, EDITOR_CAPABILITIES, FOLDER } from './documents.ts';

let client: LspClient;
let uris = 0;

beforeAll(async () => {
  client = await startLspClient({ folder: FOLDER, capabilities: EDITOR_CAPABILITIES });
});
afterAll(() => client.stop());

/** Opens a text with the cursor at `█`. */
function openAt(
  marked: string,
  to = client,
): { uri: string; text: string; position: { line: number; character: number } } {
  const uri = `${FOLDER}/.claude/agents/feature-${uris++}.md`;
  const before = marked.slice(0, marked.indexOf('█')).split('\n');
  const text = marked.replace('█', '');
  to.open(uri, text);
  return { uri, text, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

async function labels(marked: string, to = client): Promise<string[]> {
  const { uri, position } = openAt(marked, to);
  const items = await to.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return items.map(({ label }) => label);
}

async function accept(marked: string, label: string): Promise<string> {
  const { uri, text, position } = openAt(marked);
  const params = { textDocument: { uri }, position };
  const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', params);
  const edit = items.find((item) => item.label === label)?.textEdit as TextEdit;
  return withEdits(text, [edit]);
}

async function hoverText(marked: string): Promise<string> {
  const { uri, position } = openAt(marked);
  const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  return hover ? (hover.contents as { value: string }).value : '';
}

describe('completion', () => {
  it('offers keys that are not written yet', async () => {
    const offered = await labels(agent('name: a\ndescription: b\n█'));
    expect(offered).toContain('tools');
    expect(offered).not.toContain('name');
  });

  it.each([
    ['model', 'sonnet'],
    ['color', 'cyan'],
    ['type', 'reviewer'],
    ['permissionMode', 'acceptEdits'],
    ['memory', 'project'],
    ['effort', 'high'],
    ['isolation', 'worktree'],
    ['background', 'true'],
  ])('offers the values of %s', async (key, value) => {
    expect(await labels(agent(`name: a\ndescription: b\n${key}: █`))).toContain(value);
  });

  it('leaves out the values the client completes itself', async () => {
    const other = await startLspClient({ folder: FOLDER, initializationOptions: { completes: CLIENT_COMPLETED_KEYS } });
    for (const key of CLIENT_COMPLETED_KEYS) expect(await labels(agent(`name: a\n${key}: █`), other)).toEqual([]);
    expect(await labels(agent('name: a\nmemory: █'), other)).toContain('project');
    await other.stop();
  });

  it('offers tools that are not in the list yet', async () => {
    const offered = await labels(agent('name: a\ntools: Read, █'));
    expect(offered).toContain('Grep');
    expect(offered).not.toContain('Read');
  });

  it('offers tools for items of a list', async () => {
    expect(await labels(agent('name: a\ntools:\n  - Read\n  - █'))).toContain('Bash');
  });

  it.each([
    ['keys of a contract', 'output_schema:\n  █', 'verdict_values'],
    ['keys of a section', 'output_schema:\n  required_sections:\n    - name: A\n      █', 'required_when'],
    ['keys deeper down', 'output_schema:\n  error_handling:\n    █', 'escalation_path'],
    ['kinds of figures', 'output_schema:\n  metrics:\n    - name: A\n      type: █', 'percentage'],
    ['kinds of input', 'input_schema:\n  required_context:\n    - name: a\n      type: █', 'file_content'],
    ['truth values', 'output_schema:\n  required_sections:\n    - required: █', 'true'],
    ['the values of an experiment', 'experimental:\n  cacheTtl: █', '5m'],
  ])('offers %s', async (_, fields, label) => {
    expect(await labels(agent(`name: a\n${fields}`))).toContain(label);
  });

  it('opens a list or a map after its key, and writes a blank before a value', async () => {
    const after = (key: string): Promise<string> => accept(agent('name: a\noutput_schema:\n  █'), key);
    expect(await after('metrics')).toBe(agent('name: a\noutput_schema:\n  metrics:'));
    expect(await after('format')).toBe(agent('name: a\noutput_schema:\n  format: '));
  });

  it('offers hook events', async () => {
    expect(await labels(agent('name: a\nhooks:\n  █'))).toContain('PreToolUse');
  });

  it('replaces the word at the cursor', async () => {
    expect(await accept(agent('name: a\ntools: Read, Gr█'), 'Grep')).toBe(agent('name: a\ntools: Read, Grep'));
  });

  it('replaces a whole value', async () => {
    expect(await accept(agent('name: a\ncolor: r█ed'), 'blue')).toBe(agent('name: a\ncolor: blue'));
  });

  it('writes the blank that is missing after the colon', async () => {
    expect(await accept(agent('name: a\ncolor:█'), 'blue')).toBe(agent('name: a\ncolor: blue'));
  });

  it.each(['---\n█\n---\n', '---\n█\n---\nBody', '---\n\n█\n---', '---\r\n█\r\n---\r\n'])(
    'offers keys in an empty front matter: %j',
    async (text) => {
      expect(await labels(text)).toContain('name');
    },
  );

  it('writes the blank that is missing after the dash of an item', async () => {
    expect(await accept(agent('name: a\ntools:\n  -█'), 'Grep')).toBe(agent('name: a\ntools:\n  - Grep'));
  });

  it('offers nothing in the body', async () => {
    expect(await labels(agent('name: a', 'model: █'))).toEqual([]);
  });
});

describe('hover', () => {
  it('tells what a key inside a contract is for', async () => {
    const fields = 'output_schema:\n  required_sections:\n    - name: A\n      requ█ired: true';
    const text = await hoverText(agent(`name: a\n${fields}`));
    expect(text).toContain('output_schema.required_sections.required');
    const field = claudeCode.fields.get('output_schema');
    const nested = field ? nestedFields(field, ['required_sections']) : [];
    expect(text).toContain(nested.find(({ key }) => key === 'required')?.description ?? 'nothing declared');
  });

  it('explains a key', async () => {
    expect(await hoverText(agent('na█me: a\ndescription: b'))).toContain(
      claudeCode.fields.get('name')?.description ?? 'nothing declared',
    );
  });

  it('says what an alias stands for', async () => {
    expect(await hoverText(agent('name: a\nmodel: so█nnet'))).toContain('claude-sonnet-5-5');
  });

  it('explains a tool', async () => {
    expect(await hoverText(agent('name: a\ntools: Read, Gr█ep'))).toContain(
      TOOLS.find(({ value }) => value === 'Grep')?.description ?? 'nothing declared',
    );
  });

  it('says on the fence what the runtime makes of the file', async () => {
    const text = '---\nname: a\ndescription: b\ntools: Read, Foo\nmcpServers: [grepper]\n---\n';
    const load = claudeCode.load(parseDocument(`${FOLDER}/.claude/agents/a.md`, text), { scope: 'project' });
    const [own, readers] = (await hoverText(text.replace('---', '--█-'))).split('\n\n---\n\n');
    expect(own).toBe(explainLoad(load, claudeCode));
    // One line for each other runtime that reads the folder.
    expect(readers?.split('\n').map((line) => /^- \*\*(.+?)\*\* \S/.exec(line)?.[1])).toEqual([
      'VS Code',
      'Copilot CLI',
      'Cursor',
    ]);
  });

  it.each<[string, RefusedTool['reason'] | null]>([
    ['tools: Read, mcp__at█*', 'pattern'],
    ['tools: Read, Fo█o', 'unknown'],
    ['tools: Read, AskUser█Question', 'not-for-subagents'],
    ['disallowedTools: Read\ntools: Re█ad', 'disallowed'],
    ['tools: Read, mcp__atlas__o█ne', null],
  ])('says on a tool why the agent does not get it: %j', async (fields, reason) => {
    const text = await hoverText(agent(`name: a\ndescription: b\n${fields}`));
    const reasons = REASONS.filter((each) => text.includes(capitalized(refusalInWords({ reason: each }))));
    expect(reasons).toEqual(reason === null ? [] : [reason]);
  });
});

const REASONS = ['pattern', 'unknown', 'not-for-subagents', 'disallowed', 'not-configured'] as const;

describe('quick fixes', () => {
  it('quote the value, and change nothing else', async () => {
    const { uri, text, position } = openAt(agent('name: a\ndescription: Reviews. For█ example: diffs\nmodel: inherit'));
    const range = { start: position, end: position };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    expect(actions.map(({ kind }) => kind)).toEqual([
      'quickfix',
      'quickfix',
      'quickfix',
      'source.fixAll.agentwright',
      'source',
    ]);
    const change = actions[0]?.edit?.documentChanges?.[0] as { edits: TextEdit[] };
    expect(withEdits(text, change.edits)).toBe(
      agent('name: a\ndescription: "Reviews. For example: diffs"\nmodel: inherit'),
    );
  });
});

describe('colours, outline and card', () => {
  it('shows a swatch for the colour', async () => {
    const { uri } = openAt(agent('name: a\ncolor: cyan█'));
    const params = { textDocument: { uri } };
    const colors = await client.connection.sendRequest<{ range: unknown }[]>('textDocument/documentColor', params);
    expect(colors.map(({ range }) => range)).toEqual([
      { start: { line: 2, character: 7 }, end: { line: 2, character: 11 } },
    ]);
  });

  it('offers the eight names for a picked colour, the nearest first', async () => {
    const { uri } = openAt(agent('name: a\ncolor: cyan█'));
    const range = { start: { line: 2, character: 7 }, end: { line: 2, character: 11 } };
    const color = { red: 0.9, green: 0.1, blue: 0.1, alpha: 1 };
    const params = { textDocument: { uri }, color, range };
    const offered = await client.connection.sendRequest<{ label: string }[]>('textDocument/colorPresentation', params);
    expect(offered[0]?.label).toBe('red');
    expect(offered).toHaveLength(8);
  });

  it('lists the front matter and the headings as a tree', async () => {
    const { uri } = openAt(agent('name: a█', '# Title\n\n## One\n\nText.\n\n## Two\n\nText.\n'));
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    const tree = symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]);
    expect(tree).toEqual([
      ['front matter', ['name']],
      ['Title', ['One', 'Two']],
    ]);
  });

  it('renders a card of the current text', async () => {
    const { uri } = openAt(agent('name: reviewer█\ndescription: Reviews code', '<script>alert(1)</script>\n'));
    const card = await client.connection.sendRequest<{ version: number; title: string; html: string }>(
      'agentwright/card',
      { uri },
    );
    expect(card.version).toBe(1);
    expect(card.html).toContain('reviewer');
    expect(card.html).not.toContain('<script');
  });
});
