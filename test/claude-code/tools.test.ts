// Tool lists and models: what each way of writing gives. Every row was measured on the real runtime.
import { describe, expect, it } from 'vitest';
import { loadStatements } from '../../server/src/runtimes/claude-code/explain.ts';
import { resolveModel } from '../../server/src/runtimes/claude-code/models.ts';
import { searchToolsNote } from '../../server/src/runtimes/claude-code/powerWords.ts';
import { agent, report } from './support.ts';

describe('tools', () => {
  it.each<[string, 'inherit' | readonly string[]]>([
    ['color: red', 'inherit'],
    ['tools: Read, Grep', ['Read', 'Grep']],
    ['tools: Read Grep', ['Read', 'Grep']],
    ['tools: ["Read, Grep"]', ['Read', 'Grep']],
    ['tools: [Read, 3, [Bash]]', ['Read']],
    ['tools: "*"', 'inherit'],
    ['tools: *', 'inherit'],
    ['tools: Read, *', 'inherit'],
    ['tools:', []],
    ['tools: 3', []],
    ['tools: {Read: true}', []],
    ['tools: "Read\\tGrep"', []],
    ['tools: "Read\\nGrep"', []],
    ['tools: read, BASH', []],
    ['tools: Task(a), Agent(b, c), Read', ['Agent', 'Read']],
    ['tools: KillShell, BashOutput', ['TaskStop']],
    ['tools: Bash(git log, git diff) Read', ['Bash', 'Read']],
    ['tools: "Bash(a\\\\) Read"', ['Read']],
    ['tools: Bash (git:*)', ['Bash']],
    ['tools: Bash(git:*', []],
    ['tools: [Read, Grep', ['Grep']],
    ['tools: AskUserQuestion, LSP, mcp__a__b', ['LSP', 'mcp__a__b']],
    ['tools: Read\ndisallowedTools: Read(x)', []],
    ['tools: Read, mcp__a__b, mcp__c\ndisallowedTools: mcp__*', ['Read']],
    ['tools: mcp__a__b, mcp__a__c__d, mcp__ab__c\ndisallowedTools: mcp__a', ['mcp__ab__c']],
    ['tools: mcp__a__b, mcp__a, mcp__a__*, mcp__b__c\ndisallowedTools: mcp__a__*', ['mcp__b__c']],
    ['tools: mcp__a, mcp__a__b, mcp__a__c\ndisallowedTools: mcp__a__b', ['mcp__a', 'mcp__a__c']],
    ['memory: user\ntools: Bash\ndisallowedTools: mcp__*', ['Bash', 'Write', 'Edit', 'Read']],
    ['memory: user\ntools: Bash', ['Bash', 'Write', 'Edit', 'Read']],
    ['memory: user\ntools: Bash\ndisallowedTools: Write', ['Bash', 'Edit', 'Read']],
    ['memory: User\ntools: Bash', ['Bash']],
  ])('%j', (lines, tools) => {
    expect(report(agent(lines)).tools).toEqual(tools);
  });

  it.each<[string, readonly string[]]>([
    ['disallowedTools: Bash(git push *)', ['Bash', 'Monitor']],
    ['disallowedTools: KillBash, nonsense', ['TaskStop']],
    ['disallowedTools: "*, Bash"', []],
  ])('%j', (lines, denied) => {
    expect(report(agent(lines))).toMatchObject({ tools: 'inherit', deniedTools: denied });
  });

  it('says what is refused, why and where', () => {
    const text = agent('tools: Read, reed, LS, bash, Read;, Edit, AskUserQuestion', 'disallowedTools: Edit');
    const refused = report(text).refusedTools.map(({ name, reason, span }) => {
      expect(text.slice(span.start, span.end)).toBe(name);
      return [name, reason];
    });
    expect(refused).toEqual([
      ['reed', 'unknown'],
      ['LS', 'dead'],
      ['bash', 'wrong-case'],
      ['Read;', 'malformed'],
      ['Edit', 'disallowed'],
      ['AskUserQuestion', 'not-for-subagents'],
    ]);
  });
});

describe('tools in words', () => {
  it.each<[string, readonly string[]]>([
    ['tools: Read, Grep', []],
    ['tools: Read, Bash', []],
    ['color: red', []],
    ['tools: Bash, Grep', ['Grep']],
    ['tools: Glob, Grep, Bash', ['Glob', 'Grep']],
  ])('%j: left out on macOS and Linux: %j', (lines, leftOut) => {
    const load = report(agent(lines));
    const note = searchToolsNote(load);
    expect(['Glob', 'Grep'].filter((tool) => note?.includes(`\`${tool}\``))).toEqual(leftOut);
    if (note !== null) expect(loadStatements(load)).toContain(note);
  });
});

describe('models', () => {
  it.each<[string | null, string | null]>([
    [null, null],
    [' INHERIT ', null],
    [' OPUS ', 'claude-opus-5-5'],
    ['sonnet[1m]', 'claude-sonnet-5-5'],
    ['claude-opus-4-1', 'claude-opus-5-5'],
    ['claude-haiku-4-5', 'claude-haiku-4-5'],
    ['default', 'default'],
    ['inherit[1m]', 'inherit[1m]'],
    [' gpt  5 ', 'gpt  5'],
  ])('%j → %s', (written, id) => {
    expect(resolveModel(written).id).toBe(id);
  });
});
