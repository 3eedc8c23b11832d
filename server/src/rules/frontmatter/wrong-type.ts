// frontmatter/wrong-type: a list where a text belongs, a number where a list belongs, and the like.
import { plainValue } from '../../dialects/claude-code/plain.ts';
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';
import { describeValue, valueOrKeySpan } from '../support/values.ts';

/** Free texts and lists. Name and description have rules of their own, and so have fields with a choice of values. */
const CHECKED: ReadonlySet<string> = new Set([
  'tools',
  'disallowedTools',
  'model',
  'skills',
  'mcpServers',
  'initialPrompt',
  'observer',
  'observerMessage',
]);

export default defineRule({
  code: 'frontmatter/wrong-type',
  severity: 'warning',
  summary: 'The value of a field is of a type the field does not take.',
  rationale:
    'Claude Code does not stop at a value of the wrong type: it reads what it can and ignores the rest. For `tools` that is dangerous or deadly: a number, a map or nothing at all means **no tools**.',
  evidence: [
    measured('tools: empty, null, a number or a map give zero tools; mcpServers items are skipped one by one'),
  ],
  messages: {
    type: '`{key}` is {what}, but takes {shape}: Claude Code {effect}.',
    'no-tools':
      '`tools` is {what}, so the agent has **no** tools at all. List them, or leave the field out and it has every tool. For none on purpose write `tools: []`.',
  },
  examples: {
    invalid: [
      { message: 'no-tools', text: '---\nname: reviewer\ndescription: Reviews code\n⟦tools⟧:\n---\nReview.\n' },
      { message: 'no-tools', text: '---\nname: reviewer\ndescription: Reviews code\ntools: ⟦3⟧\n---\nReview.\n' },
      { message: 'type', text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦[opus]⟧\n---\nReview.\n' },
      { message: 'type', text: '---\nname: reviewer\ndescription: Reviews code\nskills: ⟦7⟧\n---\nReview.\n' },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\ntools: [Read, Grep]\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Answers from memory\ntools: []\n---\nAnswer.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews code\nskills: style, tests\n---\nReview.\n' },
    ],
  },
  check({ dialect, scope, load, report }) {
    for (const entry of load.reading.entries) {
      const field = dialect.fields.get(entry.key);
      if (!field || !CHECKED.has(entry.key) || entry.overridden || field.ignoredIn?.includes(scope)) continue;
      const plain = plainValue(entry.value);
      const blankTools = entry.key === 'tools' && typeof plain === 'string' && plain.trim() === '';
      if (field.schema.safeParse(plain).success && !blankTools) continue;
      const what = describeValue(entry.value);
      const values = { key: entry.key, what, shape: field.shape, effect: field.onInvalid };
      report(entry.key === 'tools' ? 'no-tools' : 'type', valueOrKeySpan(entry), { values });
    }
  },
});
