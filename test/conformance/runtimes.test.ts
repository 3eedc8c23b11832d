// The loaders of the other runtimes against what the real ones did, on the shared sets where they are there.
import { describe, expect, test } from 'vitest';
import { agreementOf, readSet, SETS } from '../../scripts/conformance/runtimes.ts';

const AGREEMENT = 0.995;

describe.each(SETS)('$file', ({ runtime, file }) => {
  const rows = readSet(file);
  if (!rows) {
    test('the set is not there, so nothing is compared', () => expect(rows).toBeNull());
    return;
  }
  const { figures } = agreementOf(runtime, rows);
  test.each(figures)('$question agrees', ({ agreed, total }) => {
    expect(total).toBeGreaterThan(100);
    expect(agreed / total).toBeGreaterThanOrEqual(AGREEMENT);
  });
});
