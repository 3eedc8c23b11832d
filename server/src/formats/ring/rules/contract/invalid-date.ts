// Reports a `last_updated` that is not a date or lies in the future.

import type { Fix } from '../../../../model/problem.ts';
import { scalarOf } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../../runtimes/entries.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const TAIL = '\n---\nReview.\n';

export default defineRule({
  code: 'contract/invalid-date',
  severity: 'information',
  summary: '`last_updated` is not a `yyyy-mm-dd` date, or lies in the future.',
  rationale:
    'People use this date to compare copies of an agent. Only `yyyy-mm-dd` sorts correctly as a string and means the same everywhere. Claude Code ignores the field.',
  evidence: [ringFormat('`last_updated` is `yyyy-mm-dd` in all of them')],
  messages: {
    form: '`{written}` is not a `yyyy-mm-dd` date. Write it like `2026-01-26`.',
    nonexistent: '{written} is not a real date. Correct the day or the month.',
    future: '{written} is in the future. Write the date of the last change.',
  },
  examples: {
    invalid: [
      {
        message: 'form',
        text: `${HEAD}last_updated: ⟦2026/1/26⟧${TAIL}`,
        fixed: `${HEAD}last_updated: 2026-01-26${TAIL}`,
      },
      { message: 'form', text: `${HEAD}last_updated: ⟦last week⟧${TAIL}` },
      { message: 'nonexistent', text: `${HEAD}last_updated: ⟦2025-02-30⟧${TAIL}` },
      { message: 'future', today: '2026-01-26', text: `${HEAD}last_updated: ⟦2027-01-26⟧${TAIL}` },
    ],
    valid: [
      { text: `${HEAD}last_updated: 2025-01-26${TAIL}` },
      // It may already be tomorrow where the author is.
      { today: '2026-01-26', text: `${HEAD}last_updated: "2026-01-27"${TAIL}` },
      { text: `${HEAD}last_updated: 2999-01-26${TAIL}` },
      { text: `${HEAD}last_updated: 2025-01-26T10:00:00Z${TAIL}` },
    ],
  },
  check({ document, load, environment, report }) {
    const entry = entryOf(load.reading, 'last_updated');
    const scalar = scalarOf(entry?.value ?? null);
    if (!entry || !scalar || scalar.value === null) return;
    const written = slice(document.text, entry.valueSpan);
    const parts = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(String(scalar.value));
    if (!parts) {
      report('form', entry.valueSpan, { values: { written }, fixes: [dateFix(entry.valueSpan, String(scalar.value))] });
      return;
    }
    const [year, month, day] = parts.slice(1).map(Number);
    if (!isDay(year ?? 0, month ?? 0, day ?? 0)) {
      report('nonexistent', entry.valueSpan, { values: { written } });
    } else if (environment.today !== undefined && `${parts[1]}-${parts[2]}-${parts[3]}` > dayAfter(environment.today)) {
      report('future', entry.valueSpan, { values: { written } });
    }
  },
});

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0;
}

function dayAfter(today: string): string {
  const time = Date.parse(`${today}T00:00:00Z`);
  return Number.isNaN(time) ? '9999-12-31' : new Date(time + 86_400_000).toISOString().slice(0, 10);
}

/** With the year first, the month is unambiguous. */
function dateFix(span: Span, written: string): Fix | undefined {
  const parts = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(written.trim());
  const [year, month, day] = parts?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || !isDay(year, month, day)) return undefined;
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return { title: `Change to \`${date}\``, kind: 'suggestion', edits: [replace(span, date)] };
}
