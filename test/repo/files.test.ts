// Source files: short, with their purpose on the first line; rules named after their file. Violations are seen.
import { expect, test } from 'vitest';
import {
  idleReasons,
  LONG_FOR_A_REASON,
  lengthViolations,
  MANY_LINES,
  MOST_LINES,
  purposeViolations,
  ruleFiles,
  ruleNameViolations,
} from './files.ts';
import { planted, repositorySources } from './sources.ts';

const sources = repositorySources();
const ofLength = (lines: number) => [{ path: 'long.ts', text: '\n'.repeat(lines) }];

test('there are sources to look at, and rules among them', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(ruleFiles(sources).length).toBeGreaterThan(20);
});

test('no file is too long, and a long one has a reason that is still needed', () => {
  expect(lengthViolations(sources, LONG_FOR_A_REASON)).toEqual([]);
  expect(idleReasons(sources, LONG_FOR_A_REASON)).toEqual([]);
});

test('a file that is too long is seen, and a reason without need', () => {
  expect(lengthViolations(ofLength(MANY_LINES), {})).toEqual([]);
  expect(lengthViolations(ofLength(MANY_LINES + 1), {})).toEqual([`long.ts has ${MANY_LINES + 1} lines and no reason`]);
  expect(lengthViolations(ofLength(MOST_LINES), { 'long.ts': 'data' })).toEqual([]);
  expect(lengthViolations(ofLength(MOST_LINES + 1), { 'long.ts': 'data' })).toHaveLength(1);
  expect(idleReasons(ofLength(MANY_LINES), { 'long.ts': 'data' })).toEqual(['long.ts']);
});

test('every file says on its first line what it is for', () => {
  expect(purposeViolations(sources)).toEqual([]);
});

test('a planted file without a purpose is seen', () => {
  expect(purposeViolations(planted())).toEqual(['server/src/util/noPurpose.ts']);
});

test('the code of a rule is the name of its file', () => {
  expect(ruleNameViolations(sources)).toEqual([]);
});

test('a planted rule with another code is seen', () => {
  const path = 'server/src/rules/structure/wrong-name.ts';
  expect(ruleNameViolations(planted())).toEqual([`${path} has the code structure/other-name`]);
});
