// Our report of VS Code's agents against the markers of the real one, file by file.
import { describe, expect, test } from 'vitest';
import { shareOf } from '../../scripts/conformance/sets.ts';
import { type MarkerRow, markerAgreement, VS_CODE_SET } from '../../scripts/conformance/vsCode.ts';
import { VS_CODE_FILES } from '../../scripts/conformance/vsCodeFiles.ts';

const rows = shareOf<MarkerRow>(VS_CODE_SET);

test('the markers are those of the files we have now', () => {
  const written = VS_CODE_FILES.map(({ id, text }) => [id, text]);
  expect(rows.map(({ id, text }) => [id, text])).toEqual(written.sort());
  expect(rows.length).toBeGreaterThanOrEqual(150);
});

describe('each marker is an event, and each event a marker', () => {
  const { figures, disagreements } = markerAgreement(rows);

  test.each(figures)('$question: $agreed of $total', ({ question, agreed, total }) => {
    expect(disagreements.filter((each) => each.question === question)).toEqual([]);
    expect(total).toBeGreaterThan(100);
    expect(agreed).toBe(total);
  });
});
