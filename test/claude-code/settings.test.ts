// What settings decide over an agent: tools, starts and the model. Measured on 2.1.331.
import { describe, expect, it } from 'vitest';
import { readDenyRule, toolDeniedBy } from '../../server/src/runtimes/claude-code/settings.ts';
import { type DenyRule, NO_SETTINGS, type SessionSettings } from '../../server/src/runtimes/session.ts';
import { inSession } from './support.ts';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const SOURCE = { uri: 'file:///project/.claude/settings.json', path: '.claude/settings.json', range: NOWHERE };

function denying(...rules: readonly string[]): SessionSettings {
  const deny = rules.flatMap((rule): DenyRule[] => {
    const read = readDenyRule(rule);
    return read ? [{ ...SOURCE, rule, ...read }] : [];
  });
  return { ...NO_SETTINGS, deny };
}

function choosing(model: string | null, isForced = false): SessionSettings {
  const subagentModel = model === null ? null : { ...SOURCE, value: model };
  return { ...NO_SETTINGS, subagentModel, forceModel: isForced ? SOURCE : null };
}

describe('a rule of permissions.deny', () => {
  it.each<[string, string, boolean]>([
    ['WebFetch', 'WebFetch', true],
    ['WebFetch(domain:example.com)', 'WebFetch', false],
    ['WebFetch()', 'WebFetch', false],
    ['Bash(*)', 'Bash', true],
    ['Bash(**)', 'Bash', false],
    ['Bash(:*)', 'Bash', false],
    ['Bash', 'Monitor', true],
    ['Bash(*)', 'Monitor', true],
    ['bash', 'Bash', false],
    ['KillShell', 'TaskStop', true],
    ['Task', 'Agent', true],
    ['Agent(x)', 'Agent', false],
    ['Web*', 'WebSearch', true],
    ['WebF*', 'WebSearch', false],
    ['*Fetch', 'WebFetch', true],
    ['*', 'Read', true],
    ['W*F*h', 'WebFetch', true],
    ['We*eb*', 'WebFetch', false],
    ['mcp__atlas', 'mcp__atlas__one', true],
    ['mcp__atlas', 'mcp__atlas', true],
    ['mcp__atlas', 'mcp__atlas__*', true],
    ['mcp__atlas', 'mcp__atlasx__one', false],
    ['mcp__atlas(x)', 'mcp__atlas__one', false],
    ['mcp__atlas__*', 'mcp__atlas', true],
    ['mcp__at*', 'mcp__atlas', true],
    ['mcp__at*', 'mcp__atlas__one', true],
    ['mcp__*', 'mcp__atlas__*', true],
    ['mcp__*__one', 'mcp__atlas__one', true],
    ['mcp__*__one', 'mcp__atlas', false],
    ['mcp__atlas__one', 'mcp__atlas', false],
    ['mcp__a?las', 'mcp__atlas__one', false],
  ])('%s takes %s: %s', (rule, tool, takes) => {
    expect(toolDeniedBy(tool, denying(rule)) !== undefined).toBe(takes);
  });

  it('ends on hostile patterns', () => {
    const rule = `${'*a'.repeat(20_000)}*b`;
    expect(toolDeniedBy('a'.repeat(50_000), denying(rule))).toBeUndefined();
  });
});

