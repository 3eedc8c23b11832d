// Reports a condition written as a sentence instead of a mapping.

import { describeValue } from '../../../../model/describeValue.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { contractText, mapOf, readContract } from '../../contract.ts';
import { ringFormat } from '../support.ts';

const HEAD =
  '---\nname: devops\ndescription: Runs things\noutput_schema:\n  required_sections:\n    - name: Standards\n      pattern: "^## Standards"\n      required: false\n';
const BODY = '---\n## Standards\n';

export default defineRule({
  code: 'contract/required-when',
  severity: 'information',
  summary: '`required_when` is not a mapping.',
  rationale:
    '`required_when` is a mapping of conditions that must all hold: `invocation_context` and `prompt_contains`. A reader that expects a mapping finds no conditions in a sentence and never requires the section.',
  evidence: [ringFormat('a mapping in seven of them, a sentence in one')],
  messages: {
    sentence: '`required_when` is {what}, not a mapping, so readers find no conditions in it. Write `{example}`.',
  },
  examples: {
    invalid: [
      {
        message: 'sentence',
        text: `${HEAD}      required_when: ⟦"invocation_context == 'dev-refactor' AND prompt_contains == 'ANALYSIS ONLY'"⟧\n${BODY}`,
        fixed: `${HEAD}      required_when: { invocation_context: "dev-refactor", prompt_contains: "ANALYSIS ONLY" }\n${BODY}`,
      },
      { message: 'sentence', text: `${HEAD}      required_when: ⟦in a refactoring⟧\n${BODY}` },
      { message: 'sentence', text: `${HEAD}      ⟦required_when⟧:\n${BODY}` },
    ],
    valid: [{ text: `${HEAD}      required_when:\n        invocation_context: "dev-refactor"\n${BODY}` }],
  },
  check({ load, report }) {
    for (const { requiredWhen } of readContract(load)?.sections ?? []) {
      if (!requiredWhen || mapOf(requiredWhen.value)) continue;
      const { value, keySpan } = requiredWhen;
      const map = asMap(contractText(value)?.text ?? '');
      const fix = {
        title: 'Convert to a mapping',
        kind: 'suggestion',
        edits: [replace(value?.span ?? keySpan, map ?? '')],
      } as const;
      report('sentence', value?.span ?? keySpan, {
        values: { what: describeValue(value), example: map ?? '{ invocation_context: "dev-refactor" }' },
        fixes: [map && value ? fix : undefined],
      });
    }
  },
});

/** `key == 'value' AND key == 'value'` as a flow mapping; null if the sentence says anything else. */
function asMap(sentence: string): string | null {
  const parts = sentence
    .split(/ (?:AND|and|&&) /)
    .map((part) => /^\s*(\w{1,60})\s*==?\s*(['"])([^'"\\]{0,200})\2\s*$/.exec(part));
  if (parts.some((part) => !part)) return null;
  return `{ ${parts.map((part) => `${part?.[1]}: "${part?.[3]}"`).join(', ')} }`;
}
