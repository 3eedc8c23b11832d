// A library of agents as VS Code's users share them: `check` reads every file, and an error says what the agent loses.
import { describe, expect, test } from 'vitest';
import { runCli } from '../harness/cli.ts';

interface FileReport {
  readonly path: string;
  readonly dialect: string;
  readonly problems: readonly { readonly code: string; readonly severity: string }[];
}

const TOPICS =
  'accessibility api azure bicep clojure csharp debug docs dotnet go java kotlin mcp plan rust terraform'.split(' ');

/** As they are written: old names of tools, models of all makers, keys of other runtimes, colons in descriptions. */
const STYLES: readonly ((topic: string) => string)[] = [
  (topic) =>
    `description: 'Expert assistant for ${topic}'\ntools: ['codebase', 'editFiles', 'runCommands', 'usages', 'fetch']\nmodel: GPT-4.1`,
  (topic) =>
    `name: ${topic} expert\ndescription: "Use for ${topic}: reviews, fixes and advice"\ntools: ["read", "edit", "search", "github/*"]`,
  (topic) => `description: Use for ${topic}: reviews, fixes and advice\nmodel: 'Claude Sonnet 4.5 (copilot)'`,
  (topic) =>
    `name: ${topic} planner\ndescription: Plans ${topic} work\nmodel: ['GPT-5 (copilot)', 'Claude Opus 4.6 (copilot)']\nhandoffs:\n  - label: Build it\n    agent: ${topic} expert\n    prompt: Build what is planned.\n    send: false`,
  (topic) =>
    `name: ${topic} on GitHub\ndescription: Keeps ${topic} current\ntarget: github-copilot\nmcp-servers:\n  docs:\n    type: http\n    url: https://example.com/mcp\n    tools: ["*"]\nmetadata:\n  team: docs`,
  (topic) =>
    `description: Guides through ${topic}\nmode: primary\nhidden: false\ntools: ['microsoft.docs.mcp', 'Azure MCP/search', 'search/codebase']`,
];

function library(): Record<string, string> {
  const files = TOPICS.flatMap((topic) =>
    STYLES.map((style, index) => [
      `agents/${topic}-${index}.agent.md`,
      `---\n${style(topic)}\n---\n\nYou know ${topic}.\n`,
    ]),
  );
  return Object.fromEntries(files) as Record<string, string>;
}

function check(files: Readonly<Record<string, string>>): FileReport[] {
  const { stdout } = runCli(['check', '.', '--format', 'json'], { files });
  return (JSON.parse(stdout) as { files: FileReport[] }).files;
}

describe('a library of agents', () => {
  const files = library();
  const reports = check(files);

  test('every file is read, as one of VS Code', () => {
    expect(reports.map(({ path }) => path).sort()).toEqual(Object.keys(files).sort());
    expect(new Set(reports.map(({ dialect }) => dialect))).toEqual(new Set(['vscode']));
    expect(reports.length).toBeGreaterThan(90);
  });

  test('no sound file has an error', () => {
    const failed = reports.filter(({ problems }) => problems.some(({ severity }) => severity === 'error'));
    expect(failed).toEqual([]);
  });

  test('what is said of one is known', () => {
    const codes = new Set(
      reports.flatMap(({ problems }) => problems.map(({ code, severity }) => `${code} ${severity}`)),
    );
    expect([...codes].sort()).toEqual(['frontmatter/renamed-tool information', 'frontmatter/unknown-key warning']);
  });
});

const SOUND = '---\nname: a\ndescription: Does things\n---\nDo it.\n';

test('an error where VS Code never reads a file', () => {
  const [report] = check({ '.github/agents/README.md': SOUND });
  expect(report?.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['workspace/unread-file error']);
});

test('a file in a folder below, which Copilot CLI alone reads, is its own', () => {
  const [report] = check({ '.github/agents/team/a.agent.md': SOUND });
  expect(report).toMatchObject({ dialect: 'copilot-cli', problems: [] });
});

test('an error where an agent gets more tools than are written', () => {
  const text = '---\nname: a\ndescription: Does things\nNo key\ntools: [read]\n---\nDo it.\n';
  const [report] = check({ 'agents/a.agent.md': text });
  expect(report?.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['frontmatter/lost-lines error']);
});
