// frontmatter/invalid-description: `description` is written, but is no text Claude Code takes.
import { entryOf } from '../../dialects/dialect.ts';
import { slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';
import { describeValue, quoted, quoteValueFix, replace, scalarOf, valueOrKeySpan } from '../support/values.ts';

export default defineRule({
  code: 'frontmatter/invalid-description',
  severity: 'error',
  summary: 'The `description` is empty or not a text.',
  rationale:
    'A description must be a non-empty YAML text. A number, `true`, a list, `{{ … }}` (a map) and text after `#` (a comment) are none, and Claude Code drops the project or user agent. A plugin’s agent loads without it.',
  evidence: [measured('42, true, [a], {{x}}, `# text` and empty: "Missing required "description" field"')],
  messages: {
    empty: 'The `description` is empty, so Claude Code drops the agent. Say when to use it.',
    comment:
      'The `description` starts with `#`, which makes a comment of it: there is no description, so Claude Code drops the agent. Put it in quotes.',
    'not-text': 'The `description` is {what}, not a text, so Claude Code drops the agent. Put it in quotes.',
    plugin: {
      text: 'The `description` is {what}, not a text, so the plugin’s agent has none and nothing says when to use it. Write a text.',
      severity: 'warning',
    },
  },
  examples: {
    invalid: [
      { message: 'empty', text: '---\nname: reviewer\n⟦description⟧:\n---\nReview.\n' },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: ⟦# Reviews code⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: "# Reviews code"\n---\nReview.\n',
      },
      {
        message: 'not-text',
        text: '---\nname: reviewer\ndescription: ⟦42⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: "42"\n---\nReview.\n',
      },
      {
        message: 'not-text',
        text: '---\nname: reviewer\ndescription: ⟦{{ purpose }}⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: "{{ purpose }}"\n---\nReview.\n',
      },
      {
        message: 'plugin',
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\ndescription: ⟦[a]⟧\n---\nReview.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: "42"\n---\nReview.\n' },
    ],
  },
  check({ document, scope, load, report }) {
    const entry = entryOf(load.reading, 'description');
    if (!entry) return;
    const value = scalarOf(entry.value)?.value;
    if (typeof value === 'string' && value !== '') return;
    const what = describeValue(entry.value);
    if (scope === 'plugin') {
      report('plugin', valueOrKeySpan(entry), { values: { what } });
      return;
    }
    const comment = commentAfter(document.text, entry.keySpan.end);
    if (!entry.value && comment) {
      const edit = replace(comment, quoted(slice(document.text, comment)));
      report('comment', comment, { fixes: [{ title: 'Quote the value', kind: 'suggestion', edits: [edit] }] });
    } else if (value === '' || value === null || !entry.value) {
      report('empty', valueOrKeySpan(entry));
    } else {
      const fix = quoteValueFix(document, entry.valueSpan);
      report('not-text', entry.valueSpan, { values: { what }, fixes: [fix] });
    }
  },
});

/** The comment that stands where the value of a key would be. */
function commentAfter(text: string, keyEnd: number): { start: number; end: number } | null {
  const found = /^["']?[ \t]*:[ \t]+(#[^\r\n]*?)[ \t]*(?=\r?\n|$)/.exec(text.slice(keyEnd, keyEnd + 5000));
  if (!found?.[1]) return null;
  const start = keyEnd + found[0].length - found[1].length;
  return { start, end: start + found[1].length };
}
