// What must hold for every text, however damaged. Each oracle answers what is wrong in words; nothing where all is well.

import { rules } from '../../server/src/lint/allRules.ts';
import type { Fix, Problem } from '../../server/src/model/problem.ts';
import { printable } from '../../server/src/util/printable.ts';
import { type Span, wholeCharacters } from '../../server/src/util/text.ts';
import { faultsOfFix, fixAllFaults, type Look } from '../harness/fixProperties.ts';
import { analyzeText, showEverywhere, type WholeAnalysis } from '../harness/fullAnalysis.ts';
import type { Random } from './random.ts';

export interface Mutant {
  readonly text: string;
  /** In the workspace: decides which runtime reads it, and as what. */
  readonly path: string;
}

/** Fixes of one text that are tried by themselves; all together are tried always. */
const FIXES_TRIED = 4;

export function faultsOf({ text, path }: Mutant, random: Random): string[] {
  try {
    const analysis = analyzeText(text, path);
    return [
      ...rangeFaults(analysis),
      ...orderFaults(analysis),
      ...messageFaults(analysis),
      ...outputFaults(analysis, random),
      ...determinismFaults(analysis),
      ...fixFaults(analysis, random),
    ];
  } catch (error) {
    return [`crash: ${stackOf(error)}`];
  }
}

/** The place tells crashes apart; the way there differs from text to text. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause ? ` ← ${stackOf(error.cause)}` : '';
  const [where = ''] = error.stack?.split('\n').filter((line) => line.includes('server/src')) ?? [];
  return `${error.message} ${where.trim()}${cause}`;
}

function rangeFaults({ document: { text }, problems, load }: WholeAnalysis): string[] {
  const spans: [string, Span][] = [
    ...problems.flatMap(({ code, span, fixes }): [string, Span][] => [
      [code, span],
      ...fixes.flatMap(({ edits }) => edits.map((edit): [string, Span] => [`${code}, an edit`, edit.span])),
    ]),
    ...load.ignored.map(({ span }): [string, Span] => ['an ignored field', span]),
    ...load.refusedTools.map(({ span }): [string, Span] => ['a refused tool', span]),
  ];
  const outside = spans.filter(([, { start, end }]) => !(start >= 0 && start <= end && end <= text.length));
  const cut = spans.filter(([, span]) => {
    const whole = wholeCharacters(text, span);
    return whole.start !== span.start || whole.end !== span.end;
  });
  const overlapping = problems.flatMap(({ code, fixes }) =>
    fixes.filter(overlaps).map((fix) => `${code}: ${fix.title}`),
  );
  return [
    ...outside.map(([what]) => `range: ${what} is outside the text`),
    ...cut.map(([what]) => `range: ${what} cuts a character in two`),
    ...overlapping.map((what) => `range: edits that overlap in ${what}`),
  ];
}

function overlaps({ edits }: Fix): boolean {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return inOrder.some(({ span }, index) => span.start < (inOrder[index - 1]?.span.end ?? 0));
}

function orderFaults({ problems }: WholeAnalysis): string[] {
  const before = (problem: Problem, index: number): boolean =>
    problem.span.start < (problems[index - 1]?.span.start ?? 0);
  const keys = problems.map(({ code, span, message }) => `${code} ${span.start} ${span.end} ${message}`);
  return [
    ...problems.filter(before).map(({ code }) => `order: ${code} comes too late`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `order: twice: ${key}`),
  ];
}

const TEMPLATES = new Map(
  rules.flatMap(({ code, messages }) =>
    Object.entries(messages).map(([id, message]) => [
      `${code} ${id}`,
      typeof message === 'string' ? message : message.text,
    ]),
  ),
);

function messageFaults({ problems }: WholeAnalysis): string[] {
  return problems.flatMap(({ code, messageId, values }) => {
    const template = TEMPLATES.get(`${code} ${messageId}`) ?? '';
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const unfilled = names.filter((name) => values[name] === undefined);
    return unfilled.map((name) => `message: ${code} ${messageId} has no ${name}`);
  });
}

/** How JavaScript writes an object. A contract may have a `list[object]`. */
const OBJECT = '[object ';

/** What no reader may see: names JavaScript has for values, and characters that steer a terminal. */
function outputFaults(analysis: WholeAnalysis, random: Random): string[] {
  const { text } = analysis.document;
  const { messages, terminal, card } = showEverywhere(analysis, [random.below(text.length + 1), text.length]);
  // The runtime itself calls a plugin's agent so whose name is a map.
  const isNamedSo = analysis.load.name?.includes(OBJECT) === true;
  const objects = [...messages, ...terminal, card].filter((each) => each.includes(OBJECT));
  const raw = terminal.filter((each) => printable(each) !== each);
  return [
    ...(objects.length > 0 && !text.includes(OBJECT) && !isNamedSo ? [`output: ${excerpt(objects[0], OBJECT)}`] : []),
    ...raw.map((each) => `output: a raw character in ${JSON.stringify(rawIn(each))}`),
    ...(printable(card) === card ? [] : [`output: a raw character in the card: ${JSON.stringify(rawIn(card))}`]),
  ];
}

function excerpt(shown = '', word: string): string {
  const at = shown.indexOf(word);
  return shown.slice(Math.max(0, at - 80), at + 40);
}

function rawIn(shown: string): string {
  const at = Array.from(shown).findIndex((character) => printable(character) !== character);
  return Array.from(shown)
    .slice(Math.max(0, at - 30), at + 10)
    .join('');
}

function determinismFaults({ document: { text }, path, problems, load }: WholeAnalysis): string[] {
  const again = analyzeText(text, path);
  const same = dataOf(problems) === dataOf(again.problems) && load.reason === again.load.reason;
  return same ? [] : ['determinism: a second look finds something else'];
}

function dataOf(problems: readonly Problem[]): string {
  return JSON.stringify(problems);
}

function fixFaults(before: WholeAnalysis, random: Random): string[] {
  const { document, path, problems } = before;
  const { text } = document;
  const look: Look = (other) => (other === text ? before : analyzeText(other, path));
  const faults = fixAllFaults(text, look);
  const fixes = problems.flatMap((problem) => problem.fixes.map((fix) => ({ text, before, problem, fix })));
  for (let left = Math.min(FIXES_TRIED, fixes.length); left > 0; left--) {
    const [tried] = fixes.splice(random.below(fixes.length), 1);
    if (tried) faults.push(...faultsOfFix(tried, look));
  }
  return faults;
}
