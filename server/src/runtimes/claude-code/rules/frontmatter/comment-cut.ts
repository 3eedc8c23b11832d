// frontmatter/comment-cut: a space and a `#` end a value, and the rest of the line is a comment.

import { scalarOf } from '../../../../model/yaml.ts';
import { quoted, replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { slice } from '../../../../util/text.ts';
import { measured } from '../../evidence.ts';

const HEAD = '---\nname: reviewer\n';

export default defineRule({
  code: 'frontmatter/comment-cut',
  severity: 'warning',
  summary: 'A value is cut at ` #`: the rest of the line is a comment.',
  rationale:
    'In a string without quotes, a space followed by `#` starts a comment. YAML reads `description: Fixes issue #12` as `Fixes issue`, and nothing says so.',
  evidence: [measured('` #` in a plain value starts a comment: `fix #12` is read as `fix`')],
  messages: {
    cut: '`{key}` ends before ` #`. The rest of the line is a comment, which Claude Code never sees. Put the value in quotes.',
  },
  examples: {
    invalid: [
      {
        message: 'cut',
        text: `${HEAD}description: Fixes issue ⟦#12 and the like⟧\n---\nReview.\n`,
        fixed: `${HEAD}description: "Fixes issue #12 and the like"\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}description: "Fixes issue #12"\n---\nReview.\n` },
      { text: `${HEAD}description: Writes C#\n---\nReview.\n` },
      { text: `${HEAD}description: Reviews code\nmodel: opus # the best one\ntools: Read # no more\n---\nReview.\n` },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    for (const { key, value, valueSpan, overridden } of load.reading.entries) {
      const scalar = scalarOf(value);
      if (!PROSE_KEYS.has(key) || overridden || scalar?.style !== 'plain' || value?.kind === 'alias') continue;
      const rest = /^[ \t]+(#[^\r\n]*?)[ \t]*(?=\r?\n|$)/.exec(
        document.text.slice(valueSpan.end, valueSpan.end + 20_000),
      );
      if (!rest?.[1]) continue;
      const start = valueSpan.end + rest[0].length - rest[1].length;
      const whole = { start: valueSpan.start, end: start + rest[1].length };
      const text = slice(document.text, whole);
      const edits = [replace(whole, quoted(text))];
      const fix = { title: 'Quote the whole line', kind: 'suggestion', edits } as const;
      report(
        'cut',
        { start, end: whole.end },
        { values: { key }, fixes: [/[\r\n]/.test(text) ? undefined : harmless(context, fix)] },
      );
    }
  },
});

/** Fields of running text, where a comment is seldom meant; after a name, a model or a list of tools it usually is. */
const PROSE_KEYS: ReadonlySet<string> = new Set(['description', 'initialPrompt', 'observerMessage']);
