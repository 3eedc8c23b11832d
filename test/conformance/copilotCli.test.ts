// A closer look at Copilot CLI against what the real one did.
import { describe, expect, test } from 'vitest';
import { closeAgreement } from '../../scripts/conformance/copilotCli.ts';
import { agreementOf, type SetRow } from '../../scripts/conformance/runtimes.ts';
import { rowsOf } from '../../scripts/conformance/sets.ts';
import { copilotCli } from '../../server/src/runtimes/copilot-cli/index.ts';

const { rows, which } = rowsOf<SetRow>('copilot-cli-1.0.102.jsonl');

describe(`the ${which}`, () => {
  test('loads, name, tools and model agree', () => {
    const { figures, disagreements } = agreementOf({ runtime: copilotCli }, rows);
    expect(figures.map(({ question }) => question)).toEqual(['loads', 'scope', 'name', 'tools', 'model']);
    expect(disagreements.map(({ id, question }) => `${id}: ${question}`)).toEqual([]);
  });

  test.each(closeAgreement(rows))('$question agrees', ({ question, agreed, total, disagreements }) => {
    // Keys that are collections are shown as they are written; the real one writes them anew.
    const wanted = question === 'ignored' ? 0.995 : 1;
    expect(total).toBeGreaterThan(0);
    expect(agreed / total, JSON.stringify(disagreements.slice(0, 5), null, 1)).toBeGreaterThanOrEqual(wanted);
  });
});

test('every question is asked', () => {
  const questions = closeAgreement(rows).map(({ question }) => question);
  expect(questions.sort()).toEqual(['description', 'faults', 'granted', 'ignored', 'winners', 'yaml']);
});
