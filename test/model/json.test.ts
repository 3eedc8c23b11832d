// JSON with ranges: taken and refused as `JSON.parse` takes and refuses it, and edited without touching the rest.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/model/edits.ts';
import { type JsonList, type JsonObject, parseJsonDocument, plainJson } from '../../server/src/model/json.ts';
import { appendItems, prependProperty, removeItem, removeProperty } from '../../server/src/model/jsonEdits.ts';
import { slice } from '../../server/src/util/text.ts';

const parse = (text: string) => parseJsonDocument('file:///a.json', text);

/** JSON with a few characters changed: most of it is none any more. */
const damaged = fc
  .tuple(
    fc.json(),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'{}[],:"\\0-+.e/* \n\t\u00A0a', '//', '/**/', 'nul'))),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [at, what]) => {
      const place = at % (now.length + 1);
      return now.slice(0, place) + what + now.slice(place + (at % 2));
    }, text),
  );

test('it takes what JSON.parse takes, with the same value, and nothing else', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const { root, fault } = parse(text);
      expect(root === null).toBe(fault !== null);
      if (root === null) expect(() => JSON.parse(text)).toThrow();
      else expect(plainJson(root)).toEqual(JSON.parse(text));
    }),
    { numRuns: 2000 },
  );
});

test('a fault lies in the text', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const span = parse(text).fault?.span;
      if (span) expect([0 <= span.start, span.start <= span.end, span.end <= text.length]).toEqual([true, true, true]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['{"a":1,}', 'trailing-comma', ','],
  ['[1,\n  ]', 'trailing-comma', ','],
  ['{"a":1 // c\n}', 'comment', '// c'],
  ['/* c */{}', 'comment', '/* c */'],
  ['{"a":1 "b":2}', 'missing-comma', '"b"'],
  ['{"a":1', 'ends-early', '1'],
  ['{"a": "b', 'unclosed-string', '"b'],
  ['{"a": "b\n}', 'unclosed-string', '"b'],
  ['', 'ends-early', ''],
  ["{'a':1}", 'unexpected', "'a'"],
  ['{"a":1} x', 'unexpected', 'x'],
  ['{"a":tru}', 'unexpected', 'tru'],
])('%j: %s', (text, kind, at) => {
  const { fault } = parse(text);
  expect([fault?.kind, fault && slice(text, fault.span)]).toEqual([kind, at]);
});

describe('edits', () => {
  const edited = (text: string, edit: Parameters<typeof applyEdits>[1][number]): string => applyEdits(text, [edit]);
  const object = (text: string): JsonObject => parse(text).root as JsonObject;
  const list = (text: string): JsonList => parse(text).root as JsonList;

  test.each([
    ['{\n  "a": 1,\n  "b": 2\n}\n', '{\n  "b": 2\n}\n'],
    ['{\n  "b": 2,\n  "a": 1\n}\n', '{\n  "b": 2\n}\n'],
    ['{"a":1}', '{}'],
    ['{ "b": 2, "a": 1, "c": 3 }', '{ "b": 2, "c": 3 }'],
  ])('a property goes: %j', (text, expected) => {
    expect(edited(text, removeProperty(object(text), 'a'))).toBe(expected);
  });

  test.each([
    ['[\n  1,\n  2\n]', 0, '[\n  2\n]'],
    ['[\n  1,\n  2\n]', 1, '[\n  1\n]'],
    ['[1]', 0, '[]'],
  ])('an item goes: %j', (text, index, expected) => {
    expect(edited(text, removeItem(list(text), index))).toBe(expected);
  });

  test.each([
    ['[\n    1,\n    2\n]', '[\n    1,\n    2,\n    3,\n    4\n]'],
    ['[1, 2]', '[1, 2, 3, 4]'],
    ['[1,2]', '[1,2,3,4]'],
    ['[1]', '[1, 3, 4]'],
    ['[\n\t1\n]', '[\n\t1,\n\t3,\n\t4\n]'],
    ['[ ]', '[3, 4]'],
  ])('items come: %j', (text, expected) => {
    expect(edited(text, appendItems(parse(text), list(text), [3, 4]))).toBe(expected);
  });

  test.each([
    ['{\n  "a": 1\n}', '{\n  "z": "y",\n  "a": 1\n}'],
    ['{"a":1}', '{"z": "y","a":1}'],
    ['{ "a": 1 }', '{ "z": "y", "a": 1 }'],
    ['{}', '{ "z": "y" }'],
  ])('a property comes first: %j', (text, expected) => {
    expect(edited(text, prependProperty(parse(text), object(text), 'z', 'y'))).toBe(expected);
  });
});
