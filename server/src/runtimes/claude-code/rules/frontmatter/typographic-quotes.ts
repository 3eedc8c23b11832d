// Reports values in “ ” or ‘ ’, which YAML reads as part of the string.

import type { Fix } from '../../../../model/problem.ts';
import { resolveAlias } from '../../../../model/yaml.ts';
import { quoted, replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { type Span, slice } from '../../../../util/text.ts';
import type { FieldEntry } from '../../../entries.ts';
import { measured } from '../../evidence.ts';

/** Opening quotes and their matching closing quotes. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '‘': '’', '‚': '‘’', '”': '”', '’': '’' };

export default defineRule({
  code: 'frontmatter/typographic-quotes',
  severity: 'information',
  summary: 'A value is in typographic quotes, which become part of it.',
  rationale:
    'YAML recognizes only the straight quotes `"` and `\'`. Typographic quotes, as inserted by word processors and chats, become part of the string: an agent named `“reviewer”` is not called `reviewer`, and `“Read, Grep”` names no tool. They do not protect the value, either: a colon or a `#` inside still counts. Quotes inside text are skipped, as are values whose own rule suggests the right one.',
  evidence: [measured('`description: “x”: y` loads with the quotes in the text')],
  messages: {
    value:
      '`{key}` is in typographic quotes ({open} {close}), which Claude Code reads as part of the value. Use straight quotes or none.',
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
    const { document, runtime, load, report } = context;
    for (const entry of load.reading.entries) {
      const field = runtime.fields.get(entry.key);
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

/** The value, or the values in its list. */
function writtenValues({ value, valueSpan }: FieldEntry): Span[] {
  const node = resolveAlias(value);
  return node?.kind === 'sequence' ? node.items.map((item) => item.span) : [valueSpan];
}

/** One pair around the whole value. */
function isInQuotes(written: string): boolean {
  const closing = PAIRS[written.charAt(0)];
  if (closing === undefined || written.length < 3 || !closing.includes(written.charAt(written.length - 1)))
    return false;
  const inside = written.slice(1, -1);
  return !inside.includes(written.charAt(0)) && !Array.from(closing).some((each) => inside.includes(each));
}

/** A suggestion, because it changes the value. */
function straightFix(written: string, span: Span, context: RuleContext<string>): Fix | undefined {
  if (/[\r\n]/.test(written)) return undefined;
  const edits = [replace(span, quoted(written.slice(1, -1)))];
  return harmless(context, { title: 'Use straight quotes', kind: 'suggestion', edits });
}
