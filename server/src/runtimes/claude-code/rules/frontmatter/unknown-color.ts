// frontmatter/unknown-color: a color that Claude Code does not have.

import type { Fix } from '../../../../model/problem.ts';
import { scalarOf } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { rgbOf } from '../../../../util/color.ts';
import { nearest } from '../../../../util/similar.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { entryOf, valueOrKeySpan } from '../../../entries.ts';
import { colorsByDistance } from '../../colors.ts';
import { documented, measured } from '../../evidence.ts';
import { COLOR_STAND_INS, COLORS } from '../../vocabulary.ts';
import { commentedValue } from '../support/commentedValue.ts';

const NAMES = COLORS.map(({ value }) => value);

export default defineRule({
  code: 'frontmatter/unknown-color',
  severity: 'warning',
  summary: 'Claude Code does not have this color.',
  rationale:
    'Claude Code has eight colors. It ignores anything else, including `magenta` and hex codes, without logging anything, and picks a color itself. An unquoted `#…` is a comment.',
  evidence: [documented('the eight colors'), measured('anything else is silently ignored; `magenta` is not valid')],
  messages: {
    meant: 'Unknown color `{color}`; Claude Code ignores it. Did you mean `{meant}`?',
    unknown: 'Unknown color `{color}`; Claude Code ignores it. Use {colors}.',
    comment: '`#` starts a comment, so `color` is empty and Claude Code ignores it. Use {colors}.',
    empty: '`color` is empty, so Claude Code ignores it. Use {colors}, or remove the key.',
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
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: red\n---\nReview.\n',
      },
      {
        message: 'unknown',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦vantablack⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: red\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦#EF4444⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: red\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦#EF4444⟧  \n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: red  \n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦# teal⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: cyan\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\ncolor: ⟦# any⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: red\n---\nReview.\n',
      },
      {
        message: 'empty',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦color⟧:\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ncolor: red\n---\nReview.\n',
      },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\ncolor: cyan\n---\nReview.\n' }],
  },
  check(context) {
    const { document, load, report } = context;
    const entry = entryOf(load.reading, 'color');
    if (!entry) return;
    const value = scalarOf(entry.value)?.value;
    if (typeof value === 'string' && NAMES.includes(value)) return;
    const colors = NAMES.map((name) => `\`${name}\``).join(', ');
    const comment = commentedValue(document, entry);
    if (comment) {
      const fixes = namesFor(slice(document.text, comment)).map((name) => colorFix(comment, name, 'suggestion'));
      report('comment', comment, { values: { colors }, fixes });
      return;
    }
    if (!entry.value || value === null || value === '') {
      const fixes = NAMES.map((name) => colorFix(emptyValue(document.text, entry.valueSpan), ` ${name}`, 'suggestion'));
      report('empty', valueOrKeySpan(entry), { values: { colors }, fixes });
      return;
    }
    const color = typeof value === 'string' ? value : slice(document.text, entry.valueSpan);
    const meant = nearestName(color.trim());
    // Certain only where nothing but case and spaces differs.
    const fixes = namesFor(color).map((name) =>
      colorFix(entry.valueSpan, name, color.trim().toLowerCase() === name ? 'safe' : 'suggestion'),
    );
    const values = { color, colors, ...(meant ? { meant } : {}) };
    // One name is like another: without this value, YAML may be read that was repaired.
    report(meant ? 'meant' : 'unknown', entry.valueSpan, { values, fixes: harmless(context, fixes[0]) ? fixes : [] });
  },
});

/** The name that is most likely meant; where none is like it all eight, for a hex code the nearest first. */
function namesFor(written: string): readonly string[] {
  const rgb = rgbOf(written.trim());
  if (rgb) return colorsByDistance(rgb);
  const meant = nearestName(written.replace(/^#+/, '').trim());
  return meant === undefined ? NAMES : [meant];
}

function nearestName(written: string): string | undefined {
  const lower = written.toLowerCase();
  return Object.hasOwn(COLOR_STAND_INS, lower) ? COLOR_STAND_INS[lower] : nearest(written, NAMES);
}

function colorFix(span: Span, name: string, kind: Fix['kind']): Fix {
  return { title: `Write \`${name.trim()}\``, kind, edits: [replace(span, name)] };
}

/** With the spaces around it, from the colon on. */
function emptyValue(text: string, { start, end }: Span): Span {
  const isSpace = (at: number): boolean => text.charAt(at) === ' ' || text.charAt(at) === '\t';
  let from = start;
  let to = end;
  while (isSpace(from - 1)) from--;
  while (isSpace(to)) to++;
  return { start: from, end: to };
}