describe('tools that settings deny', () => {
  it('are refused, with the rule and its file', () => {
    const settings = denying('WebFetch', 'mcp__atlas');
    const { tools, refusedTools, deniedBySettings } = inSession('tools: Read, WebFetch, mcp__atlas__one', { settings });
    expect(tools).toEqual(['Read']);
    expect(refusedTools).toMatchObject([
      { name: 'WebFetch', reason: 'settings', by: { rule: 'WebFetch', path: '.claude/settings.json' } },
      { name: 'mcp__atlas__one', reason: 'settings', by: { rule: 'mcp__atlas' } },
    ]);
    expect(deniedBySettings.map(({ name }) => name)).toEqual(['WebFetch', 'mcp__atlas__one']);
  });

  it.each<[string, readonly string[], 'inherit' | readonly string[], readonly string[]]>([
    ['color: red', ['WebFetch', 'Bash(git push *)', 'nonsense', 'mcp__atlas'], 'inherit', ['WebFetch', 'mcp__atlas']],
    ['tools: Bash\nmemory: user', ['Read'], ['Bash', 'Write', 'Edit'], ['Read']],
    ['tools: Read\nmcpServers: [atlas]', ['mcp__atlas'], ['Read'], ['mcp__atlas__*']],
    ['tools: Read\nmcpServers: [atlas]', ['mcp__atlas__one'], ['Read', 'mcp__atlas__*'], []],
    ['tools: Read, mcp__atlas', ['mcp__atlas__one'], ['Read', 'mcp__atlas'], []],
  ])('%j with %j', (lines, rules, tools, denied) => {
    const load = inSession(lines, { settings: denying(...rules) });
    expect(load.tools).toEqual(tools);
    expect(load.deniedBySettings.map(({ name }) => name)).toEqual(denied);
  });

  it.each<[string, readonly string[], boolean]>([
    ['tools: WebFetch', ['WebFetch'], false],
    ['tools: WebFetch, Read\ndisallowedTools: Read', ['WebFetch'], false],
    ['tools: Nope\nmemory: user', ['Read', 'Write', 'Edit'], false],
    // Its tools are there, and every call of them is denied.
    ['tools: []\nmcpServers: [atlas]', ['mcp__atlas'], true],
    ['tools: TodoRead\nmcpServers: [atlas]', ['mcp__atlas'], true],
    ['tools: []', ['WebFetch'], true],
  ])('and the start of %j with %j: %s', (lines, rules, starts) => {
    const { startFault, tools } = inSession(lines, { settings: denying(...rules) });
    expect([tools, startFault === null]).toEqual([[], starts]);
  });
});

describe('an agent that settings deny', () => {
  it.each<[string, boolean]>([
    ['Agent(x)', true],
    ['Task(x)', true],
    ['Agent', true],
    ['Agent(*)', true],
    ['Agent(X)', false],
    ['Agent(x-*)', false],
    ['Agent(x*)', false],
    ['Agent(x, y)', false],
    ['Agent( x )', false],
    ['agent(x)', false],
    ['Agent()', false],
    ['Agent(y)', false],
  ])('%s keeps x from starting: %s', (rule, denied) => {
    const { startFault, mainSession } = inSession('color: red', { settings: denying(rule) });
    expect(startFault).toEqual(denied ? { kind: 'settings', by: expect.objectContaining({ rule }) } : null);
    // As the main session it starts all the same.
    expect(mainSession !== null).toBe(denied);
  });
});

describe('the model after settings', () => {
  it.each<[string, SessionSettings, string | null, boolean]>([
    ['color: red', NO_SETTINGS, null, false],
    ['color: red', choosing('haiku'), 'haiku', true],
    ['model: sonnet', choosing('haiku'), 'sonnet', false],
    ['model: inherit', choosing('haiku'), 'inherit', false],
    ['model: ""', choosing('haiku'), 'haiku', true],
    ['model: 4', choosing('haiku'), 'haiku', true],
    ['model: sonnet', choosing('haiku', true), 'haiku', true],
    ['model: inherit', choosing('haiku', true), 'haiku', true],
    ['model: sonnet', choosing(null, true), null, true],
    ['model: sonnet', choosing('', true), null, true],
    ['color: red', choosing(''), null, false],
  ])('%j', (lines, settings, model, isSet) => {
    const { effectiveModel } = inSession(lines, { settings });
    expect([effectiveModel.value, effectiveModel.by !== null]).toEqual([model, isSet]);
  });

  it('does not count for the main session', () => {
    expect(inSession('model: sonnet', { settings: choosing('haiku', true) }).mainSession?.model).toBe('sonnet');
  });
});
