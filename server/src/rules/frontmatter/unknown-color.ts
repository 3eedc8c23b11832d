// frontmatter/unknown-color: a colour that is none of the eight.

import { colorsByDistance, rgbOf } from '../../dialects/claude-code/colors.ts';
import { COLOR_STAND_INS, COLORS } from '../../dialects/claude-code/vocabulary.ts';
import { entryOf } from '../../dialects/dialect.ts';
import { nearest } from '../../util/similar.ts';
import { type Span, slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { commentedValue } from '../support/commentedValue.ts';
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
    comment: '`#` starts a comment, so `color` is empty and Claude Code ignores it. Write one of {colors}.',
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
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦#EF4444⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: red\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦# teal⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: cyan\n---\nReview.\n',
      },
      { message: 'comment', text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦# any⟧\n---\nReview.\n' },
      { message: 'empty', text: '---\nname: reviewer\ndescription: Reviews code\n⟦color⟧:\n---\nReview.\n' },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\ncolor: cyan\n---\nReview.\n' }],
  },
  check({ document, load, report }) {
    const entry = entryOf(load.reading, 'color');
    if (!entry) return;
    const value = scalarOf(entry.value)?.value;
    if (typeof value === 'string' && NAMES.includes(value)) return;
    const colors = NAMES.map((name) => `\`${name}\``).join(', ');
    const comment = commentedValue(document, entry);
    if (comment) {
      const fixes = nearestColors(slice(document.text, comment)).map((color) => colorFix(comment, '', color));
      report('comment', comment, { values: { colors }, fixes });
      return;
    }
    if (!entry.value || value === null || value === '') {
      report('empty', valueOrKeySpan(entry), { values: { colors } });
      return;
    }
    const color = typeof value === 'string' ? value : slice(document.text, entry.valueSpan);
    const [meant] = nearestNames(color.trim());
    report(meant ? 'meant' : 'unknown', entry.valueSpan, {
      values: { color, colors, ...(meant ? { meant } : {}) },
      fixes: [meant ? colorFix(entry.valueSpan, color, meant) : undefined],
    });
  },
});

/** What a comment in the place of the color most likely means: for a hex code the nearest few. */
function nearestColors(comment: string): string[] {
  const rgb = rgbOf(comment);
  return rgb ? colorsByDistance(rgb).slice(0, MOST_OFFERED) : nearestNames(comment.replace(/^#+[ \t]*/, ''));
}

const MOST_OFFERED = 3;

function nearestNames(written: string): string[] {
  const lower = written.toLowerCase();
  const meant = Object.hasOwn(COLOR_STAND_INS, lower) ? COLOR_STAND_INS[lower] : nearest(written, NAMES);
  return meant === undefined ? [] : [meant];
}

/** Certain only where nothing but case and blanks differs. */
function colorFix(span: Span, written: string, meant: string) {
  const kind = written.trim().toLowerCase() === meant ? 'safe' : 'suggestion';
  return { title: `Write \`${meant}\``, kind, edits: [replace(span, meant)] } as const;
}
