// Agreement with the real Claude Code on the conformance set; the figures are part of the output.
import { describe, expect, it } from 'vitest';
import { claudeCodeRows, measureAgreement } from '../../scripts/conformance/agreement.ts';

const { rows, which } = claudeCodeRows();

describe(`the model of the loader of Claude Code, on the ${which}`, () => {
  const { figures, disagreements } = measureAgreement(rows);
  const wanted = { project: 0.995, plugin: 0.995, tools: 1, model: 1 };

  it.each(figures.filter(({ group }) => group === 'all'))(
    'agrees on $subject: $agreed of $total',
    ({ subject, agreed, total }) => {
      const examples = disagreements.filter((each) => each.subject === subject).slice(0, 5);
      expect(agreed / total, JSON.stringify(examples, null, 1)).toBeGreaterThanOrEqual(wanted[subject]);
    },
  );

  it('measures every subject, on many rows', () => {
    const all = figures.filter(({ group }) => group === 'all');
    expect(all.map(({ subject }) => subject)).toEqual(['project', 'plugin', 'tools', 'model']);
    expect(rows.length).toBeGreaterThan(300);
  });
});
