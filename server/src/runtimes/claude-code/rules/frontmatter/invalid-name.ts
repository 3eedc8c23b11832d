// Reports a `name` that Claude Code does not accept.

import { describeValue } from '../../../../model/describeValue.ts';
import { scalarOf } from '../../../../model/yaml.ts';
import { quoteValueFix } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../entries.ts';
import { documented, measured, measuredIn } from '../../evidence.ts';
import { commentedValue, quoteCommentFix, removeHashFix } from '../support/commentedValue.ts';

const MAX_LENGTH = 256;

export default defineRule({
  code: 'frontmatter/invalid-name',
  severity: 'error',
  summary: 'The `name` is empty, is not a string, or breaks a naming rule.',
  rationale:
    'Claude Code drops a project or user agent if its name is not a non-empty YAML string, starts with a hyphen, contains a colon, or is longer than 256 characters. Anything else is fine: capital letters, spaces, any script. Plugin agents load anyway unless the name is a mapping, but Claude Code replaces a name that is too long with the file name.',
  evidence: [
    documented('at most 256 characters; no colon; no leading hyphen'),
    measured('names must not …; 123, true, lists and maps count as missing'),
    measuredIn('2.1.331', '2026-11-25', 'a plugin’s agent whose name is a mapping does not load; 2.1.329 loaded it'),
  ],
  messages: {
    empty: '`name` is empty, so Claude Code treats the file as documentation and skips it. Add a name.',
    comment:
      '`#` starts a comment, so `name` is empty and Claude Code treats the file as documentation and skips it. Remove the `#`, or put the name in quotes.',
    'comment-plugin': {
      text: '`#` starts a comment, so `name` is empty and Claude Code uses the file name instead. Remove the `#`, or put the name in quotes.',
      severity: 'warning',
    },
    'not-text':
      '`name` is {what}, not a string, so Claude Code treats it as missing and drops the agent. Put it in quotes, or choose another name.',
    'mapping-plugin':
      '`name` is a mapping, so Claude Code does not load the agent, even from a plugin. Write a string.',
    hyphen: 'The name starts with `-`, so Claude Code drops the agent. Start it with another character.',
    colon:
      'The name contains `:`, which separates a plugin from its agents, so Claude Code drops the agent. Use another character.',
    long: 'The name has {length} characters, but the maximum is 256, so Claude Code drops the agent. Shorten it.',
    'long-plugin': {
      text: 'The name has {length} characters, but the maximum is 256, so Claude Code uses the file name instead. Shorten it.',
      severity: 'warning',
    },
  },
  examples: {
    invalid: [
      { message: 'empty', text: '---\n⟦name⟧:\ndescription: Reviews code\n---\nReview.\n' },
      { message: 'empty', text: '---\nname: ⟦""⟧\ndescription: Reviews code\n---\nReview.\n' },
      {
        message: 'comment',
        text: '---\nname: ⟦#reviewer⟧\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'comment-plugin',
        path: 'plugin/agents/example.md',
        text: '---\nname: ⟦#example⟧\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: example\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'not-text',
        text: '---\nname: ⟦123⟧\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: "123"\ndescription: Reviews code\n---\nReview.\n',
      },
      { message: 'hyphen', text: '---\nname: ⟦-reviewer⟧\ndescription: Reviews code\n---\nReview.\n' },
      { message: 'colon', text: '---\nname: ⟦team:reviewer⟧\ndescription: Reviews code\n---\nReview.\n' },
      {
        message: 'mapping-plugin',
        path: 'plugin/agents/example.md',
        text: '---\nname: ⟦{a: b}⟧\ndescription: Reviews code\n---\nReview.\n',
      },
      { message: 'long', text: `---\nname: ⟦${'a'.repeat(257)}⟧\ndescription: Reviews code\n---\nReview.\n` },
      {
        message: 'long-plugin',
        path: 'plugin/agents/example.md',
        text: `---\nname: ⟦${'a'.repeat(257)}⟧\ndescription: Reviews code\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: '---\nname: Code Reviewer\ndescription: Reviews code\n---\nReview.\n' },
      { text: '---\nname: 代理\ndescription: Reviews code\n---\nReview.\n' },
      { text: '---\nname: team:reviewer\ndescription: Reviews code\n---\nReview.\n', path: 'plugin/agents/example.md' },
    ],
  },
  check({ document, runtime, scope, load, report }) {
    const entry = entryOf(load.reading, 'name');
    if (!entry) return;
    const span = valueOrKeySpan(entry);
    const value = scalarOf(entry.value)?.value;
    if (typeof value === 'string' && value.length > MAX_LENGTH) {
      report(scope === 'plugin' ? 'long-plugin' : 'long', span, { values: { length: value.length } });
    }
    const comment = commentedValue(document, entry);
    if (comment) {
      const message = scope === 'plugin' ? 'comment-plugin' : 'comment';
      const field = runtime.fields.get('name');
      const fixes = [field && removeHashFix(document, comment, field), quoteCommentFix(document, comment)];
      report(message, comment, { fixes });
      return;
    }
    if (scope === 'plugin') {
      if (load.reason === 'frontmatter/invalid-name') report('mapping-plugin', span);
      return;
    }
    if (value === '' || value === null || !entry.value) {
      report('empty', span);
    } else if (typeof value !== 'string') {
      const fix = value === undefined ? undefined : quoteValueFix(document, entry.valueSpan);
      report('not-text', span, { values: { what: describeValue(entry.value) }, fixes: [fix] });
    } else if (value.startsWith('-')) {
      report('hyphen', span);
    } else if (value.includes(':')) {
      report('colon', span);
    }
  },
});
