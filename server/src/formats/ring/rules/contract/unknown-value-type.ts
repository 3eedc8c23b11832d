// Reports a metric or an input whose type the Ring format does not have.

import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { nearest } from '../../../../util/similar.ts';
import { type ContractItem, readContract, readInputs } from '../../contract.ts';
import { INPUT_TYPES, METRIC_TYPES } from '../../vocabulary.ts';
import { ringFormat } from '../support.ts';

const HEAD = '---\nname: sre\ndescription: Keeps it running\n';
const TAIL = '---\nKeep it running.\n';

export default defineRule({
  code: 'contract/unknown-value-type',
  severity: 'information',
  summary: 'A metric or an input has a type that the Ring format does not have.',
  rationale:
    'The types of metrics and inputs tell the caller what to provide and what to expect. They are fixed words rather than a type system: `int` means nothing to a reader that knows `integer`.',
  evidence: [ringFormat('5 types in 76 metrics, 9 types in 134 inputs')],
  messages: {
    meant: 'The Ring format has no type `{type}` for {what}. Did you mean `{meant}`?',
    unknown: 'The Ring format has no type `{type}` for {what}. Use one of {types}.',
  },
  examples: {
    invalid: [
      {
        message: 'meant',
        text: `${HEAD}output_schema:\n  metrics:\n    - name: errors\n      type: ⟦interger⟧\n${TAIL}`,
        fixed: `${HEAD}output_schema:\n  metrics:\n    - name: errors\n      type: integer\n${TAIL}`,
      },
      {
        message: 'unknown',
        text: `${HEAD}input_schema:\n  required_context:\n    - name: task\n      type: ⟦"novel"⟧\n${TAIL}`,
      },
    ],
    valid: [
      { text: `${HEAD}input_schema:\n  required_context:\n    - name: files\n      type: "list[file_path]"\n${TAIL}` },
      { text: `${HEAD}output_schema:\n  metrics:\n    - name: coverage\n      type: percentage\n${TAIL}` },
    ],
  },
  check({ load, report }) {
    const check = (items: readonly ContractItem[], types: readonly string[], what: string): void => {
      for (const { type } of items) {
        if (!type || types.includes(type.text)) continue;
        const meant = nearest(type.text, types);
        const values = {
          type: type.text,
          what,
          types: types.map((each) => `\`${each}\``).join(', '),
          meant: meant ?? '',
        };
        const quote = type.style === 'double' ? '"' : type.style === 'single' ? "'" : '';
        const edits = [replace(type.span, `${quote}${meant}${quote}`)];
        const fix = meant ? ({ title: `Change to \`${meant}\``, kind: 'suggestion', edits } as const) : undefined;
        report(meant ? 'meant' : 'unknown', type.span, { values, fixes: [fix] });
      }
    };
    check(readContract(load)?.metrics ?? [], METRIC_TYPES, 'a metric');
    check(readInputs(load), INPUT_TYPES, 'an input');
  },
});
