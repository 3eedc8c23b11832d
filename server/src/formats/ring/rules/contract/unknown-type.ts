// Reports an agent type that the Ring format does not have.

import { scalarOf } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../../runtimes/entries.ts';
import { nearest } from '../../../../util/similar.ts';
import { slice } from '../../../../util/text.ts';
import { AGENT_TYPES } from '../../vocabulary.ts';
import { isRing, ringFormat } from '../support.ts';

const NAMES = AGENT_TYPES.map(({ value }) => value);
const HEAD = '---\nname: reviewer\ndescription: Reviews code\nlast_updated: 2026-01-26\n';
const TAIL = '\n---\nReview.\n';

export default defineRule({
  code: 'contract/unknown-type',
  severity: 'information',
  summary: 'The `type` is not one of the agent types of the Ring format.',
  rationale:
    'The type of an agent determines which sections its answer has and how Ring’s own skills call it. Claude Code ignores the field.',
  evidence: [
    ringFormat(
      'specialist, reviewer, planning, exploration, and analyst; its validator adds orchestrator and calculator',
    ),
  ],
  messages: {
    meant: 'The Ring format has no agent type `{type}`. Did you mean `{meant}`?',
    unknown: 'The Ring format has no agent type {type}. Use one of {types}.',
  },
  examples: {
    invalid: [
      { message: 'meant', text: `${HEAD}type: ⟦reviwer⟧${TAIL}`, fixed: `${HEAD}type: reviewer${TAIL}` },
      { message: 'unknown', text: `${HEAD}type: ⟦wizard⟧${TAIL}` },
      { message: 'unknown', text: `${HEAD}⟦type⟧:${TAIL}` },
    ],
    valid: [
      { text: `${HEAD}type: specialist${TAIL}` },
      { text: '---\nname: reviewer\ndescription: Reviews code\ntype: wizard\n---\nNo agent of the Ring format.\n' },
    ],
  },
  check({ document, load, report }) {
    const entry = isRing(load) ? entryOf(load.reading, 'type') : undefined;
    const value = scalarOf(entry?.value ?? null)?.value;
    if (!entry || (typeof value === 'string' && NAMES.includes(value))) return;
    const meant = typeof value === 'string' ? nearest(value.trim(), NAMES) : undefined;
    if (meant !== undefined) {
      const edits = [replace(entry.valueSpan, meant)];
      const fixes = [{ title: `Change to \`${meant}\``, kind: 'suggestion', edits } as const];
      report('meant', entry.valueSpan, { values: { type: String(value), meant }, fixes });
      return;
    }
    const written = slice(document.text, entry.valueSpan);
    const type = written === '' ? 'with an empty name' : `\`${written}\``;
    report('unknown', valueOrKeySpan(entry), {
      values: { type, types: NAMES.map((name) => `\`${name}\``).join(', ') },
    });
  },
});
