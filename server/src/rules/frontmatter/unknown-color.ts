// frontmatter/unknown-color: a colour that is none of the eight.

import { COLOR_STAND_INS, COLORS } from '../../dialects/claude-code/vocabulary.ts';
import { entryOf } from '../../dialects/dialect.ts';
import { nearest } from '../../util/similar.ts';
import { type Span, slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
import { replace, scalarOf, valueOrKeySpan } from '../support/values.ts';

const NAMES = COLORS.map(({ value }) => value);

export default defineRule({
  code: 'frontmatter/unknown-color',
  severity: 'warning',
  summary: 'The colour is none of the eight that Claude Code has.',
  rationale:
    'Claude Code knows eight colour names. Anything else, `magenta` and hex codes included, is ignored without a log line, and Claude Code picks a colour itself. An unquoted `#…` is a comment.',
  evidence: [documented('the eight colours'), measured('anything else is silently ignored; `magenta` is not valid')],
  messages: {
    meant: '`{color}` is none of Claude Code’s colours, so it is ignored. Did you mean `{meant}`?',
    unknown: '`{color}` is none of Claude Code’s colours, so it is ignored. Write one of {colors}.',
    empty: 'The colour is empty, so it is ignored. Write one of {colors}, or leave `color` out.',
  },
  examples: {
    invalid: [
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦magenta⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: pink\n---\nReview.\n',
      },
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦Blue⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: blue\n---\nReview.\n',
      },
      {
        message: 'unknown',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦"#ff0000"⟧\n---\nReview.\n',
      },
      { message: 'empty', text: '---\nname: reviewer\ndescription: Reviews code\n⟦color⟧: #ff0000\n---\nReview.\n' },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\ncolor: cyan\n---\nReview.\n' }],
  },
  check({ document, load, report }) {
    const entry = entryOf(load.reading, 'color');
    if (!entry) return;
    const value = scalarOf(entry.value)?.value;
    if (typeof value === 'string' && NAMES.includes(value)) return;
    const colors = NAMES.map((name) => `\`${name}\``).join(', ');
    if (!entry.value || value === null || value === '') {
      report('empty', valueOrKeySpan(entry), { values: { colors } });
      return;
    }
    const color = typeof value === 'string' ? value : slice(document.text, entry.valueSpan);
    const meant = COLOR_STAND_INS[color.trim().toLowerCase()] ?? nearest(color.trim(), NAMES);
    report(meant ? 'meant' : 'unknown', entry.valueSpan, {
      values: { color, colors, ...(meant ? { meant } : {}) },
      fixes: [meant ? colorFix(entry.valueSpan, color, meant) : undefined],
    });
  },
});

/** Certain only where nothing but case and blanks differs. */
function colorFix(span: Span, written: string, meant: string) {
  const kind = written.trim().toLowerCase() === meant ? 'safe' : 'suggestion';
  return { title: `Write \`${meant}\``, kind, edits: [replace(span, meant)] } as const;
}
