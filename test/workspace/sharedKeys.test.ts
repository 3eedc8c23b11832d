// Keys that most agents of a folder have: told of once, on the first of them, however the files became known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runExample } from '../../server/src/cli/runExample.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { KeyCensus, type KeyCount } from '../../server/src/workspace/keyCensus.ts';
import { SEED } from '../harness/agentTexts.ts';
import { uriOf } from '../harness/fakeFiles.ts';
import { openWorkspace } from '../harness/openWorkspace.ts';
import { agent, type Files } from './support.ts';

const FOLDER = '.claude/agents';
const NONE: ReadonlySet<string> = new Set();

/** `path: messageId key severity` of what is said about unknown keys, each file looked at by itself among the others. */
function said(files: Files): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const others = Object.entries(files).filter(([other]) => other !== path);
    const { problems } = runExample(rules, { path, text, workspace: Object.fromEntries(others) });
    const own = problems.filter(({ code }) => code === 'frontmatter/unknown-key');
    return own.map(({ messageId, severity, span }) => {
      const name = path.slice(path.lastIndexOf('/') + 1, -3);
      return `${name}: ${messageId} ${text.slice(span.start, span.end)} ${severity}`;
    });
  });
}

/** Agents a, b, c … with these fields. */
function folder(...fields: string[]): Files {
  const names = fields.map((_, at) => String.fromCharCode(97 + at));
  return Object.fromEntries(
    names.map((name, at) => [`${FOLDER}/${name}.md`, agent(name, { fields: fields[at] ?? '' })]),
  );
}

describe('a key of most agents in a folder', () => {
  test('is one information for 184 of 185', () => {
    const names = Array.from({ length: 185 }, (_, at) => `a${String(at).padStart(3, '0')}`);
    const fieldsOf = (name: string): string => (name === 'a000' ? '' : 'emoji: x\nvibe: calm\n');
    const files = Object.fromEntries(
      names.map((name) => [`${FOLDER}/${name}.md`, agent(name, { fields: fieldsOf(name), body: 'Work.\n' })]),
    );
    const few = Object.fromEntries(Object.entries(files).slice(0, 3));
    const all = (path: string) => {
      const { [path]: text = '', ...workspace } = files;
      return runExample(rules, { path, text, workspace }).problems;
    };
    expect(said(few)).toHaveLength(4);
    expect(all(`${FOLDER}/a000.md`)).toEqual([]);
    expect(all(`${FOLDER}/a002.md`)).toEqual([]);
    expect(all(`${FOLDER}/a184.md`)).toEqual([]);
    expect(all(`${FOLDER}/a001.md`)).toMatchObject([
      { messageId: 'shared', severity: 'information', addTo: 'knownFields', addNames: ['emoji', 'vibe'] },
    ]);
    expect(all(`${FOLDER}/a001.md`)[0]?.values).toMatchObject({ agents: 185 });
  });

  test.each<[string, Files, string[]]>([
    ['that two have', folder('x1: 1\n', 'x1: 1\n'), ['a: unknown x1 warning', 'b: unknown x1 warning']],
    ['that three of five have', folder('x1: 1\n', 'x1: 1\n', '', '', 'x1: 1\n'), ['a: shared x1 information']],
    [
      'that half of them have',
      folder('x1: 1\n', 'x1: 1\n', 'x1: 1\n', '', '', ''),
      ['a: unknown x1 warning', 'b: unknown x1 warning', 'c: unknown x1 warning'],
    ],
    [
      'beside one of its own',
      folder('', 'x1: 1\nown: 1\n', 'x1: 1\n', 'x1: 1\n'),
      ['b: shared x1 information', 'b: unknown own warning'],
    ],
    [
      'where the first has only the second',
      folder('y1: 1\n', 'x1: 1\ny1: 1\n', 'x1: 1\ny1: 1\n', 'x1: 1\n'),
      ['a: shared y1 information'],
    ],
    [
      'that other tools read',
      folder('license: x\n', 'license: x\n', 'license: x\n'),
      ['a: shared license information'],
    ],
    [
      'that nearly spells a field',
      folder('tool: Read\ncolour: red\n', 'tool: Read\ncolour: red\n', 'tool: Read\ncolour: red\n'),
      ['a', 'b', 'c'].flatMap((name) => [`${name}: all-tools tool error`, `${name}: meant colour warning`]),
    ],
    [
      'that belongs elsewhere',
      folder('cacheTtl: 1h\n', 'cacheTtl: 1h\n', 'cacheTtl: 1h\n'),
      ['a', 'b', 'c'].map((name) => `${name}: misplaced cacheTtl warning`),
    ],
  ])('%s', (_, files, expected) => {
    expect(said(files)).toEqual(expected);
  });

  test('counts folders below, and no other folders, plugins or documents', () => {
    const text = (name: string): string => agent(name, { fields: 'x1: 1\n' });
    const deep = { [`${FOLDER}/a.md`]: text('a'), [`${FOLDER}/x/b.md`]: text('b'), [`${FOLDER}/y/z/c.md`]: text('c') };
    expect(said(deep)).toEqual(['a: shared x1 information']);
    const apart = {
      [`${FOLDER}/a.md`]: text('a'),
      'app/.claude/agents/b.md': text('b'),
      'kit/agents/c.md': text('c'),
      '~/.claude/agents/d.md': text('d'),
      [`${FOLDER}/e.md`]: '---\ntitle: E\nx1: 1\n---\nText.\n',
      [`${FOLDER}/f.md`]: '---\ntitle: F\nx1: 1\n---\nText.\n',
    };
    const workspace = { ...apart, 'kit/.claude-plugin/plugin.json': '{"name": "kit"}' };
    const own = said(workspace).filter((each) => /^[abcd]: /.test(each));
    expect(own).toEqual(['a', 'b', 'c', 'd'].map((name) => `${name}: unknown x1 warning`));
  });

  test('is reported as ever where not all files are known', () => {
    const { problems } = runExample(rules, { text: agent('example', { fields: 'x1: 1\n', body: 'Work.\n' }) });
    expect(problems.map(({ messageId }) => messageId)).toEqual(['unknown']);
  });
});

