// What the runtime does with an agent, in words: whether it loads, which tools it gets, what is ignored.

import type { Problem } from '../model/problem.ts';
import { entryOf } from '../runtimes/entries.ts';
import { indexed } from '../runtimes/registry.ts';
import { capitalized } from '../util/text.ts';
import type { CardField, CardFields } from './fields.ts';
import type { CardIgnored, CardInput, CardModel, CardText, CardTools, CardVerdict } from './model.ts';

/** The most problems listed on the card; the Problems panel shows them all. */
const PROBLEM_LIMIT = 12;

export function readVerdict(input: CardInput): CardVerdict {
  const { document, load, problems } = input;
  const isDocument = indexed.isDocumentation(document, load);
  const base = { runtime: indexed.label, as: load.as, name: load.id ?? load.name, isDocumentation: isDocument };
  if (!load.loads) {
    const cause = problems.find(({ code }) => code === load.reason);
    const offset = cause?.span.start ?? load.reading.error?.span.start ?? 0;
    return { ...base, state: 'dropped', detail: cause?.message ?? sentence(indexed.words.loss(load)), offset };
  }
  const refusal = indexed.words.startFault(load);
  if (refusal !== null) return { ...base, state: 'blocked', detail: refusal, offset: startFaultOffset(input) };
  const [repair] = load.reading.repairs;
  if (load.reading.state === 'repaired' && repair) {
    return { ...base, state: 'changed', detail: repairNote(input), offset: repair.valueSpan.start };
  }
  if (load.reading.state === 'read') return { ...base, state: 'loads', detail: null, offset: 0 };
  const detail = `Under its file name and without any field. ${sentence(indexed.words.loss(load))}`;
  return { ...base, state: 'changed', detail, offset: load.reading.error?.span.start ?? 0 };
}

export function readProblems(input: CardInput): CardModel['problems'] {
  const { problems, document } = input;
  const told = toldByVerdict(input);
  const serious = problems.filter(
    (problem) => (problem.severity === 'error' || problem.severity === 'warning') && !told.includes(problem),
  );
  const errorsFirst = [...serious].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
  const shown = errorsFirst.slice(0, PROBLEM_LIMIT).map(({ severity, message, span }) => ({
    severity,
    text: message,
    offset: span.start,
    line: document.lines.positionAt(span.start).line + 1,
  }));
  return { shown, more: serious.length - shown.length };
}

/** Problems that the verdict already mentions. */
function toldByVerdict({ load, problems }: CardInput): readonly Problem[] {
  if (load.loads) return problems.filter(({ code }) => code === 'frontmatter/repaired');
  return problems.filter(({ code }) => code === load.reason).slice(0, 1);
}

export function readIgnored({ load, problems }: CardInput): CardIgnored[] {
  const messages = new Map(problems.toReversed().map(({ code, message }) => [code, message]));
  return load.ignored.map(({ field, reason, span }) => {
    const readBy = indexed.fields.get(field)?.readBy;
    const explained = messages.get(reason) ?? reason;
    return { text: field, reason: explained, offset: span.start, ...(readBy ? { readBy } : {}) };
  });
}

export function readTools({ document, load }: CardInput, fields: CardFields): CardTools {
  const field = fields.get('tools');
  const offset = field?.keyOffset ?? null;
  if (!load.loads && (load.reading.entries.length === 0 || indexed.isDocumentation(document, load))) {
    const written =
      field && field.source.trim() !== '' ? { written: { text: field.source, offset: field.valueOffset } } : {};
    return { offset, granted: 'unread', ...written, refused: [], summary: '', notes: [] };
  }
  const placeOf = createPlaces(field);
  const placed = (name: string): CardText => ({ text: name, offset: placeOf(name) });
  return {
    offset,
    granted: load.tools === 'inherit' ? 'inherit' : load.tools.map(placed),
    refused: load.refusedTools.map((refused) => ({
      text: refused.name,
      offset: refused.span.start,
      why: indexed.words.refusal(refused),
    })),
    summary: indexed.words.tools(load),
    notes: [
      ...indexed.words.origins(load),
      ...indexed.words.denials(load),
      indexed.words.searchTools(load) ?? [],
    ].flat(),
  };
}

function repairNote({ load }: CardInput): string {
  const keys = listOf(load.reading.repairs.map(({ key }) => `\`${key}\``));
  return (
    `The front matter is not valid YAML. ${indexed.label} reads it by quoting the value of ${keys}; ` +
    `other tools drop the file, and so does ${indexed.label} if it has CRLF line endings.`
  );
}

/** The list that comes to nothing; where settings forbid the agent, its name. */
function startFaultOffset({ load: { startFault, reading } }: CardInput): number {
  return entryOf(reading, startFault?.kind === 'no-tools' ? 'tools' : 'name')?.valueSpan.start ?? 0;
}

function sentence(clause: string): string {
  return `${capitalized(clause)}.`;
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Where names are written in a field; its value where they are not. Each is looked for behind the last one first. */
function createPlaces(field: CardField | undefined): (name: string) => number {
  const source = field?.source ?? '';
  let end = 0;
  return (name) => {
    const behind = wordAt(source, name, end);
    const found = behind < 0 ? wordAt(source, name, 0) : behind;
    if (found >= 0) end = found + name.length;
    return (field?.valueOffset ?? 0) + Math.max(0, found);
  };
}

const WORD_CHARACTER = /[\w-]/;

/** -1 where the word does not stand there by itself. */
function wordAt(source: string, word: string, from: number): number {
  for (let at = source.indexOf(word, from); at >= 0; at = source.indexOf(word, at + 1)) {
    const isPart = [source.charAt(at - 1), source.charAt(at + word.length)].some((each) => WORD_CHARACTER.test(each));
    if (!isPart) return at;
  }
  return -1;
}
