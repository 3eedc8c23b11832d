// Reports contract sections without a pattern, and contracts whose structure readers do not recognize.

import { describeValue } from '../../../../model/describeValue.ts';
import { resolveAlias } from '../../../../model/yaml.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../../runtimes/entries.ts';
import { child, mapOf, readContract } from '../../contract.ts';
import { ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const BODY = '---\n## Summary\n';

export default defineRule({
  code: 'contract/incomplete-section',
  severity: 'information',
  summary: 'A contract section has no pattern, or the contract does not have the structure its readers expect.',
  rationale:
    'A contract is a mapping with a list of sections, each with a `name` and a `pattern`. Without a pattern there is nothing to search an answer for; `agentwright verify` then looks for a heading with that name.',
  evidence: [ringFormat('278 sections, all of them with a name and a pattern')],
  messages: {
    'no-pattern':
      'This section has no `pattern`, so readers of the contract have nothing to look for. Add one: `pattern: "^## {name}"`.',
    'no-name': 'This section has no `name`, so reports cannot say which section is missing. Add one.',
    'not-a-map':
      '`output_schema` is {what}, not a mapping with `required_sections`, so readers find no contract in it. Write it as a mapping.',
    'not-a-list': '`required_sections` is {what}, not a list, so readers find no sections in it. Write it as a list.',
  },
  examples: {
    invalid: [
      { message: 'no-pattern', text: `${HEAD}output_schema:\n  required_sections:\n    - ⟦name: Summary⟧\n${BODY}` },
      { message: 'no-pattern', text: `${HEAD}output_schema:\n  required_sections:\n    - ⟦Summary⟧\n${BODY}` },
      {
        message: 'no-name',
        text: `${HEAD}output_schema:\n  required_sections:\n    - ⟦pattern: "^## Summary"⟧\n${BODY}`,
      },
      { message: 'not-a-map', text: `${HEAD}output_schema: ⟦markdown⟧\n${BODY}` },
      { message: 'not-a-list', text: `${HEAD}output_schema:\n  required_sections: ⟦Summary⟧\n${BODY}` },
    ],
    valid: [
      {
        text: `${HEAD}output_schema:\n  required_sections:\n    - name: Summary\n      pattern: "^## Summary"\n${BODY}`,
      },
      { text: `${HEAD}output_schema:\n  format: markdown\n${BODY}` },
    ],
  },
  check({ load, report }) {
    const entry = entryOf(load.reading, 'output_schema');
    const schema = mapOf(entry?.value ?? null);
    if (entry && !schema) report('not-a-map', valueOrKeySpan(entry), { values: { what: describeValue(entry.value) } });
    const list = schema && child(schema, 'required_sections');
    if (list && resolveAlias(list.value)?.kind !== 'sequence') {
      report('not-a-list', list.value?.span ?? list.keySpan, { values: { what: describeValue(list.value) } });
    }
    for (const { span, name, pattern } of readContract(load)?.sections ?? []) {
      if (!pattern) report('no-pattern', span, { values: { name: name?.text ?? 'Summary' } });
      else if (!name) report('no-name', span);
    }
  },
});
