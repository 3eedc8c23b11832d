// Hover on the opening fence says for each runtime that reads the file what becomes of it.
import { describe, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-types';
import { readersHover } from '../../server/src/features/readersHover.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { matrixOfReaders } from '../../server/src/portability/ask.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { loadAgent } from '../../server/src/workspace/analyze.ts';
import { identify } from '../../server/src/workspace/identify.ts';

const GOOD = '---\nname: rev\ndescription: Reviews code\n---\n\nYou review.\n';
const COLON = GOOD.replace('Reviews code', 'Use when: asked');

/** The lines of the hover at an offset, without what the owner says; null where there are none. */
function linesAt(path: string, text: string, offset = 1, own: Hover | null = null): string[] | null {
  const index = new AgentIndex();
  const document = parseDocument(`file:///workspace/${path}`, text);
  const identity = identify(document, { ...index.context, isPluginFolder: () => false });
  if (!identity) throw new Error(`${path} is not an agent`);
  const reports = () => matrixOfReaders(document, identity, loadAgent(document, identity, index));
  const hover = readersHover(own, { document, identity }, reports, offset);
  return hover && (hover.contents as { value: string }).value.split('\n');
}

function labels(lines: readonly string[] | null): (string | undefined)[] | undefined {
  return lines?.map((line) => /^- \*\*(.+?)\*\*/.exec(line)?.[1]);
}

describe('on the fence', () => {
  test('one line for each reader, the owner first', () => {
    expect(labels(linesAt('.claude/agents/rev.md', GOOD))).toEqual(['Claude Code', 'VS Code', 'Copilot CLI', 'Cursor']);
    expect(labels(linesAt('.github/agents/rev.agent.md', GOOD))).toEqual(['VS Code', 'Copilot CLI']);
  });

  test('why a reader does not load it stands in its line', () => {
    const [claude, , copilot] = linesAt('.claude/agents/rev.md', COLON) ?? [];
    const words = runtimes.find(({ id }) => id === 'copilot-cli')?.words['unreadable-yaml'] ?? 'nothing';
    expect(copilot).toContain(words.slice(0, words.indexOf('{')));
    expect(claude).toContain('`rev`');
  });

  test('what the owner says itself is not said again', () => {
    const own: Hover = { contents: { kind: 'markdown', value: 'What Claude Code does' } };
    const lines = linesAt('.claude/agents/rev.md', GOOD, 1, own);
    expect(lines?.[0]).toBe('What Claude Code does');
    expect(labels(lines)?.filter((label) => label !== undefined)).toEqual(['VS Code', 'Copilot CLI', 'Cursor']);
  });

  test('tools that a reader does not give, and those it gives besides, stand in its line', () => {
    const lines = linesAt('.claude/agents/rev.md', GOOD.replace('---\n\n', 'tools: Read, TodoWrite\n---\n\n')) ?? [];
    const [, vscode, copilot, cursor] = lines;
    expect(vscode).toContain('`TodoWrite`');
    expect(copilot).not.toContain('`TodoWrite`');
    expect(cursor).toContain('`tools`');
  });

  test('a single reader has said it already', () => {
    expect(linesAt('.gemini/agents/rev.md', GOOD)).toBeNull();
  });

  test('a folder of a runtime that is not known in detail is named', () => {
    expect(labels(linesAt('.junie/agents/rev.md', GOOD))).toEqual(['Junie']);
  });
});

test('elsewhere nothing is added', () => {
  expect(linesAt('.claude/agents/rev.md', GOOD, GOOD.indexOf('name'))).toBeNull();
  expect(linesAt('.junie/agents/rev.md', 'You review.\n')).toBeNull();
});
