// Runtimes of which only the documentation is known: what it describes gives no problem, what contradicts it gives a
// warning at most, and every sentence says that nothing was measured.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { runtimeInWords, sentenceOf, severityOf } from '../../server/src/runtimes/causes.ts';
import { cursor } from '../../server/src/runtimes/cursor/index.ts';
import { factory } from '../../server/src/runtimes/factory/index.ts';
import { kiro } from '../../server/src/runtimes/kiro/index.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import type { Runtime } from '../../server/src/runtimes/runtime.ts';
import { loadIn } from '../harness/loadRuntime.ts';

const BODY = 'You review changes.\n';
const agent = (fields: string, body = BODY) => `---\n${fields}---\n${body}`;

type Expected = Partial<ReturnType<typeof loadIn>>;

describe('what the documentation describes', () => {
  test.each<[string, Runtime, string, Expected]>([
    [
      'every field of Cursor',
      cursor,
      agent('name: rev\ndescription: Reviews\nmodel: fast\nreadonly: true\nis_background: false\n'),
      { name: 'rev', tools: 'inherit', model: 'fast' },
    ],
    ['a prompt alone in Cursor', cursor, BODY, { name: 'a', tools: 'inherit', model: null }],
    [
      'every field of Factory',
      factory,
      agent(
        'name: rev\ndescription: Reviews\nmodel: custom:mine\nreasoningEffort: high\ntools: [Read, FetchUrl, github___search]\nmcpServers: [github]\n',
      ),
      { name: 'rev', tools: ['Read', 'FetchUrl', 'github___search'], model: 'custom:mine' },
    ],
    [
      'a category of Factory',
      factory,
      agent('name: rev\ndescription: d\ntools: read-only\n'),
      { tools: ['Read', 'LS', 'Grep', 'Glob'] },
    ],
    [
      'every field of Kiro',
      kiro,
      agent(
        [
          'name: Rev\ndescription: Reviews\nmodel: claude-sonnet-4\ntools: [read, "@mcp", "@github"]',
          'mcpServers: {x: {command: y}}\npermissions:\n  - {capability: shell, effect: deny, match: ["rm *"]}',
          'resources: [file://README.md, skill://x]\nwelcomeMessage: Hello\nincludeMcpJson: true\nincludePowers: false\n',
        ].join('\n'),
      ),
      { name: 'a', tools: ['read', '@mcp', '@github'], model: 'claude-sonnet-4' },
    ],
    ['every tool in Kiro', kiro, agent('tools: ["*"]\n'), { tools: 'inherit' }],
  ])('%s gives no problem', (_, runtime, text, expected) => {
    expect(loadIn(runtime, text)).toMatchObject({ outcome: 'loads', events: [], ...expected });
  });

  test('the id of an agent of Kiro is its path', () => {
    expect(loadIn(kiro, BODY, 'team/planner.md').name).toBe('team/planner');
  });
});

describe('what contradicts it', () => {
  test.each<[string, Runtime, string, string[], Expected]>([
    [
      'tools in Cursor',
      cursor,
      agent('tools: Read\n'),
      ['unknown-key tools “tools”'],
      { outcome: 'changed', name: 'a' },
    ],
    ['an unknown key', cursor, agent('color: blue\n'), ['unknown-key color “color”'], { outcome: 'loads' }],
    ['no boolean', cursor, agent('readonly: sure\n'), ['wrong-type readonly “sure”'], { outcome: 'changed' }],
    [
      'broken YAML',
      cursor,
      agent('description: a: b\n'),
      ['unreadable-yaml “a: b”'],
      { outcome: 'changed', name: 'a' },
    ],
    ['an open end', cursor, '---\nname: rev\n', ['unclosed-front-matter “---”'], { outcome: 'changed' }],
    ['no front matter', factory, BODY, ['no-front-matter “You review changes.”'], { outcome: 'dropped', name: null }],
    [
      'no name and no description',
      factory,
      agent('model: inherit\n'),
      ['missing-name name “---”', 'missing-description description “---”'],
      { outcome: 'dropped' },
    ],
    ['a name', factory, agent('name: Rev\ndescription: d\n'), ['invalid-name name “Rev”'], { outcome: 'dropped' }],
    [
      'a tool of another runtime',
      factory,
      agent('name: rev\ndescription: d\ntools: [Read, Write]\n'),
      ['unknown-tool tools “Write”'],
      { outcome: 'dropped' },
    ],
    [
      'tools in a string',
      factory,
      agent('name: rev\ndescription: d\ntools: read, write\n'),
      ['invalid-value tools “read, write”'],
      { outcome: 'changed', tools: 'inherit' },
    ],
    [
      'a short name of a model',
      factory,
      agent('name: rev\ndescription: d\nmodel: sonnet\n'),
      ['invalid-value model “sonnet”'],
      { outcome: 'dropped' },
    ],
    ['no prompt', factory, agent('name: rev\ndescription: d\n', '\n'), ['empty-prompt “---”'], { outcome: 'dropped' }],
    ['a tool', kiro, agent('tools: [Read]\n'), ['unknown-tool tools “Read”'], { outcome: 'loads', tools: ['Read'] }],
    [
      'a rule without an effect',
      kiro,
      agent('permissions: [{capability: shell}]\n'),
      ['missing-key permissions.0.effect “{capability: shell}”'],
      { outcome: 'changed' },
    ],
    ['a list', kiro, agent('- a\n'), ['not-a-mapping “- a”'], { outcome: 'changed' }],
  ])('%s', (_, runtime, text, events, expected) => {
    expect(loadIn(runtime, text)).toMatchObject({ events, ...expected });
  });

  test.each([cursor, factory, kiro])(
    'of front matter longer than anyone writes, nothing is said: $label',
    (runtime) => {
      const report = loadIn(runtime, agent(`description: ${'x: '.repeat(200_000)}\n`));
      expect(report).toMatchObject({ outcome: 'loads', name: 'a', events: [] });
    },
  );

  test('a droid in a folder of its own', () => {
    expect(loadIn(factory, agent('name: rev\ndescription: d\n'), 'team/a.md').events).toEqual(['wrong-place “”']);
  });
});

describe.each(runtimes.filter(({ evidence }) => evidence.source === 'documentation'))('$label', (runtime) => {
  const [place] = runtime.places;
  const texts = ['tools: 3\nname: [a]\ncolor: blue\n', 'a: b: c\n', '- a\n', 'model: 3\nreadonly: x\n'];
  const at = { scope: 'project', folder: place?.path ?? '', path: 'a.md' } as const;
  const events = texts.flatMap((fields) => runtime.load(parseDocument('file:///a.md', agent(fields)), at).events);

  test('is never more than a warning', () => {
    expect(events.length).toBeGreaterThan(3);
    expect(events.map(({ effect }) => severityOf(effect, runtime))).not.toContain('error');
  });

  test('says in every sentence that it is not measured', () => {
    for (const event of events) expect(sentenceOf(event, runtime)).toMatch(/not measured/);
    expect(runtimeInWords(runtime)).toMatch(/not measured/);
  });

  test('has words for every cause it reports, and evidence from its documentation alone', () => {
    for (const { cause } of events) expect(runtime.words[cause], cause).toBeDefined();
    const sources = runtime.fields.all.flatMap(({ evidence }) => evidence.map(({ source }) => source));
    expect(new Set(sources)).toEqual(new Set(['documentation']));
  });
});
