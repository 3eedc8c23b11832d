// Reports an `observer` that names too many agents.

import { plainValue } from '../../../../model/plain.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const MOST = 4;

export default defineRule({
  code: 'frontmatter/too-many-observers',
  severity: 'information',
  summary: '`observer` names more than four agents.',
  rationale:
    'Claude Code’s published types say that `observer` is an agent type or a comma-separated list of up to four. What happens to a fifth was not measured.',
  evidence: [
    {
      source: 'types',
      detail: '@anthropic-ai/claude-agent-sdk 0.3.329: "or a comma-separated list of up to four"',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: {
    many: '`observer` names {count} agents but takes up to four, so do not rely on the others. Remove some.',
  },
  examples: {
    invalid: [{ message: 'many', text: `${HEAD}observer: ⟦a, b, c, d, e⟧\n---\nReview.\n` }],
    valid: [{ text: `${HEAD}observer: a, b, c, d\n---\nReview.\n` }],
  },
  check({ scope, load, report }) {
    const entry = entryOf(load.reading, 'observer');
    // A plugin agent has no observers at all; frontmatter/ignored-in-plugin reports that.
    if (!entry || scope === 'plugin') return;
    const value = plainValue(entry.value);
    const names = (Array.isArray(value) ? value : String(value).split(',')).filter(
      (name) => String(name).trim() !== '',
    );
    if (names.length > MOST) report('many', entry.valueSpan, { values: { count: names.length } });
  },
});
