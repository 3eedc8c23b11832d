// Whether an answer keeps an agent's contract: which sections are present, missing, out of order, or have a wrong verdict.

import type { Span } from '../../util/text.ts';
import { type Answer, readAnswer } from './answer.ts';
import { type Contract, type ContractSection, sectionLabel } from './contract.ts';
import { type Pattern, readPattern } from './pattern.ts';
import { literally, shapeOf } from './patternShape.ts';
import type { SectionStatus } from './status.ts';
import { allowedVerdicts, readVerdict } from './verdict.ts';

/**
 * `absent`: missing but not required; `unchecked`: unknown, because the pattern cannot be used. The last four break the
 * contract, `unchecked` only if the section is required.
 */
/** `conditional`: required only in some calls; an answer does not reveal which. */
export type SectionNeed = 'required' | 'optional' | 'conditional';

export interface SectionResult {
  readonly name: string;
  readonly pattern: string | null;
  readonly need: SectionNeed;
  readonly status: SectionStatus;
  readonly breaks: boolean;
  /** In the answer: the line that counts as the section; null if there is none. */
  readonly span: Span | null;
  /** One or two sentences: what was found and, for a broken section, what to do. */
  readonly message: string;
  /** In the agent file. */
  readonly agentSpan: Span;
}

export interface Verification {
  readonly kept: boolean;
  /** In contract order. */
  readonly sections: readonly SectionResult[];
}

/**
 * The cost limit for all searches of one answer, in pattern instructions times characters: even a hostile contract is
 * checked within seconds.
 */
const BUDGET = 200_000_000;

/** Never throws, regardless of the patterns and the answer. */
export function verifyAnswer(contract: Contract, text: string, budget: number = BUDGET): Verification {
  const answer = readAnswer(text);
  const remaining = { left: budget };
  const found = contract.sections.map((section) => verifySection(section, contract, answer, remaining));
  const sections = markOrder(found);
  return { kept: sections.every(({ breaks }) => !breaks), sections };
}

interface Budget {
  left: number;
}

function verifySection(section: ContractSection, contract: Contract, answer: Answer, remaining: Budget): SectionResult {
  const label = sectionLabel(section);
  const result = (status: SectionStatus, span: Span | null, message: string): SectionResult => ({
    name: label,
    pattern: section.pattern?.text ?? null,
    need: needOf(section),
    status,
    breaks: BREAKING.has(status) && (status !== 'unchecked' || needOf(section) === 'required'),
    span: span && answer.toSource(span),
    message,
    agentSpan: section.pattern?.span ?? section.name?.span ?? section.span,
  });

  const source = section.pattern?.text ?? (section.name ? `^#{1,6}[ \\t]+${literally(section.name.text)}` : null);
  if (source === null)
    return result('unchecked', null, 'This section has neither a name nor a pattern, so there is nothing to look for.');
  const reading = readPattern(source);
  if (!reading.ok) {
    return result(
      'unchecked',
      null,
      `The pattern \`${source}\` cannot be used: ${reading.fault.detail}. Correct the pattern.`,
    );
  }
  const { pattern } = reading;
  const search = (searched: string, sought: Pattern = pattern): Span | null | 'too costly' => {
    remaining.left -= sought.size * searched.length;
    return remaining.left < 0 ? 'too costly' : sought.find(searched);
  };

  const match = search(answer.searched);
  if (match === 'too costly') return result('unchecked', null, 'The patterns and the answer are too large to compare.');
  const verdict = readVerdict(section, contract, answer.searched, match);
  if (verdict && !verdict.allowed) {
    const words = allowedVerdicts(section, contract).map((word) => `\`${word}\``);
    const written = verdict.text === '' ? 'The verdict is missing' : `The verdict is \`${verdict.text}\``;
    return result('wrong-verdict', verdict.span, `${written}; the contract accepts ${words.join(', ')}.`);
  }
  if (match) return result('present', lineOf(answer.searched, match.start), 'The section is present.');
  if (needOf(section) !== 'required') return result('absent', null, absentReason(section));
  const hidden = answer.withCode === null ? null : search(answer.withCode);
  if (hidden && hidden !== 'too costly') {
    const span = lineOf(answer.withCode ?? '', hidden.start);
    return result(
      'missing',
      span,
      `This section appears only in a code block, which does not count. Move it out of the code block.`,
    );
  }
  const near = section.name && nearMiss(section.name.text, answer.searched, search);
  if (!near) return result('missing', null, missingReason(section, source));
  const written = answer.searched.slice(near.start, near.end).trim();
  return result('missing', near, `${missingReason(section, source)} The heading \`${written}\` does not match.`);
}

