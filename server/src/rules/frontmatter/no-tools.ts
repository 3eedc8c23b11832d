// Reports a `tools` field that grants nothing.
import { entryOf } from '../../dialects/dialect.ts';
import { resolveAlias } from '../../model/yaml.ts';
import { defineRule } from '../rule.ts';
import { commentedValue, removeHashFix } from '../support/commentedValue.ts';
import { measured } from '../support/evidence.ts';
import { describeValue, valueOrKeySpan } from '../support/values.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/no-tools',
  severity: 'warning',
  summary: '`tools` is present but empty, so the agent has no tools at all.',
  rationale:
    'Without `tools`, an agent inherits every tool. If `tools` is empty, a number, or a mapping, the agent has none, which is rarely intended. `tools: []` makes the intent explicit.',
  evidence: [measured('tools: empty, null, "", [], a number or a map give zero tools, not all of them')],
  messages: {
    empty:
      '`tools` is {what}, so the agent has **no** tools at all. List its tools, remove the field to grant every tool, or write `tools: []` if you mean none.',
    comment:
      '`#` starts a comment, so `tools` is empty and the agent has **no** tools at all. List its tools, or write `tools: []` if it needs none.',
    none: {
      text: '`tools: []` leaves the agent without tools: it can only answer from its prompt.',
      severity: 'information',
    },
  },
  examples: {
    invalid: [
      { message: 'empty', text: `${HEAD}⟦tools⟧:\n---\nReview.\n` },
      { message: 'empty', text: `${HEAD}tools: ⟦""⟧\n---\nReview.\n` },
      { message: 'empty', text: `${HEAD}tools: ⟦3⟧\n---\nReview.\n` },
      { message: 'empty', text: `${HEAD}tools:\n  ⟦Read: true⟧\n---\nReview.\n` },
      { message: 'comment', text: `${HEAD}tools: ⟦# none⟧\n---\nReview.\n` },
      {
        message: 'comment',
        text: `${HEAD}tools: ⟦#Read, Grep⟧\n---\nReview.\n`,
        fixed: `${HEAD}tools: Read, Grep\n---\nReview.\n`,
      },
      { message: 'none', text: `${HEAD}tools: ⟦[]⟧\n---\nReview.\n` },
    ],
    valid: [
      { text: `${HEAD}tools: Read\n---\nReview.\n` },
      { text: `${HEAD}tools: Telepathy\n---\nReview.\n` },
      { text: `${HEAD}memory: user\ntools:\n---\nReview.\n` },
    ],
  },
  check({ document, dialect, load, report }) {
    const entry = entryOf(load.reading, 'tools');
    if (!entry || load.tools === 'inherit' || load.tools.length > 0 || load.refusedTools.length > 0) return;
    const comment = commentedValue(document, entry);
    const field = dialect.fields.get('tools');
    if (comment) {
      report('comment', comment, { fixes: [field && removeHashFix(document, comment, field)] });
      return;
    }
    const value = resolveAlias(entry.value);
    const onPurpose = value?.kind === 'sequence' && value.items.length === 0;
    report(onPurpose ? 'none' : 'empty', valueOrKeySpan(entry), { values: { what: describeValue(entry.value) } });
  },
});
