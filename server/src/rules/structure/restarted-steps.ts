// Reports numbered lists in which a number repeats, is skipped, or starts over.

import type { Fix } from '../../model/problem.ts';
import { findLooseLists, type ItemLine, type LooseList, type ReadItem } from '../../text/looseLists.ts';
import { ownProse } from '../../text/ownProse.ts';
import { type Span, slice } from '../../util/text.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

interface Step {
  readonly number: number;
  /** The number without its period. */
  readonly digits: Span;
}

/** A larger gap is the author's choice. */
const MOST_LEFT_OUT = 2;

export default defineRule({
  code: 'structure/restarted-steps',
  severity: 'information',
  summary: 'A numbered list repeats a number, skips one, or starts over.',
  rationale:
    'The runtime passes the numbers on as written. “Go back to step 2” may then refer to two steps, and “step 4” to none. A gap usually means that a step was deleted; a repeated number usually means that one was pasted in. Lists numbered `1.` throughout, lists that count down or in tens, and a new list after another heading or text are fine.',
  evidence: goodPractice,
  messages: {
    twice:
      'Number {number} is already on line {line} of this list, so “step {number}” is ambiguous. Change it to {wanted} and renumber the rest.',
    gap: '{number} follows {previous}: step {wanted} is missing or was deleted. Change it to {wanted} and renumber the rest.',
    restart:
      'The numbering starts over at {number} in the middle of a list, so “step {number}” is ambiguous; Markdown sees one list and shows this item as {wanted}. Continue the numbering, or separate the two lists with a heading or text.',
  },
  examples: {
    invalid: [
      {
        text: '1. Read.\n2. Run.\n⟦2⟧. Compare.\n4. Answer.\n',
        message: 'twice',
        fixed: '1. Read.\n2. Run.\n3. Compare.\n4. Answer.\n',
      },
      {
        text: '0) Wait.\n1) Read.\n\n   ```bash\n   npm test\n   ```\n\n2) Run.\n⟦4⟧) Compare.\n5) Answer.\n',
        message: 'gap',
        fixed: '0) Wait.\n1) Read.\n\n   ```bash\n   npm test\n   ```\n\n2) Run.\n3) Compare.\n4) Answer.\n',
      },
      {
        text: '- Review:\n  1. Read.\n  2. Run.\n\n  ⟦1⟧. Compare.\n  2. Answer.\n',
        message: 'restart',
        fixed: '- Review:\n  1. Read.\n  2. Run.\n\n  3. Compare.\n  4. Answer.\n',
      },
    ],
    valid: [
      { text: '1. Read.\n1. Run.\n1. Answer.\n\n## Then\n\n1. Read.\n2. Run.\n\nOr:\n\n1. Ask.\n2. Wait.\n' },
      { text: '1. Read.\n   1. Diff.\n   2. Tests.\n2. Run.\n   1. Unit.\n   - fast\n   2. Slow.\n3. Answer.\n' },
      { text: '3. Third.\n2. Second.\n1. First.\n\nRules:\n\n10. Ten.\n20. Twenty.\n30. Thirty.\n' },
      { text: 'The rules that count:\n\n2. Read.\n5. Run.\n9. Answer.\n' },
      { text: '1. Read.\n2. Run.\n**Then:**\n1. Answer.\n2. Wait.\n\n---\n\n1. Ask.\n' },
      { text: '```\n1. a\n2. b\n2. c\n```\n\n<example>\n1. a\n2. b\n2. c\n</example>\n' },
    ],
  },
  check({ document, report }) {
    const { text, body, markdown, lines } = document;
    if (!/^[ \t]*\d{1,9}[.)]/m.test(slice(text, body))) return;
    const source = { text, body, prose: ownProse(markdown), fences: markdown.fences.map(({ span }) => span) };
    for (const list of findLooseLists(source, (line) => readItem(text, line))) {
      const fault = list.kind === BULLETS ? null : findFault(list);
      if (!fault) continue;
      const { message, index, first } = fault;
      const steps = list.items;
      const step = steps[index];
      const previous = steps[index - 1];
      if (!step || !previous) continue;
      const values = {
        number: step.number,
        previous: previous.number,
        wanted: previous.number + 1,
        line: lines.positionAt(first.digits.start).line + 1,
      };
      report(message, step.digits, { values, fixes: [renumber(steps, index)] });
    }
  },
});

const BULLETS = 'bullets';
const NUMBER = /^(\d{1,9})([.)])(?=[ \t]|$)/;
const BULLET = /^[-*+](?=[ \t]|$)/;
const THEMATIC_BREAK = /^(?:[-*][ \t]*){3,}$/;
const LONGEST_LOOK = 100;

function readItem(text: string, { start, end, startsBlock }: ItemLine): ReadItem<Step> | null {
  if (!startsBlock) return null;
  const line = text.slice(start, Math.min(end, start + LONGEST_LOOK));
  const number = NUMBER.exec(line)?.[1];
  if (number !== undefined) {
    const item = { number: Number(number), digits: { start, end: start + number.length } };
    return { kind: line.charAt(number.length), item, markerLength: number.length + 2 };
  }
  if (!BULLET.test(line) || THEMATIC_BREAK.test(line)) return null;
  return { kind: BULLETS, item: { number: 0, digits: { start, end: start } }, markerLength: 2 };
}

interface Fault {
  readonly message: 'twice' | 'gap' | 'restart';
  readonly index: number;
  /** The step that already has the number. */
  readonly first: Step;
}

/** The first fault in a list that mostly counts by one; in any other list, the numbers are the author's choice. */
function findFault({ items, strict }: LooseList<Step>): Fault | null {
  const faults: Fault[] = [];
  const seen = new Map<number, Step>();
  let counted = 0;
  for (const [index, step] of items.entries()) {
    const previous = items[index - 1];
    const first = seen.get(step.number);
    const by = previous ? step.number - previous.number : 1;
    if (!first) seen.set(step.number, step);
    if (!previous) continue;
    // After a wrong number, the next one is often right again.
    if (by === 1 || step.number === (items[0]?.number ?? 0) + index) counted++;
    else if (by === 0) faults.push({ message: 'twice', index, first: previous });
    else if (by > 1 && by <= MOST_LEFT_OUT + 1) faults.push({ message: 'gap', index, first: previous });
    else if (first && first === items[0] && strict) faults.push({ message: 'restart', index, first });
    else return null;
  }
  const [fault] = faults;
  const gaps = faults.filter(({ message }) => message === 'gap').length;
  return fault && counted >= faults.length + gaps ? fault : null;
}

/**
 * Renumbers the rest of the list. Undefined if a number gets longer, because the text below it would have to be
 * reindented.
 */
function renumber(steps: readonly Step[], from: number): Fix | undefined {
  const first = steps[0]?.number ?? 1;
  const edits = steps.slice(from).map(({ digits }, index) => ({ span: digits, newText: String(first + from + index) }));
  const sameLength = edits.every(({ span, newText }) => newText.length === span.end - span.start);
  return sameLength ? { title: 'Renumber the rest of the list', kind: 'suggestion', edits } : undefined;
}