const BREAKING: ReadonlySet<SectionStatus> = new Set(['missing', 'out-of-order', 'wrong-verdict', 'unchecked']);

function needOf({ required, requiredWhen }: ContractSection): SectionNeed {
  if (requiredWhen) return 'conditional';
  return required ? 'required' : 'optional';
}

/** A heading with the section's name but a different level or case. */
function nearMiss(
  name: string,
  searched: string,
  search: (text: string, source: Pattern) => Span | null | 'too costly',
): Span | null {
  const reading = readPattern(`(?i)^#{1,6}[ \\t]+${literally(name)}[ \\t]*$`);
  const found = reading.ok ? search(searched, reading.pattern) : null;
  return found && found !== 'too costly' ? lineOf(searched, found.start) : null;
}

function absentReason(section: ContractSection): string {
  return needOf(section) === 'conditional'
    ? 'The section is absent. Some calls require it (`required_when`), but an answer does not reveal which.'
    : 'The section is absent, but it is optional.';
}

function missingReason({ pattern }: ContractSection, source: string): string {
  const { sample } = shapeOf(source);
  const what = pattern ? `No line matches \`${source}\`` : 'No heading has this name, and the section has no pattern';
  return sample && pattern ? `${what}. Add a line such as \`${sample}\`.` : `${what}.`;
}

function lineOf(text: string, offset: number): Span {
  // A pattern that begins with `\s*` matches from the end of the previous line.
  const first = offset + (/^\s*/.exec(text.slice(offset, offset + 1_000))?.[0].length ?? 0);
  const start = text.lastIndexOf('\n', first - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** Marks the smallest possible set of sections as out of order: those outside a longest run that is in order. */
function markOrder(results: readonly SectionResult[]): SectionResult[] {
  const placed = results.filter(({ status, span }) => status === 'present' && span);
  const inOrder = new Set(longestRun(placed, ({ span }) => span?.start ?? 0));
  return results.map((result) => {
    if (result.status !== 'present' || inOrder.has(result)) return result;
    const at = placed.indexOf(result);
    const before = placed.slice(0, at).findLast((each) => inOrder.has(each));
    const after = placed.slice(at).find((each) => inOrder.has(each));
    const late = after !== undefined && (result.span?.start ?? 0) > (after.span?.start ?? 0);
    const where = late ? `before “${after.name}”` : `after “${before?.name ?? ''}”`;
    return {
      ...result,
      status: 'out-of-order',
      breaks: true,
      message: `The contract puts this section ${where}. Move it.`,
    };
  });
}

/** A longest subsequence whose positions never decrease. */
function longestRun<T>(items: readonly T[], placeOf: (item: T) => number): T[] {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  items.forEach((item, index) => {
    let own = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < index; earlier++) {
      const run = best[earlier];
      const other = items[earlier];
      if (run && other !== undefined && placeOf(other) <= placeOf(item) && run.length >= own.length)
        own = { length: run.length + 1, previous: earlier };
    }
    best.push(own);
    if (own.length > (best[last]?.length ?? 0)) last = index;
  });
  const run: T[] = [];
  for (let index = last; index >= 0; index = best[index]?.previous ?? -1) {
    const item = items[index];
    if (item !== undefined) run.unshift(item);
  }
  return run;
}
