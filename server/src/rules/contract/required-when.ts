// contract/required-when: a condition that is written as a sentence, not as a map.
import { contractText, mapOf, readContract } from '../../dialects/ring/contract.ts';
import { defineRule } from '../rule.ts';
import { ringFormat } from '../support/ring.ts';
import { describeValue, replace } from '../support/values.ts';

const HEAD =
  '---\nname: devops\ndescription: Runs things\noutput_schema:\n  required_sections:\n    - name: Standards\n      pattern: "^## Standards"\n      required: false\n';
const BODY = '---\n## Standards\n';

export default defineRule({
  code: 'contract/required-when',
  severity: 'information',
  summary: '`required_when` is not a map.',
  rationale:
    'When a section is required is a map of conditions that must all hold: `invocation_context` and `prompt_contains`. A reader of the map finds nothing in a sentence and takes the section for one that is never required.',
  evidence: [ringFormat('a map in seven of them, a sentence in one')],
  messages: {
    sentence: '`required_when` is {what}, not a map: readers of the conditions find none. Write `{example}`.',
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
        title: 'Write a map',
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

/** `key == 'value' AND key == 'value'` as a map in braces; null where the sentence says anything else. */
function asMap(sentence: string): string | null {
  const parts = sentence
    .split(/ (?:AND|and|&&) /)
    .map((part) => /^\s*(\w{1,60})\s*==?\s*(['"])([^'"\\]{0,200})\2\s*$/.exec(part));
  if (parts.some((part) => !part)) return null;
  return `{ ${parts.map((part) => `${part?.[1]}: "${part?.[3]}"`).join(', ')} }`;
}
