// What is said for the runtimes that read a file besides its owner, and how it joins what is said for the owner.
import { describe, expect, test } from 'vitest';
import { EMPTY_CONFIG, type RuleSetting } from '../../server/src/lint/config.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { AUTO, type RuntimeSelection } from '../../server/src/runtimes/selection.ts';
import { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { analyzeAgent } from '../../server/src/workspace/analyze.ts';
import { identify } from '../../server/src/workspace/identify.ts';

interface Setup {
  readonly path?: string;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

const CLAUDE = '.claude/agents/rev.md';
const GITHUB = '.github/agents/rev.agent.md';

function problemsOf(text: string, runtimes: RuntimeSelection, { path = CLAUDE, rules = {} }: Setup = {}): Problem[] {
  const index = new AgentIndex();
  index.setFolders(['file:///workspace']);
  const document = parseDocument(`file:///workspace/${path}`, text);
  const identity = identify(document, { ...index.context, isPluginFolder: () => false });
  if (!identity) throw new Error(`${path} is not an agent`);
  const { problems } = analyzeAgent(document, identity, {
    index,
    workspace: index.withoutClaims(),
    files: { linkTarget: () => 'missing' },
    config: { ...EMPTY_CONFIG, rules, runtimes },
    configPath: document.uri,
    onRuleError(code, error) {
      throw new Error(`rule ${code} threw`, { cause: error });
    },
  });
  return [...problems];
}

/** `severity code “characters” runtimes` of each problem. */
function shown(text: string, runtimes: RuntimeSelection, setup: Setup = {}): string[] {
  return problemsOf(text, runtimes, setup).map(({ severity, code, span, runtimes: about = [] }) =>
    [severity, code, `“${text.slice(span.start, span.end)}”`, ...about].join(' '),
  );
}

/** Claude Code repairs it, Copilot CLI rejects it. */
const COLON = '---\nname: rev\ndescription: Use when: asked\n---\n\nYou review.\n';
const REPAIRED = 'warning frontmatter/repaired “Use when: asked”';
/** Neither of them reads it. */
const UNCLOSED_QUOTE = '---\nname: rev\ndescription: "Reviews\n---\n\nYou review.\n';
const NO_DESCRIPTION = '---\nname: rev\ncolor: blue\n---\n\nYou review.\n';
const LINK = '---\nname: rev\ndescription: Reviews\ncolour: red\n---\n\nSee [this](gone.md).\n';

describe('auto', () => {
  test('adds what makes another reader reject the file, as information', () => {
    expect(shown(COLON, AUTO)).toEqual([REPAIRED, 'information frontmatter/unparsable “:” copilot-cli']);
    expect(problemsOf(COLON, AUTO)[1]).toMatchObject({ messageId: 'loss', values: { effect: 'drops-file' } });
  });

  test('does not add what another reader only ignores', () => {
    const text = '---\nname: rev\ndescription: Reviews\ncolor: blue\n---\n\nYou review.\n';
    expect(shown(text, AUTO)).toEqual([]);
    expect(shown(text, ['copilot-cli'])).toEqual(['warning frontmatter/unknown-key “color” copilot-cli']);
  });

  test('says once for each cause what several events have', () => {
    const text =
      '---\nname: rev\ndescription: Reviews\nmcp-servers:\n  a: {type: local, command: 1, args: []}\n  b: {type: local, command: 2, args: []}\n---\n\nYou review.\n';
    const wrongTypes = (runtimes: RuntimeSelection): string[] =>
      shown(text, runtimes).filter((each) => each.includes('frontmatter/wrong-type'));
    expect(wrongTypes(['copilot-cli'])).toHaveLength(2);
    expect(wrongTypes(AUTO)).toEqual(['information frontmatter/wrong-type “1” copilot-cli']);
  });

  test('joins a cause that the owner loses the file for too', () => {
    const [problem, ...others] = problemsOf(UNCLOSED_QUOTE, AUTO);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', runtimes: ['claude-code', 'copilot-cli'], saysWhyLost: true });
  });

  test('of one cause, says what the other reader does where that differs', () => {
    const text = '---\ndescription: Reviews\ntools: Read\n---\n\nYou review.\n';
    const [problem] = problemsOf(text, AUTO, { path: '.opencode/agents/rev.md' });
    expect(problem).toMatchObject({ severity: 'error', runtimes: ['opencode', 'opencode-v2'] });
    const [v2] = problemsOf(text, ['opencode-v2'], { path: '.opencode/agents/rev.md' });
    expect([problem?.values.effect, v2?.values.effect]).toEqual(['blocks-project', 'drops-file']);
    expect(problem?.message).toContain(v2?.message);
  });

  test('of two owners of a folder, the first is the owner', () => {
    expect(shown(NO_DESCRIPTION, AUTO, { path: GITHUB })).toEqual([
      'information frontmatter/missing-description “---” vscode copilot-cli',
      'warning frontmatter/unknown-key “color”',
    ]);
  });

  test('a reader that does not look into folders is no reader of what lies in one', () => {
    const deep = { path: '.claude/agents/team/rev.md' };
    const all = ['claude-code', 'vscode', 'copilot-cli'];
    expect(shown(COLON, all, deep).filter((each) => each.includes('vscode'))).toEqual([]);
    expect(shown('---\ncolour: red\n---\n', all, { path: '.github/agents/team/rev.md' })).not.toContainEqual(
      expect.stringContaining('workspace/unread-file'),
    );
  });

  test('documentation among agents is nobody’s agent', () => {
    expect(shown('# How to write agents\n\nText.\n', AUTO)).toEqual(
      shown('# How to write agents\n\nText.\n', ['claude-code']),
    );
  });
});

describe('a list', () => {
  test('reports for all of them in full', () => {
    expect(shown(COLON, ['claude-code', 'copilot-cli'])).toEqual([
      REPAIRED,
      'error frontmatter/unparsable “:” copilot-cli',
    ]);
  });

  test('joins one code on the same characters, with the graver severity and both names', () => {
    const both = shown(NO_DESCRIPTION, ['vscode', 'copilot-cli'], { path: GITHUB });
    expect(both).toEqual([
      'error frontmatter/missing-description “---” vscode copilot-cli',
      'warning frontmatter/unknown-key “color” vscode copilot-cli',
    ]);
    for (const { message } of problemsOf(NO_DESCRIPTION, ['vscode', 'copilot-cli'], { path: GITHUB })) {
      expect(message).toContain('VS Code');
      expect(message).toContain('Copilot CLI');
    }
  });

  test('without the owner leaves the owner’s problems out, and keeps those of the text', () => {
    expect(shown(LINK, ['claude-code'])).toEqual([
      'warning frontmatter/unknown-key “colour”',
      'information structure/broken-link “gone.md”',
    ]);
    expect(shown(LINK, ['copilot-cli'])).toEqual([
      'warning frontmatter/unknown-key “colour” copilot-cli',
      'information structure/broken-link “gone.md”',
    ]);
    expect(shown(LINK, ['gemini-cli'])).toEqual(['information structure/broken-link “gone.md”']);
  });

  test('does not take a comment for unused that is for the owner', () => {
    const text = LINK.replace('colour', '# agentwright-disable-next-line frontmatter/unknown-key\ncolour');
    expect(shown(text, ['gemini-cli'])).toEqual(['information structure/broken-link “gone.md”']);
  });
});

describe('settings and comments', () => {
  test('a rule that is off says nothing for other readers either', () => {
    expect(shown(COLON, AUTO, { rules: { 'frontmatter/unparsable': 'off' } })).toEqual([REPAIRED]);
  });

  test('a graver rule does not make an error of what costs another reader the file', () => {
    const rules = { 'frontmatter/unparsable': 'error' } as const;
    expect(shown(COLON, AUTO, { rules })[1]).toBe('information frontmatter/unparsable “:” copilot-cli');
  });

  test('a comment switches it off, and is used', () => {
    const text = COLON.replace('description', '# agentwright-disable-next-line frontmatter/unparsable\ndescription');
    expect(shown(text, AUTO)).toEqual([REPAIRED]);
  });
});
