// One agent in every runtime, side by side: what becomes of it, of its tools, model, fields, and prompt.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatrixRow } from '../../server/src/portability/matrix.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { agentText, anyText, SEED } from '../harness/agentTexts.ts';
import { matrixAt, readersAt, rowIn } from '../harness/matrix.ts';

const CLAUDE = '.claude/agents/rev.md';
const agent = (fields: string, body = 'You review code, and say what is wrong with it.\n'): string =>
  `---\nname: rev\ndescription: Reviews code\n${fields}---\n\n${body}`;

/** Tools as `kept of all`, and what is lost and gained. */
function toolsIn(runtime: string, text: string, path = CLAUDE) {
  const { tools } = rowIn(matrixAt(path, text), runtime);
  return tools && { kept: tools.kept, lost: tools.lost, widened: tools.widened };
}

describe('whose rows there are', () => {
  test('one for each runtime, the owner first, then the other readers', () => {
    const { owner, rows } = matrixAt(CLAUDE, agent(''));
    expect(owner).toBe('claude-code');
    expect(rows.map(({ runtime, standing }) => [runtime, standing]).slice(0, 5)).toEqual([
      ['claude-code', 'owner'],
      ['vscode', 'reader'],
      ['copilot-cli', 'reader'],
      ['cursor', 'reader'],
      ['gemini-cli', 'elsewhere'],
    ]);
    expect(rows.map(({ runtime }) => runtime).sort()).toEqual(runtimes.map(({ id }) => id).sort());
  });

  test('of readers alone', () => {
    expect(readersAt('.github/agents/rev.agent.md', agent('')).rows.map(({ runtime }) => runtime)).toEqual([
      'vscode',
      'copilot-cli',
    ]);
  });

  test('an owner whose loader is not known grants nothing to compare with', () => {
    const { owner, rows } = matrixAt('.junie/agents/rev.md', agent('tools: Read\n'));
    expect(owner).toBeNull();
    expect(rows.map(({ standing }) => standing)).toEqual(runtimes.map(() => 'elsewhere'));
    for (const { tools } of rows) expect([tools?.lost ?? [], tools?.widened ?? []]).toEqual([[], []]);
  });
});

// What the real runtimes were seen to do with this file.
test('a common agent of Claude Code, as every runtime takes it', () => {
  const { rows } = matrixAt(CLAUDE, agent('tools: Read, Grep, Bash\nmodel: sonnet\ncolor: cyan\n'));
  const short = ({ outcome, tools, withoutEffect }: MatrixRow) => [outcome, tools?.lost, tools?.widened, withoutEffect];
  expect(Object.fromEntries(rows.map((row) => [row.runtime, short(row)]))).toEqual({
    'claude-code': ['loads', [], [], []],
    vscode: ['loads', [], [], []],
    'copilot-cli': ['changed', [], [], ['color']],
    'gemini-cli': ['dropped', undefined, undefined, []],
    opencode: ['blocks-project', undefined, undefined, []],
    'opencode-v2': ['dropped', undefined, undefined, []],
    kilo: ['dropped', undefined, undefined, []],
    'qwen-code': ['changed', ['Read', 'Bash'], [], []],
    cursor: ['changed', [], 'all', ['color']],
    factory: ['dropped', undefined, undefined, []],
    kiro: ['loads', ['Read', 'Grep', 'Bash'], [], ['color']],
  });
});

