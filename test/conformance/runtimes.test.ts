// The loaders of the other runtimes against what the real ones did.
import { describe, expect, test } from 'vitest';
import { agreementOf, SETS, type SetRow } from '../../scripts/conformance/runtimes.ts';
import { rowsOf } from '../../scripts/conformance/sets.ts';

const AGREEMENT = 0.995;

describe.each(SETS.map((set) => ({ ...set, ...rowsOf<SetRow>(set.file) })))(
  '$file, the $which',
  ({ rows, which, ...set }) => {
    const { figures, disagreements } = agreementOf(set, rows);

    test('every question is asked', () => {
      expect(figures.map(({ question }) => question)).toEqual(
        expect.arrayContaining(['loads', 'name', 'tools', 'model']),
      );
    });

    test.each(figures)('$question agrees: $agreed of $total', ({ question, agreed, total }) => {
      const examples = disagreements.filter((each) => each.question === question).slice(0, 5);
      expect(total).toBeGreaterThan(which === 'share' ? 20 : 50);
      expect(agreed / total, JSON.stringify(examples, null, 1)).toBeGreaterThanOrEqual(AGREEMENT);
    });
  },
);
