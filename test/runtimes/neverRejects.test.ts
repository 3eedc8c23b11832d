// Runtimes that declare that they load every file of their places are not asked what they reject: here they are.
import { expect, test } from 'vitest';
import { rules } from '../../server/src/lint/allRules.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { unmark } from '../../server/src/rules/examples.ts';
import { isAgentRule } from '../../server/src/rules/ruleKinds.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { HOSTILE_MARKDOWN } from '../harness/hostileTexts.ts';

const TEXTS: readonly string[] = [
  ...rules
    .filter(isAgentRule)
    .flatMap(({ examples }) => [...examples.invalid, ...examples.valid].map(({ text }) => unmark(text).text)),
  ...HOSTILE_MARKDOWN.map((part) => `---\nname: a\n${part.repeat(20)}\n---\n`),
];
const HARMLESS: readonly string[] = ['ignores', 'changes', 'grants-less', 'none'];

test.each(runtimes.filter(({ neverRejects }) => neverRejects).map((runtime) => [runtime.id, runtime] as const))(
  '%s loads every file',
  (_, runtime) => {
    expect(TEXTS.length).toBeGreaterThan(500);
    for (const { scope, path: folder } of runtime.places) {
      const effects = TEXTS.flatMap((text) => {
        const document = parseDocument('file:///project/a.md', text);
        return runtime.load(document, { scope, folder, path: 'a.md' }).events.map(({ effect }) => effect);
      });
      expect([...new Set(effects)].filter((effect) => !HARMLESS.includes(effect))).toEqual([]);
    }
  },
);

test('at least one runtime declares it, and not all do', () => {
  const declared = runtimes.filter(({ neverRejects }) => neverRejects).length;
  expect(declared).toBeGreaterThan(0);
  expect(declared).toBeLessThan(runtimes.length);
});
