// Reports keys that the selected generation of the Ring format requires or rejects.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../../runtimes/entries.ts';
import { chosenGeneration, GENERATIONS, isPrefixed } from '../../generation.ts';
import { isRing, ringFormat } from '../support.ts';

const HEAD = '---\nname: ring:reviewer\ndescription: Reviews code\n';
const TAIL = '---\n# Reviewer\n\nShow the section Summary:\n\n## Summary\n';
const CONTRACT = 'output_schema:\n  required_sections:\n    - name: "Summary"\n      pattern: "^## Summary"\n';
const path = 'plugin/agents/reviewer.md';

export default defineRule({
  code: 'contract/generation',
  severity: 'information',
  summary: 'A key that the selected generation of the Ring format requires or rejects.',
  rationale:
    'The Ring format has changed twice. Generation A (2025) has a version, a changelog, and a contract. B keeps the contract and rejects version, changelog, and model. C has a name with the prefix `ring:` and a description, and moves the contract into the body. This rule runs only if the setting `agentwright.ring.generation`, or `ringGeneration` in `.agentwright.json`, selects a generation.',
  evidence: [ringFormat('generation A; B from its own validator, C from its design document')],
  messages: {
    refused:
      'Generation {generation} of the Ring format does not accept `{key}`; Ring’s validator reports it. Remove it.',
    missing: 'Generation {generation} of the Ring format requires `{key}`. Add it.',
    prefix:
      'In generation {generation} of the Ring format, names begin with `ring:`. Project agents cannot use one: Claude Code accepts a colon only in plugin agents.',
  },
  examples: {
    invalid: [
      { message: 'refused', path, ringGeneration: 'C', text: `${HEAD}⟦last_updated⟧: 2026-01-26\n${TAIL}` },
      {
        message: 'missing',
        path,
        ringGeneration: 'B',
        text: `---\n⟦name⟧: ring:reviewer\ndescription: Reviews code\n${CONTRACT}${TAIL}`,
      },
      {
        message: 'prefix',
        path,
        ringGeneration: 'B',
        text: `---\nname: ⟦reviewer⟧\ndescription: Reviews code\ntype: reviewer\n${CONTRACT}${TAIL}`,
      },
    ],
    valid: [
      { path, ringGeneration: 'B', text: `${HEAD}type: reviewer\n${CONTRACT}${TAIL}` },
      { path, text: `${HEAD}last_updated: 2026-01-26\n${TAIL}` },
    ],
  },
  check({ load, environment, report }) {
    const generation = chosenGeneration(environment.ringGeneration);
    if (!generation || !isRing(load)) return;
    const { required, refused, prefixed } = GENERATIONS[generation];
    const name = entryOf(load.reading, 'name');
    for (const { key, keySpan, overridden } of load.reading.entries) {
      if (!overridden && refused.includes(key)) report('refused', keySpan, { values: { generation, key } });
    }
    for (const key of required) {
      const at = name ?? load.reading.entries[0];
      if (at && !entryOf(load.reading, key)) report('missing', at.keySpan, { values: { generation, key } });
    }
    if (prefixed && name && !isPrefixed(load)) report('prefix', valueOrKeySpan(name), { values: { generation } });
  },
});