describe('the index', () => {
  test('tells others when what they share changes, and only then', async () => {
    const files = folder('x1: 1\n', 'x1: 1\n', 'y1: 1\n', '');
    const it = await openWorkspace(files);
    const edit = (name: string, fields: string): number => {
      it.edit(`${FOLDER}/${name}.md`, agent(name, { fields }));
      return it.takeNeighbourChanges();
    };
    it.takeNeighbourChanges();
    const shared = () => it.workspace.index.sharedKeys(uriOf(`${FOLDER}/b.md`), NONE);
    expect(shared()).toBeUndefined();
    expect(edit('d', 'x: 1\n')).toBe(0);
    expect(edit('d', 'x1: 1\n')).toBe(1);
    expect(shared()).toEqual({ keys: ['x1'], agents: 4, isFirst: false });
    expect(it.workspace.index.sharedKeys(uriOf(`${FOLDER}/a.md`), NONE)?.isFirst).toBe(true);
    expect(it.workspace.index.sharedKeys(uriOf(`${FOLDER}/a.md`), new Set(['x1']))).toBeUndefined();
    expect(edit('d', 'x1: 1\nother: 2\n')).toBe(0);
    expect(edit('a', '')).toBe(1);
    expect(shared()).toBeUndefined();
  });

  test('answers the same in whatever order files come, change and go', () => {
    const entry = fc.option(
      fc.record({
        folder: fc.constantFrom('f', 'g'),
        keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')).map((keys) => keys.sort()),
      }),
      { nil: null },
    );
    const changes = fc.array(fc.record({ uri: fc.constantFrom('1', '2', '3', '4', '5', '6'), entry }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(changes, (all) => {
        const census = new KeyCensus();
        const files = new Map<string, KeyCount>();
        for (const { uri, entry: after } of all) {
          const before = files.get(uri) ?? null;
          const shown = JSON.stringify(['f', 'g'].map((each) => naive(files, each)));
          if (after) files.set(uri, after);
          else files.delete(uri);
          const isChanged = census.replace(uri, before, after);
          expect(isChanged).toBe(shown !== JSON.stringify(['f', 'g'].map((each) => naive(files, each))));
        }
        for (const each of ['f', 'g']) expect(census.sharedIn(each, NONE)).toEqual(naive(files, each));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

/** The same by counting everything. */
function naive(files: ReadonlyMap<string, KeyCount>, wanted: string) {
  const own = [...files].filter(([, { folder: each }]) => each === wanted);
  const with_ = (key: string): string[] => own.filter(([, { keys }]) => keys.includes(key)).map(([uri]) => uri);
  const keys = ['a', 'b', 'c', 'd'].filter((key) => with_(key).length >= 3 && with_(key).length * 2 > own.length);
  const [first] = keys.flatMap(with_).sort();
  return first === undefined ? null : { keys, first, agents: own.length };
}