describe('tools are compared by what they do', () => {
  test.each<[string, string, string, ReturnType<typeof toolsIn>]>([
    ['another name for the same', 'vscode', 'tools: Read, Edit\n', { kept: ['Read', 'Edit'], lost: [], widened: [] }],
    [
      'a tool that the runtime does not have',
      'vscode',
      'tools: Read, WebSearch, NotebookRead\n',
      { kept: ['Read'], lost: ['WebSearch'], widened: ['web'] },
    ],
    ['every tool in place of a list', 'cursor', 'tools: Read\n', { kept: ['Read'], lost: [], widened: 'all' }],
    ['none of a list', 'qwen-code', 'tools: Read, Bash\n', { kept: [], lost: ['Read', 'Bash'], widened: [] }],
    ['a tool of a server', 'copilot-cli', 'tools: mcp__a__b\n', { kept: ['mcp__a__b'], lost: [], widened: [] }],
    [
      'a tool of a server, dropped',
      'vscode',
      'tools: Read, mcp__a__b\n',
      { kept: ['Read'], lost: ['mcp__a__b'], widened: [] },
    ],
    ['whatever there is', 'qwen-code', '', { kept: 'all', lost: [], widened: [] }],
    ['a refusal that counts', 'qwen-code', 'disallowedTools: Edit\n', { kept: 'all', lost: [], widened: [] }],
    ['a refusal that does not', 'kilo', 'disallowedTools: Bash\n', { kept: 'all', lost: [], widened: ['bash'] }],
    [
      'a refusal where no tools are known',
      'cursor',
      'disallowedTools: WebFetch\n',
      { kept: 'all', lost: [], widened: ['WebFetch'] },
    ],
    ['who writes may edit', 'copilot-cli', 'tools: Write\n', { kept: ['Write'], lost: [], widened: [] }],
    [
      'a name that is more elsewhere',
      'copilot-cli',
      'tools: Edit, Glob\n',
      { kept: ['Edit', 'Glob'], lost: [], widened: ['Edit'] },
    ],
  ])('%s', (_, runtime, fields, expected) => {
    expect(toolsIn(runtime, agent(fields))).toEqual(expected);
  });

  test('sets of VS Code count as what they stand for', () => {
    const text = agent('tools: [read, search, execute/runInTerminal, docs/find]\n');
    const path = '.github/agents/rev.agent.md';
    expect(toolsIn('copilot-cli', text, path)).toEqual({
      kept: ['read', 'search', 'execute/runInTerminal', 'docs/find'],
      lost: [],
      widened: [],
    });
    expect(toolsIn('claude-code', text, path)).toMatchObject({ kept: [], widened: [] });
  });

  test('rules of OpenCode leave tools out of all there are', () => {
    const text = agent('permission:\n  bash: deny\n');
    const path = '.opencode/agents/rev.md';
    expect(toolsIn('kilo', text, path)).toEqual({ kept: 'all', lost: [], widened: [] });
    expect(toolsIn('vscode', text, path)).toEqual({
      kept: 'all',
      lost: [],
      widened: ['execute', 'vscode/askQuestions'],
    });
    const { tools } = rowIn(matrixAt(path, text), 'opencode');
    expect([tools?.granted, tools?.except]).toEqual(['all', ['bash', 'question']]);
  });

  test('rules that leave only some are a list', () => {
    const text = agent('permission:\n  "*": deny\n  read: allow\n');
    expect(toolsIn('kilo', text, '.opencode/agents/rev.md')).toEqual({ kept: ['read'], lost: [], widened: [] });
    expect(toolsIn('vscode', text, '.opencode/agents/rev.md')).toMatchObject({ kept: ['read'], widened: 'all' });
  });
});

describe('the rest of a row', () => {
  test('a model that cannot be used says why', () => {
    const models = matrixAt(CLAUDE, agent('model: opus\n')).rows.map(({ runtime, model }) => [
      runtime,
      model?.value,
      Boolean(model?.fault),
    ]);
    expect(models).toContainEqual(['claude-code', 'opus', false]);
    expect(models).toContainEqual(['opencode', 'opus', true]);
    expect(models).toContainEqual(['factory', undefined, false]);
  });

  test('a row without an agent has reasons and nothing else', () => {
    const { rows } = matrixAt(CLAUDE, agent('tools: Read\nmodel: sonnet\ncolor: cyan\n'));
    const dropped = rows.filter(({ name }) => name === null);
    expect(dropped.map(({ runtime }) => runtime)).toContain('gemini-cli');
    for (const { reasons, tools, model, withoutEffect, prompt } of dropped) {
      expect(reasons.length).toBeGreaterThan(0);
      expect([tools, model, withoutEffect, prompt]).toEqual([null, null, [], null]);
    }
  });

  test.each<[string, string, string, MatrixRow['prompt']]>([
    ['as its owner has it', 'gemini-cli', agent(''), 'whole'],
    ['raw', 'opencode', '---\nname: "rev\ndescription: Reviews code\n---\n\nYou review.\n', 'raw-file'],
    ['lost behind a fence that does not close', 'gemini-cli', agent('').replace('---\n\nYou', '--- \n\nYou'), 'empty'],
  ])('the prompt %s', (_, runtime, text, expected) => {
    expect(rowIn(matrixAt(CLAUDE, text), runtime).prompt).toBe(expected);
  });
});

describe('whatever the text', () => {
  const path = fc.constantFrom(
    CLAUDE,
    '.github/agents/a.agent.md',
    '.opencode/agents/x/a.md',
    '.gemini/agents/a.md',
    'notes/a.md',
  );
  const texts = fc.oneof(agentText, anyText);

  test('a matrix is plain data', () => {
    fc.assert(
      fc.property(path, texts, (at, text) => {
        const matrix = matrixAt(at, text);
        expect(JSON.parse(JSON.stringify(matrix))).toEqual(matrix);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('of a list, every tool is kept or lost; the owner keeps all, and the whole prompt', () => {
    fc.assert(
      fc.property(path, texts, (at, text) => {
        const { owner, rows } = matrixAt(at, text);
        const own = rows.find(({ runtime }) => runtime === owner);
        if (own?.tools)
          expect([own.tools.kept, own.tools.lost, own.tools.widened]).toEqual([own.tools.granted, [], []]);
        if (own?.prompt) expect(['whole', 'raw-file']).toContain(own.prompt);
        const granted = own?.tools?.granted ?? 'all';
        if (granted === 'all') return;
        for (const { tools } of rows) {
          if (tools) expect([...tools.kept, ...tools.lost].sort()).toEqual([...granted].sort());
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
