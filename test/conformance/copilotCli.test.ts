// Copilot CLI against what the real one did: on a share of the set that lies here, and on the whole set where it is there.
import { describe, expect, test } from 'vitest';
import { closeAgreement } from '../../scripts/conformance/copilotCli.ts';
import { agreementOf, readSet } from '../../scripts/conformance/runtimes.ts';
import { readSample, sampleOf } from '../../scripts/conformance/sample.ts';
import { copilotCli } from '../../server/src/runtimes/copilot-cli/index.ts';

const FILE = 'copilot-cli-1.0.102.jsonl';
const sample = readSample(FILE);
const whole = readSet(FILE);

const SETS = [{ of: 'the share', rows: sample }, ...(whole ? [{ of: 'the whole set', rows: whole }] : [])];

describe.each(SETS)('$of', ({ rows }) => {
  test('loads, name, tools and model agree', () => {
    const { figures, disagreements } = agreementOf(copilotCli, rows);
    expect(figures.map(({ question }) => question)).toEqual(['loads', 'name', 'tools', 'model']);
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
  const questions = closeAgreement(sample).map(({ question }) => question);
  expect(questions.sort()).toEqual(['description', 'faults', 'granted', 'ignored', 'winners', 'yaml']);
});

if (whole) {
  test('the share is what the set gives', () => {
    expect(sampleOf(whole).map(({ id }) => id)).toEqual(sample.map(({ id }) => id));
  });
}
