// What every source file keeps to: its length, a first line that says what it is for, a rule's name.
import type { Source } from './sources.ts';

export const MOST_LINES = 400;
export const MANY_LINES = 300;

/** Files between the two limits, and why they are one file. */
export const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};

export function lengthViolations(sources: readonly Source[], reasons: Readonly<Record<string, string>>): string[] {
  return sources.flatMap(({ path, text }) => {
    const lines = lineCount(text);
    if (lines > MOST_LINES) return [`${path} has ${lines} lines, more than ${MOST_LINES}`];
    if (lines > MANY_LINES && !(path in reasons)) return [`${path} has ${lines} lines and no reason`];
    return [];
  });
}

/** Reasons that are no longer needed. */
export function idleReasons(sources: readonly Source[], reasons: Readonly<Record<string, string>>): string[] {
  const long = new Set(sources.filter(({ text }) => lineCount(text) > MANY_LINES).map(({ path }) => path));
  return Object.keys(reasons).filter((path) => !long.has(path));
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

export function purposeViolations(sources: readonly Source[]): string[] {
  return sources.filter(({ text }) => !/^\/\/ \S.{9,}/.test(text)).map(({ path }) => path);
}

const RULE_FILE =
  /^server\/src\/(?:rules|runtimes\/[^/]+\/rules|formats\/[^/]+\/rules)\/((?:contract|frontmatter|manifest|settings|structure|suppression|workspace)\/[^/]+)\.ts$/;

export function ruleNameViolations(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const expected = RULE_FILE.exec(path)?.[1];
    if (expected === undefined) return [];
    const code = /^ {2}code: '([^']*)'/m.exec(text)?.[1];
    return code === expected ? [] : [`${path} has the code ${code}`];
  });
}

export function ruleFiles(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path }) => RULE_FILE.exec(path)?.[1] ?? []);
}
