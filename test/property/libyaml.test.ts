// The strict YAML reader on any text: it never throws, and every range lies inside the text, within that of its parent.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { YamlNode } from '../../server/src/model/yaml.ts';
import { parseLibyaml } from '../../server/src/runtimes/shared/libyaml/index.ts';
import { plainOf } from '../../server/src/runtimes/shared/libyaml/plain.ts';
import type { Span } from '../../server/src/util/text.ts';
import { anyText, SEED } from '../harness/agentTexts.ts';

const RUNS = { seed: SEED, numRuns: 3_000 };

const PARTS = [
  ...['a', 'b: ', 'key: value\n', '- ', '? ', ': ', '[', ']', '{', '}', ', ', ' ', '  ', '\n', '\n  ', '\r\n', '\t'],
  ...['#', '&x ', '*x', '!t ', '!!str ', '|\n', '>-\n', "'", '"', '\\', '\\x41', '%TAG ', '@', '---', '...', '~', '1'],
  ...['\u2028', '\x85', '\0', '\ufeff', '😀', '\ud83d', '\u00a0'],
];
const yamlText = fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map((parts) => parts.join(''));
const text = fc.oneof(yamlText, anyText);

test('there is a tree or one error, and both lie inside the text', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 3 }), (written, skipped) => {
      const start = Math.min(skipped, written.length);
      const { root, errors } = parseLibyaml(written, start);
      expect(errors.length).toBeLessThanOrEqual(1);
      if (errors.length > 0) expect(root).toBeNull();
      const whole = { start, end: written.length };
      for (const { span } of errors) expect(isInside(span, whole)).toBe(true);
      if (root) expect(strays(root, whole)).toEqual([]);
      expect(() => plainOf(root)).not.toThrow();
    }),
    RUNS,
  );
});

test('nothing else in a text decides what comes before it: a readable text stays so with a comment after it', () => {
  fc.assert(
    fc.property(yamlText, (written) => {
      const { root, errors } = parseLibyaml(written);
      fc.pre(errors.length === 0 && written.endsWith('\n'));
      expect(plainOf(parseLibyaml(`${written}# end\n`).root)).toEqual(plainOf(root));
    }),
    RUNS,
  );
});

/** Nodes that are not inside their parent. An alias stands where it is written, not where what it means is. */
function strays(node: YamlNode, around: Span): Span[] {
  const own = isInside(node.span, around) ? [] : [node.span];
  if (node.kind === 'sequence') return [...own, ...node.items.flatMap((item) => strays(item, node.span))];
  if (node.kind !== 'map') return own;
  const inner = node.pairs.flatMap(({ key, value }) => [key, ...(value ? [value] : [])]);
  return [...own, ...inner.flatMap((each) => strays(each, node.span))];
}

function isInside({ start, end }: Span, around: Span): boolean {
  return around.start <= start && start <= end && end <= around.end;
}
