// What must hold for the fixes of any file: they never make a runtime drop it, they remove what they mend and add nothing.

import { applicableRules } from '../../server/src/lint/applicable.ts';
import { keepCertainFixes } from '../../server/src/lint/certainFixes.ts';
import { applyFix, fixAll } from '../../server/src/lint/fix.ts';
import { type LintResult, lint } from '../../server/src/lint/lint.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Fix, Problem } from '../../server/src/model/problem.ts';
import type { IndexedReport, LoadScope } from '../../server/src/runtimes/indexed.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import type { Span } from '../../server/src/util/text.ts';

export const SCOPES: readonly LoadScope[] = ['project', 'plugin'];

export interface Subject {
  readonly text: string;
  readonly scope: LoadScope;
  readonly uri: string;
}

/** What there is to say about a text, as it stands where the subject stands. */
export type Look = (text: string) => Looked;
export type Looked = Pick<LintResult, 'load' | 'problems'>;

export function lintSubject({ uri, scope }: Subject, text: string): LintResult {
  const result = lintOnce(uri, scope, text);
  const problems = keepCertainFixes(text, result.problems, (other) => lintOnce(uri, scope, other).problems);
  return { ...result, problems };
}

function lintOnce(uri: string, scope: LoadScope, text: string): LintResult {
  const document = parseDocument(uri, text);
  const load = claudeCode.load(document, { scope });
  const result = lint(document, {
    runtime: claudeCode,
    scope,
    load,
    rules: applicableRules(document, load),
    files: { linkTarget: () => 'exists' },
    onRuleError(code, error) {
      throw new Error(`${code} threw ${String(error)}`);
    },
  });
  if (!result) throw new Error('cancelled, though nothing cancels');
  return result;
}

export function lookAt(subject: Subject): Look {
  return (text) => lintSubject(subject, text);
}

/** Applying all safe fixes, as `check --fix` does. Answers what is wrong in words; nothing where all is well. */
export function fixAllFaults(text: string, look: Look): string[] {
  const check = (current: string): readonly Problem[] => look(current).problems;
  const before = look(text);
  const fixed = fixAll(text, check);
  if (fixed.text === text) return [];
  const after = look(fixed.text);
  const faults: string[] = [];
  if (isWorse(before.load, after.load)) faults.push(`fix all: ${worse(before.load, after.load)}`);
  if (fixAll(fixed.text, check).text !== fixed.text) faults.push('fix all: a second run changes the text again');
  faults.push(...newErrors(before, after).map((code) => `fix all leads to the error ${code}`));
  if (isRead(before.load)) {
    faults.push(...added(before.problems, after.problems).map((code) => `fix all adds ${code}`));
    if (before.load.name !== after.load.name) faults.push('fix all renames the agent');
  }
  return [...faults, ...unsaved(before, after)];
}

/** Safe fixes of why a file is lost after which it is lost still. */
function unsaved(before: Looked, after: Looked): string[] {
  const isLost = after.problems.some(({ saysWhyLost }) => saysWhyLost);
  if (!isLost) return [];
  return before.problems
    .filter(({ saysWhyLost, fixes }) => saysWhyLost && fixes.some(({ kind }) => kind === 'safe'))
    .map(({ code }) => `fix all: the safe fix of ${code} leaves the file lost`);
}

function newErrors(before: Looked, after: Looked): string[] {
  const codes = ({ problems }: Looked): string[] =>
    problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const known = new Set(codes(before));
  return [...new Set(codes(after))].filter((code) => !known.has(code));
}

/** Each fix of each problem by itself. */
export function singleFixFaults(text: string, look: Look): string[] {
  const before = look(text);
  return before.problems.flatMap((problem) =>
    problem.fixes.flatMap((fix) => faultsOfFix({ text, before, problem, fix }, look)),
  );
}

export interface TriedFix {
  readonly text: string;
  readonly before: Looked;
  readonly problem: Problem;
  readonly fix: Fix;
}

/**
 * A suggestion may bring to light what was hidden (a key that is spelt right counts, and so do the faults of its value), and
 * so may one of several fixes of a file that is lost; no fix may cost an agent its place, or leave its problem there.
 */
export function faultsOfFix({ text, before, problem, fix }: TriedFix, look: Look): string[] {
  const after = look(applyFix(text, fix));
  const say = (what: string): string => `${problem.code} ${problem.messageId}, ${fix.kind}: ${what}`;
  const faults: string[] = [];
  if (isWorse(before.load, after.load)) faults.push(say(worse(before.load, after.load)));
  if (remains(problem, fix, after.problems)) faults.push(say('the problem is still there'));
  if (fix.kind === 'safe' && isRead(before.load)) {
    faults.push(...added(before.problems, after.problems).map((code) => say(`adds ${code}`)));
  }
  return faults;
}

/** Its front matter counts: a plugin’s agent always loads, but may have lost every field. */
function isRead({ loads, reading }: IndexedReport): boolean {
  return loads && (reading.state === 'read' || reading.state === 'repaired');
}

function isWorse(before: IndexedReport, after: IndexedReport): boolean {
  return (before.loads && !after.loads) || (isRead(before) && !isRead(after));
}

function worse(before: IndexedReport, after: IndexedReport): string {
  return `${before.reading.state} and ${before.loads ? 'loads' : 'dropped'} → ${after.reading.state}, ${after.reason}`;
}

/** A problem of the same code where the mended one was. */
function remains({ code, message, span }: Problem, { edits }: Fix, after: readonly Problem[]): boolean {
  const place = moved(span, edits);
  return after.some(
    (each) =>
      each.code === code && each.message === message && each.span.start <= place.end && place.start <= each.span.end,
  );
}

/** Where a span of the text before is in the text after. */
function moved(span: Span, edits: Fix['edits']): Span {
  const shift = (offset: number, end: boolean): number => {
    let by = 0;
    for (const edit of edits) {
      const grows = edit.newText.length - (edit.span.end - edit.span.start);
      if (edit.span.end < offset || (edit.span.end === offset && (end || edit.span.end > edit.span.start))) by += grows;
    }
    return offset + by;
  };
  const start = shift(span.start, false);
  return { start, end: Math.max(start, shift(span.end, true)) };
}

/** Codes of errors and warnings that are more than before. */
function added(before: readonly Problem[], after: readonly Problem[]): string[] {
  const serious = (problems: readonly Problem[]): string[] =>
    problems.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code);
  const left = serious(before);
  return serious(after).filter((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
