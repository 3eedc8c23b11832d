// Agreement with the real Claude Code on the conformance set; the figures are part of the output.
import { describe, expect, it } from 'vitest';
import { measureAgreement, readRows, setPath } from '../../scripts/conformance/agreement.ts';

const rows = readRows();
if (!rows) console.log(`no conformance set at ${setPath()}: agreement is not tested`);

describe.skipIf(!rows)('the model of the loader of Claude Code', () => {
  const { figures, disagreements } = measureAgreement(rows ?? []);
  const wanted = { project: 0.995, plugin: 0.995, tools: 1, model: 1 };

  for (const { subject, group, agreed, total } of figures) {
    if (group !== 'all') continue;
    it(`agrees on ${subject}: ${agreed} of ${total}`, () => {
      const examples = disagreements.filter((each) => each.subject === subject).slice(0, 5);
      expect(agreed / total, JSON.stringify(examples, null, 1)).toBeGreaterThanOrEqual(wanted[subject]);
    });
  }

  it('measures every subject', () => {
    const subjects = new Set(figures.map(({ subject }) => subject));
    expect([...subjects]).toEqual(['project', 'plugin', 'tools', 'model']);
  });
});
