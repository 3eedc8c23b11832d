// The shares in the repository: every set has one, and it is what the whole set gives, where that is there.
import { expect, test } from 'vitest';
import { SAMPLINGS } from '../../scripts/conformance/sample.ts';
import { shareOf } from '../../scripts/conformance/sets.ts';

test.each(SAMPLINGS)('the share of $file', ({ file, take }) => {
  const share = shareOf(file);
  expect(share.length).toBeGreaterThan(30);
  const ids = share.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(take()?.map(({ id }) => id) ?? ids).toEqual(ids);
});
