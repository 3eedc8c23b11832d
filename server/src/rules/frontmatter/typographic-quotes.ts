// frontmatter/typographic-quotes: a value in “ ” or ‘ ’, which YAML takes for part of the text.
import type { FieldEntry } from '../../dialects/dialect.ts';
import type { Fix } from '../../model/problem.ts';
import { resolveAlias } from '../../model/yaml.ts';
import { type Span, slice } from '../../util/text.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { measured } from '../support/evidence.ts';
import { harmless } from '../support/harmless.ts';
import { quoted, replace } from '../support/values.ts';

/** Opening quotes with the closing ones that go with them. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '‘': '’', '‚': '‘’', '”': '”', '’': '’' };

export default defineRule({
  code: 'frontmatter/typographic-quotes',
  severity: 'information',
  summary: 'A value in typographic quotes, which are then part of it.',
  rationale:
    'YAML knows the straight quotes `"` and `\'` only. In typographic ones, as word processors and chats write them, the quotes belong to the text: an agent `“reviewer”` is not called `reviewer`, and `“Read, Grep”` names no tool. The value is not protected either: a colon or a `#` in it counts. Quotes inside a text are left alone, and values whose own rule names the right one.',
  evidence: [measured('`description: “x”: y` loads with the quotes in the text')],
  messages: {
    value:
      'The quotes of `{key}` are typographic ({open} {close}), so Claude Code reads them as part of the value. Write straight quotes, or none.',
  },
  examples: {
    invalid: [
      {
        message: 'value',
        text: '---\nname: ⟦“reviewer”⟧\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: "reviewer"\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'value',
        text: '---\nname: reviewer\ndescription: ⟦“Reviews code. Says "why"”⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: \'Reviews code. Says "why"\'\n---\nReview.\n',
      },
      {
        message: 'value',
        text: '---\nname: reviewer\ndescription: Reviews code\ndisallowedTools: [Read, ⟦‘Grep’⟧]\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ndisallowedTools: [Read, "Grep"]\n---\nReview.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Says “why”\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: “Why” and “how”\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: "“Why?”"\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: |\n  “Why?”\n---\nReview.\n' },
    ],
  },
  check(context) {
    const { document, dialect, load, report } = context;
    for (const entry of load.reading.entries) {
      const field = dialect.fields.get(entry.key);
      if (!field || field.values || entry.overridden) continue;
      for (const span of writtenValues(entry)) {
        const written = slice(document.text, span);
        if (!isInQuotes(written)) continue;
        const values = { key: entry.key, open: written.charAt(0), close: written.charAt(written.length - 1) };
        report('value', span, { values, fixes: [straightFix(written, span, context)] });
      }
    }
  },
});

/** The value, or those in its list. */
function writtenValues({ value, valueSpan }: FieldEntry): Span[] {
  const node = resolveAlias(value);
  return node?.kind === 'sequence' ? node.items.map((item) => item.span) : [valueSpan];
}

/** One pair around everything. */
function isInQuotes(written: string): boolean {
  const closing = PAIRS[written.charAt(0)];
  if (closing === undefined || written.length < 3 || !closing.includes(written.charAt(written.length - 1)))
    return false;
  const inside = written.slice(1, -1);
  return !inside.includes(written.charAt(0)) && !Array.from(closing).some((each) => inside.includes(each));
}

/** A suggestion: the value changes by it. */
function straightFix(written: string, span: Span, context: RuleContext<string>): Fix | undefined {
  if (/[\r\n]/.test(written)) return undefined;
  const edits = [replace(span, quoted(written.slice(1, -1)))];
  return harmless(context, { title: 'Write straight quotes', kind: 'suggestion', edits });
}
