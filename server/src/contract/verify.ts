// Whether an answer keeps an agent's contract: which sections are there, missing, out of order or with a wrong verdict.
import { type Contract, type ContractSection, sectionLabel } from '../dialects/ring/contract.ts';
import type { Span } from '../util/text.ts';
import { type Answer, readAnswer } from './answer.ts';
import { type Pattern, readPattern } from './pattern.ts';
import { literally, shapeOf } from './patternShape.ts';
import type { SectionStatus } from './status.ts';
import { allowedVerdicts, readVerdict } from './verdict.ts';

/**
 * `absent`: not there and need not be; `unchecked`: there is no telling, because the pattern cannot be used. The last
 * four break the contract, `unchecked` where the section is required.
 */
/** `conditional`: required in some calls only, which an answer does not tell. */
export type SectionNeed = 'required' | 'optional' | 'conditional';

export interface SectionResult {
  readonly name: string;
  readonly pattern: string | null;
  readonly need: SectionNeed;
  readonly status: SectionStatus;
  readonly breaks: boolean;
  /** In the answer: the line that counts as the section; null where there is none. */
  readonly span: Span | null;
  /** One sentence or two: what was found, and for a broken section what to do. */
  readonly message: string;
  /** In the agent file. */
  readonly agentSpan: Span;
}

export interface Verification {
  readonly kept: boolean;
  /** In the order of the contract. */
  readonly sections: readonly SectionResult[];
}

/**
 * What all searches of one answer may cost, in instructions of patterns times characters: even a hostile contract is
 * answered in seconds.
 */
const BUDGET = 200_000_000;

/** Never throws, whatever the patterns and the answer. */
export function verifyAnswer(contract: Contract, text: string, budget: number = BUDGET): Verification {
  const answer = readAnswer(text);
  const purse = { left: budget };
  const found = contract.sections.map((section) => verifySection(section, contract, answer, purse));
  const sections = markOrder(found);
  return { kept: sections.every(({ breaks }) => !breaks), sections };
}

interface Purse {
  left: number;
}

function verifySection(section: ContractSection, contract: Contract, answer: Answer, purse: Purse): SectionResult {
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
    return result('unchecked', null, 'It has neither a name nor a pattern, so nothing can be looked for.');
  const reading = readPattern(source);
  if (!reading.ok) {
    return result(
      'unchecked',
      null,
      `Its pattern \`${source}\` cannot be used: ${reading.fault.detail}. Mend the pattern.`,
    );
  }
  const { pattern } = reading;
  const search = (searched: string, sought: Pattern = pattern): Span | null | 'too costly' => {
    purse.left -= sought.size * searched.length;
    return purse.left < 0 ? 'too costly' : sought.find(searched);
  };

  const match = search(answer.searched);
  if (match === 'too costly')
    return result('unchecked', null, 'The patterns and the answer are too large to be compared.');
  const verdict = readVerdict(section, contract, answer.searched, match);
  if (verdict && !verdict.allowed) {
    const words = allowedVerdicts(section, contract).map((word) => `\`${word}\``);
    const written = verdict.text === '' ? 'No verdict is written' : `The verdict is \`${verdict.text}\``;
    return result('wrong-verdict', verdict.span, `${written}; the contract takes ${words.join(', ')}.`);
  }
  if (match) return result('present', lineOf(answer.searched, match.start), 'It is there.');
  if (needOf(section) !== 'required') return result('absent', null, absentReason(section));
  const hidden = answer.withCode === null ? null : search(answer.withCode);
  if (hidden && hidden !== 'too costly') {
    const span = lineOf(answer.withCode ?? '', hidden.start);
    return result(
      'missing',
      span,
      `Only a code block has it, which shows the section but is none. Write it outside of code.`,
    );
  }
  const near = section.name && nearMiss(section.name.text, answer.searched, search);
  if (!near) return result('missing', null, missingReason(section, source));
  const written = answer.searched.slice(near.start, near.end).trim();
  return result('missing', near, `${missingReason(section, source)} This heading, \`${written}\`, does not match it.`);
}

const BREAKING: ReadonlySet<SectionStatus> = new Set(['missing', 'out-of-order', 'wrong-verdict', 'unchecked']);

function needOf({ required, requiredWhen }: ContractSection): SectionNeed {
  if (requiredWhen) return 'conditional';
  return required ? 'required' : 'optional';
}

/** A heading with the name of the section, of another level or in other letters. */
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
    ? 'It is not there. Some calls require it (`required_when`), which an answer does not tell.'
    : 'It is not there and need not be.';
}

function missingReason({ pattern }: ContractSection, source: string): string {
  const { sample } = shapeOf(source);
  const what = pattern ? `No line matches \`${source}\`` : 'No heading has its name, and it has no pattern';
  return sample && pattern ? `${what}. Write a line such as \`${sample}\`.` : `${what}.`;
}

function lineOf(text: string, offset: number): Span {
  // A pattern that begins with `\s*` matches from the end of the line before.
  const first = offset + (/^\s*/.exec(text.slice(offset, offset + 1_000))?.[0].length ?? 0);
  const start = text.lastIndexOf('\n', first - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** The fewest sections that would have to move are out of order: those outside a longest run that is in order. */
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
      message: `It is there, but the contract has it ${where}. Move it.`,
    };
  });
}

/** A longest subsequence whose places do not fall. */
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
