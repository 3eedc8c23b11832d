// What the loader does, rule by rule. Every row was measured on the real runtime.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agent, report } from './support.ts';

describe('a project agent', () => {
  it.each<[string, string | null]>([
    ['no front matter', 'frontmatter/missing'],
    ['---\nname: x\n', 'frontmatter/unclosed'],
    ['---\nname: x\ndescription: "\\d"\n---\n', 'frontmatter/unparsable'],
    ['---\r\nname: x\r\ndescription: a: b\r\n---\r\n', 'frontmatter/unparsable'],
    ['---\nname: x\ndescription: a: b\n---\n', null],
    ['---\n- a\n---\n', 'frontmatter/not-a-map'],
    ['---\nname: x\ndescription: d\n...\na: b\n---\n', 'frontmatter/not-a-map'],
    ['---\ndescription: d\n---\n', 'frontmatter/missing-name'],
    ['---\nname:\ndescription: d\n---\n', 'frontmatter/invalid-name'],
    ['---\nname: ""\ndescription: d\n---\n', 'frontmatter/invalid-name'],
    ['---\n\n# note\n---\n', 'frontmatter/missing-name'],
    ['---\nname: 123\ndescription: d\n---\n', 'frontmatter/invalid-name'],
    ['---\nname: a:b\ndescription: d\n---\n', 'frontmatter/invalid-name'],
    ['---\nname: -a\ndescription: d\n---\n', 'frontmatter/invalid-name'],
    [`---\nname: ${'a'.repeat(256)}\ndescription: d\n---\n`, null],
    [`---\nname: ${'a'.repeat(257)}\ndescription: d\n---\n`, 'frontmatter/invalid-name'],
    ['---\nname: x\n---\n', 'frontmatter/missing-description'],
    ['---\nname: x\ndescription: #d\n---\n', 'frontmatter/invalid-description'],
    ['---\nname: x\ndescription: 42\n---\n', 'frontmatter/invalid-description'],
    ['---\nname: x\ndescription: {{ d }}\n---\n', 'frontmatter/invalid-description'],
    ['---\nname: x\ndescription: "  "\n---\n', null],
    ['---\nbase: &b {name: x, description: d}\n<<: *b\n---\n', null],
    [agent('hooks: []'), 'frontmatter/invalid-hooks'],
    [agent('color: nonsense', 'model: 4', 'foo: bar'), null],
  ])('%j → %s', (text, reason) => {
    const { loads, reason: given } = report(text);
    expect({ loads, reason: given }).toEqual({ loads: reason === null, reason });
  });

  it('goes by its name as written, and its description is cut by a comment', () => {
    const { name, description } = report('---\nname: 代理 A\ndescription: fix #12\n---\n');
    expect({ name, description }).toEqual({ name: '代理 A', description: 'fix #12'.slice(0, 3) });
  });
});

describe('keys that are no words', () => {
  it.each([
    ['? {a: b}\n: c', ['{…}']],
    ['? ? ? x', ['{…}']],
    ['? [a, {b: c}]\n: d', ['a,{…}']],
    ['base: &b {a: b}\n? *b\n: c', ['base', '{…}']],
    ['? [foo]\n: c', ['foo']],
    ['"[object Object]": c', ['[object Object]']],
  ])('%j is ignored as %j', (lines, fields) => {
    expect(report(agent(lines)).ignored.map(({ field }) => field)).toEqual(fields);
  });

  it('are one and the same key where the runtime takes them for it', () => {
    expect(report(agent('? {a: b}\n: c', '? {d: e}\n: f')).reading.entries.map(({ overridden }) => overridden)).toEqual(
      [false, false, true, false],
    );
  });
});

describe('a plugin agent', () => {
  it.each<[string, string]>([
    ['no front matter', 'file-name'],
    ['---\nname: x\ndescription: "\\d"\n---\n', 'file-name'],
    ['---\nname:\n---\n', 'file-name'],
    [`---\nname: ${'a'.repeat(257)}\n---\n`, 'file-name'],
    ['---\nname: a:b\n---\n', 'a:b'],
    ['---\nname: 0x10\n---\n', '16'],
    ['---\nname: [a, {b: c}]\n---\n', 'a,[object Object]'],
    ['---\nname: []\n---\n', 'file-name'],
    ['---\nname: "  "\n---\n', '  '],
    [agent('hooks: []'), 'x'],
    [agent('PreToolUse: x'), 'x'],
  ])('%j loads as %s', (text, name) => {
    expect(report(text, 'plugin')).toMatchObject({ loads: true, name });
  });

  it.each(['---\nname: {a: x}\n---\n', '---\nname: {}\ndescription: d\n---\n', '---\nname:\n  a: x\n---\n'])(
    '%j does not load: its name is a mapping',
    (text) => {
      expect(report(text, 'plugin')).toMatchObject({ loads: false, name: null, reason: 'frontmatter/invalid-name' });
    },
  );

  it('does without the fields plugins do not get', () => {
    const { ignored } = report(agent('permissionMode: plan', 'hooks: {}', 'color: red'), 'plugin');
    expect(ignored.map(({ field }) => field)).toEqual(['permissionMode', 'hooks']);
  });
});

describe('ignored fields', () => {
  it.each<[string, readonly string[]]>([
    ['foo: 1', ['foo']],
    ['color: magenta', ['color']],
    ['color: red', []],
    ['background: yes', ['background']],
    ['background: "true"', []],
    ['maxTurns: 10x', []],
    ['maxTurns: 10.5', ['maxTurns']],
    ['effort: HIGH', []],
    ['effort: minimal', ['effort']],
    ['memory: [user]', ['memory']],
    ['permissionMode: delegate', ['permissionMode']],
    ['permissionMode:', []],
    ['autoCompactWindow: 99999', ['autoCompactWindow']],
    ['model: [sonnet]', ['model']],
    ['color: red\ncolor: blue', ['color']],
  ])('%j', (lines, fields) => {
    expect(report(agent(lines)).ignored.map(({ field }) => field)).toEqual(fields);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---\n',
      '\n',
      ': ',
      '- ',
      '  ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '|\n',
      '&a ',
      '*a',
      '#',
      '\r\n',
    ),
    fc.constantFrom(
      'name: x\n',
      'description: d\n',
      'tools: Read\n',
      'hooks:\n',
      'PreToolUse:',
      '<<: ',
      '!!str ',
      '...',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('has a report, with every span inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((each) => `---\n${each}\n---\n`),
        ),
        (each) => {
          for (const scope of ['project', 'plugin'] as const) {
            const { reading, refusedTools, ignored } = report(each, scope);
            const spans = [
              ...reading.entries.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan]),
              ...reading.repairs.map(({ valueSpan }) => valueSpan),
              ...reading.tabs,
              ...refusedTools.map(({ span }) => span),
              ...ignored.map(({ span }) => span),
              ...(reading.error ? [reading.error.span] : []),
            ];
            for (const { start, end } of spans) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThanOrEqual(start);
              expect(end).toBeLessThanOrEqual(each.length);
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
