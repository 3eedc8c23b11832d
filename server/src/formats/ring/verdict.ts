// The verdict of an answer: where it is, what it says, and whether the contract accepts it.

import type { Span } from '../../util/text.ts';
import type { Contract, ContractSection } from './contract.ts';
import { shapeOf } from './patternShape.ts';

export interface Verdict {
  /** As written, without surrounding marks; empty if no verdict is given. */
  readonly text: string;
  readonly span: Span;
  readonly allowed: boolean;
}

/** A section whose pattern is a set of words, or, if `verdict_values` is given, a section with that name. */
export function isVerdictSection({ name, pattern }: ContractSection, { verdictValues }: Contract): boolean {
  const named = /verdict/i.test(`${name?.text ?? ''} ${pattern?.text ?? ''}`);
  return named && (verdictValues !== null || (pattern !== null && shapeOf(pattern.text).choices.length > 1));
}

/** What the contract accepts: `verdict_values`, or else the words of the pattern. */
export function allowedVerdicts({ pattern }: ContractSection, { verdictValues }: Contract): string[] {
  if (verdictValues && verdictValues.values.length > 0) return verdictValues.values.map(({ text }) => text);
  return pattern ? shapeOf(pattern.text).choices.map(({ text }) => text) : [];
}

/**
 * The verdict at the match or, without a match, on the first line that begins like the pattern. Null if the section has
 * no verdict or there is no such line.
 */
export function readVerdict(
  section: ContractSection,
  contract: Contract,
  text: string,
  match: Span | null,
): Verdict | null {
  const allowed = isVerdictSection(section, contract) ? allowedVerdicts(section, contract) : [];
  const prefix = shapeOf(section.pattern?.text ?? '').prefix.trimEnd();
  if (allowed.length === 0 || !/\p{L}/u.test(prefix)) return null;
  const start = match ? text.indexOf(prefix, match.start) : lineStartingWith(text, prefix);
  if (start < 0 || (match && start > match.end)) return null;
  const span = wordsAfter(text, start + prefix.length);
  const written = text.slice(span.start, span.end);
  const isAllowed = allowed.some(
    (word) => written.startsWith(word) && !/^[\p{L}\p{N}_]/u.test(written.slice(word.length)),
  );
  return { text: written, span, allowed: isAllowed };
}

function lineStartingWith(text: string, prefix: string): number {
  if (text.startsWith(prefix)) return 0;
  const found = text.indexOf(`\n${prefix}`);
  return found < 0 ? -1 : found + 1;
}

/** The rest of the line or, if that is empty, the next line with text; without Markdown marks and colons. */
function wordsAfter(text: string, from: number): Span {
  const lead = /^[\s*_`:]*/.exec(text.slice(from, from + 1_000))?.[0].length ?? 0;
  const start = from + lead;
  const lineEnd = text.indexOf('\n', start);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, start + 200);
  const words = text.slice(start, end).replace(/[\s*_`#]+$/, '');
  return { start, end: start + words.length };
}
