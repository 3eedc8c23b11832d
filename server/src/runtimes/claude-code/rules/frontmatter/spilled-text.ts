// Reports a line of the description that YAML reads as a separate key.

import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import type { FieldEntry } from '../../../entries.ts';
import { measured } from '../../evidence.ts';
import { RUNTIME_KEYS } from '../../fields.ts';
import { lookAlikeFix, lookAlikeOf, lookAlikeValues } from '../support/lookAlikes.ts';
import { looksLikeText } from '../support/spilledText.ts';
import { unknownKey } from '../support/unknownKeys.ts';

const HEAD = '---\nname: reviewer\n';

export default defineRule({
  code: 'frontmatter/spilled-text',
  severity: 'warning',
  summary: 'A line of the description is read as a separate field.',
  rationale:
    'An unindented line with a colon starts a new field. `Examples:` after a description becomes an unknown field `Examples`, the description ends before it, and the main conversation never sees the rest.',
  evidence: [measured('an unindented `Examples:` becomes an unknown key and the agent loads with a cut description')],
  messages: {
    spilled:
      '`{key}` is read as a separate field, which Claude Code ignores, so `{before}` ends above it. Start the text with `>` or `|` and indent this line and the lines below it by two spaces, or put the whole text in quotes.',
    indentation:
      '{fault}, which YAML reads as text, so `{before}` ends above it and Claude Code ignores the line. {advice}.',
  },
  examples: {
    invalid: [
      {
        message: 'spilled',
        text: `${HEAD}description: Reviews code\n\n⟦Examples⟧:\n  - a diff is ready\n---\nReview.\n`,
      },
      { message: 'spilled', text: `${HEAD}description: Reviews code\n⟦Use it when⟧: a diff is ready\n---\nReview.\n` },
      {
        message: 'indentation',
        text: `${HEAD}description: Reviews code\nexperimental:\n⟦\u00A0\u00A0⟧cacheTtl: 1h\n---\nReview.\n`,
        fixed: `${HEAD}description: Reviews code\nexperimental:\n  cacheTtl: 1h\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}description: |\n  Reviews code\n\n  Examples:\n  - a diff is ready\n---\nReview.\n` },
      { text: `${HEAD}description: Reviews code\nlanguage: Go\n---\nReview.\n` },
    ],
  },
  check(context) {
    const { document, runtime, load, report } = context;
    let before: FieldEntry | undefined;
    for (const entry of load.reading.entries) {
      if (RUNTIME_KEYS.has(entry.key)) before = entry;
      else if (unknownKey(entry, runtime.fields)?.kind === 'meant') before = entry;
      if (!before || !looksLikeText(entry)) continue;
      const lookAlike = lookAlikeOf(document, entry);
      if (lookAlike?.place === 'indentation') {
        report('indentation', lookAlike.span, {
          values: { ...lookAlikeValues(document, lookAlike), before: before.key },
          fixes: [harmless(context, lookAlikeFix(lookAlike, 'suggestion'))],
        });
      } else if (lookAlike === undefined) {
        report('spilled', entry.keySpan, { values: { key: entry.key, before: before.key } });
      }
    }
  },
});
