// Reports a `description` that Claude Code does not accept.

import { describeValue } from '../../../../model/describeValue.ts';
import { scalarOf } from '../../../../model/yaml.ts';
import { quoteValueFix } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../entries.ts';
import { measured } from '../../evidence.ts';
import { commentedValue, quoteCommentFix } from '../support/commentedValue.ts';

export default defineRule({
  code: 'frontmatter/invalid-description',
  severity: 'error',
  summary: 'The `description` is empty or not a string.',
  rationale:
    'A description must be a non-empty YAML string. A number, `true`, a list, `{{ … }}` (a mapping), and text after `#` (a comment) do not count, and Claude Code drops the project or user agent. A plugin agent loads without the description.',
  evidence: [measured('42, true, [a], {{x}}, `# text` and empty: "Missing required "description" field"')],
  messages: {
    empty: '`description` is empty, so Claude Code drops the agent. Describe when to use it.',
    comment:
      '`#` starts a comment, so `description` is empty and Claude Code drops the agent. Put the description in quotes.',
    'comment-plugin': {
      text: '`#` starts a comment, so `description` is empty and nothing tells the main conversation when to use the agent. Put the description in quotes.',
      severity: 'warning',
    },
    'not-text': '`description` is {what}, not a string, so Claude Code drops the agent. Put it in quotes.',
    plugin: {
      text: '`description` is {what}, not a string, so nothing says when to use this plugin agent. Write a string.',
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
        message: 'comment-plugin',
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\ndescription: ⟦#1 in reviews⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: "#1 in reviews"\n---\nReview.\n',
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
  check(context) {
    const { document, scope, load, report } = context;
    const entry = entryOf(load.reading, 'description');
    if (!entry) return;
    const value = scalarOf(entry.value)?.value;
    if (typeof value === 'string' && value !== '') return;
    const what = describeValue(entry.value);
    const comment = commentedValue(document, entry);
    if (comment) {
      const message = scope === 'plugin' ? 'comment-plugin' : 'comment';
      report(message, comment, { fixes: [harmless(context, quoteCommentFix(document, comment))] });
    } else if (scope === 'plugin') {
      report('plugin', valueOrKeySpan(entry), { values: { what } });
    } else if (value === '' || value === null || !entry.value) {
      report('empty', valueOrKeySpan(entry));
    } else {
      const fix = quoteValueFix(document, entry.valueSpan);
      report('not-text', entry.valueSpan, { values: { what }, fixes: [fix] });
    }
  },
});
