// Which hooks drop an agent, which are ignored, and where the blame stands. Every row was measured on the real runtime.

import { describe, expect, it } from 'vitest';
import { strayHooks } from '../../server/src/runtimes/claude-code/hookGuards.ts';
import { hooksProblems } from '../../server/src/runtimes/claude-code/hooks.ts';
import { entryOf } from '../../server/src/runtimes/entries.ts';
import { agent, report } from './support.ts';

function problems(line: string): string[] {
  const text = agent(line);
  const { reading, loads } = report(text);
  const entry = entryOf(reading, 'hooks');
  const found = [...strayHooks(reading), ...(entry ? hooksProblems(entry) : [])];
  expect(loads).toBe(!found.some(({ drops }) => drops));
  return found.map(
    ({ kind, drops, span }) => `${drops ? 'drops' : 'ignored'} ${kind} «${text.slice(span.start, span.end)}»`,
  );
}

const guard = (hook: string): string => `hooks: {PreToolUse: [{hooks: [${hook}]}]}`;

describe('hooks', () => {
  it.each<[string, readonly string[]]>([
    ['hooks:', []],
    ['hooks: false', []],
    ['hooks: {}', []],
    ['hooks: []', ['drops not-a-map «[]»']],
    ['hooks: foo', ['drops not-a-map «foo»']],
    ['hooks: {Foo: 3}', ['ignored unknown-event «Foo»']],
    ['hooks: {Stop: foo}', ['ignored event-not-a-list «foo»']],
    ['hooks: {PreToolUse: foo}', ['drops event-not-a-list «foo»']],
    ['hooks: {PreToolUse: null}', ['ignored event-not-a-list «null»']],
    ['hooks: {PreToolUse: [foo]}', ['drops matcher-not-a-map «foo»']],
    ['hooks: {PostToolUse: [{}]}', ['ignored handlers-not-a-list «{}»']],
    ['hooks: {PreToolUse: [{matcher: Bash}]}', ['drops handlers-not-a-list «{matcher: Bash}»']],
    ['hooks: {PreToolUse: [{matcher: 3, hooks: []}]}', ['drops matcher-not-text «3»']],
    ['hooks: {matcher: x, hooks: [y]}', ['drops single-matcher «{matcher: x, hooks: [y]}»']],
    ['hooks: {hooks: []}', ['ignored unknown-event «hooks»']],
    ['hooks: {Foo: {PreToolUse: x}}', ['drops inside-other-event «PreToolUse»']],
    ['hooks: {Stop: [{hooks: [], PermissionRequest: x}]}', ['drops inside-other-event «PermissionRequest»']],
    ['hooks: {PreToolUse: [{}], PreToolUse: []}', []],
    [guard('x'), ['drops handler-not-a-map «x»']],
    [guard('{}'), ['drops type-missing «{}»']],
    [guard('{type: 3}'), ['drops type-not-text «3»']],
    [guard('{type: Command}'), ['drops type-unknown «Command»']],
    [guard('{type: command}'), ['drops option-missing «{type: command}»']],
    [guard('{type: command, command: ""}'), []],
    [guard('{type: command, command: x, timeout: 0}'), ['drops option-invalid «0»']],
    [guard('{type: command, command: x, shell: zsh}'), ['drops option-invalid «zsh»']],
    [guard('{type: command, command: x, unknown: 3}'), []],
    [guard('{type: http, url: x}'), ['drops option-invalid «x»']],
    [guard('{type: http, url: "http://a", headers: {a: 3}}'), ['drops option-invalid «{a: 3}»']],
    [guard('{type: mcp_tool, server: a, tool: b}'), []],
    [guard('{type: prompt, prompt: x, model: 3}'), ['drops option-invalid «3»']],
  ])('%j', (line, expected) => {
    expect(problems(line)).toEqual(expected);
  });
});

describe('guarding hooks outside `hooks`', () => {
  it.each<[string, readonly string[]]>([
    ['PreToolUse: x', ['drops outside-hooks «PreToolUse»']],
    ['PreToolUse: []', []],
    ['Stop: [{hooks: [x]}]', []],
    ['stop: [{hooks: [x]}]', ['drops outside-hooks «hooks»']],
    ['foo: {PreToolUse: {}}', ['drops outside-hooks «PreToolUse»']],
    ['foo: {a: {b: {c: {PreToolUse: x}}}}', ['drops outside-hooks «PreToolUse»']],
    ['foo: {a: {b: {c: {d: {PreToolUse: x}}}}}', []],
    ['metadata: {PreToolUse: x}', []],
    ['mcpServers: {a: {PreToolUse: x}}', []],
    ['foo: [{hooks: []}]', []],
  ])('%j', (line, expected) => {
    expect(problems(line)).toEqual(expected);
  });
});
