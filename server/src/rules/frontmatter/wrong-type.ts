// frontmatter/wrong-type: a list where a text belongs, a number where a list belongs, and the like.
import { plainValue } from '../../dialects/claude-code/plain.ts';
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';
import { describeValue, valueOrKeySpan } from '../support/values.ts';

/** Free texts and lists. Name and description have rules of their own, and so have fields with a choice of values. */
const CHECKED: ReadonlySet<string> = new Set([
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
    'Claude Code does not stop at a value of the wrong type: it reads what it can and ignores the rest. A `tools` that is no list has a rule of its own: `frontmatter/no-tools`.',
  evidence: [measured('values of the wrong type are read as nothing, or their items skipped one by one')],
  messages: {
    type: '`{key}` is {what}, but takes {shape}: Claude Code {effect}.',
  },
  examples: {
    invalid: [
      { message: 'type', text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦[opus]⟧\n---\nReview.\n' },
      { message: 'type', text: '---\nname: reviewer\ndescription: Reviews code\nskills: ⟦7⟧\n---\nReview.\n' },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\nskills: style, tests\n---\nReview.\n' }],
  },
  check({ dialect, scope, load, report }) {
    for (const entry of load.reading.entries) {
      const field = dialect.fields.get(entry.key);
      if (!field || !CHECKED.has(entry.key) || entry.overridden || field.ignoredIn?.includes(scope)) continue;
      const plain = plainValue(entry.value);
      if (field.schema.safeParse(plain).success) continue;
      const what = describeValue(entry.value);
      const values = { key: entry.key, what, shape: field.shape, effect: field.onInvalid };
      report('type', valueOrKeySpan(entry), { values });
    }
  },
});
