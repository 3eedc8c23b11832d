// Reports differences between `verdict_values`, the verdict pattern, and the prompt.

import { defineRule } from '../../../../rules/rule.ts';
import { slice } from '../../../../util/text.ts';
import { readContract, sectionLabel } from '../../contract.ts';
import { shapeOf } from '../../patternShape.ts';
import { isVerdictSection } from '../../verdict.ts';
import { partSpan, ringFormat } from '../support.ts';

const HEAD =
  '---\nname: reviewer\ndescription: Reviews code\noutput_schema:\n  required_sections:\n    - name: VERDICT\n';
const BODY = '---\nBegin with the verdict:\n\n## VERDICT: PASS\n\nor, where something is wrong, FAIL.\n';

export default defineRule({
  code: 'contract/verdict-mismatch',
  severity: 'warning',
  summary: 'The verdicts in `verdict_values`, the pattern, and the prompt differ.',
  rationale:
    'A Ring reviewer begins its answer with a verdict. The allowed words appear in the pattern of that section, in `verdict_values`, and in the prompt. An answer with a verdict that only one of them lists is rejected by the others.',
  evidence: [
    ringFormat(
      'PASS, FAIL, and NEEDS_DISCUSSION in the pattern and in `verdict_values` of three; two with a pattern only',
    ),
  ],
  messages: {
    'not-in-pattern':
      '`{value}` is a verdict here, but the pattern `{pattern}` of “{name}” does not accept it, so an answer with it breaks the contract. Add it to the pattern, or remove it here.',
    'not-in-values':
      'The pattern accepts `{value}`, but `verdict_values` does not list it. Add it there, or remove it from the pattern.',
    'no-values': {
      text: 'The pattern allows several verdicts ({values}), but the contract has no `verdict_values`. Add them to spare readers from parsing the pattern.',
      severity: 'information',
    },
    'not-in-prompt': {
      text: '`{value}` is a verdict of the contract, but the prompt never mentions it and the agent does not see this contract. Tell the agent when to use `{value}`.',
      severity: 'information',
    },
  },
  examples: {
    invalid: [
      {
        message: 'not-in-pattern',
        text: `${HEAD}      pattern: "^## VERDICT: (PASS|FAIL)$"\n  verdict_values: [PASS, FAIL, ⟦NEEDS_WORK⟧]\n${BODY}NEEDS_WORK is for the rest.\n`,
      },
      {
        message: 'not-in-values',
        text: `${HEAD}      pattern: "^## VERDICT: (PASS|⟦FAIL⟧)$"\n  verdict_values: [PASS]\n${BODY}`,
      },
      { message: 'no-values', text: `${HEAD}      pattern: ⟦"^## VERDICT: (PASS|FAIL)$"⟧\n${BODY}` },
      {
        message: 'not-in-prompt',
        text: `${HEAD}      pattern: "^## VERDICT: (PASS|FAIL|SKIP)$"\n  verdict_values: [PASS, FAIL, ⟦SKIP⟧]\n${BODY}`,
      },
    ],
    valid: [
      { text: `${HEAD}      pattern: "^## VERDICT: (PASS|FAIL)$"\n  verdict_values: [PASS, FAIL]\n${BODY}` },
      { text: `${HEAD}      pattern: "^## VERDICT"\n  verdict_values: [PASS, FAIL]\n${BODY}` },
    ],
  },
  check({ document, load, report }) {
    const contract = readContract(load);
    const section = contract?.sections.find((each) => isVerdictSection(each, contract));
    if (!contract || !section?.pattern) return;
    const { pattern } = section;
    const choices = shapeOf(pattern.text).choices;
    const values = contract.verdictValues?.values ?? [];
    const prompt = slice(document.text, document.body);
    if (!contract.verdictValues) {
      report('no-values', pattern.span, { values: { values: choices.map(({ text }) => text) } });
    }
    const inPattern = new Set(choices.map(({ text }) => text));
    for (const { text, span } of values) {
      if (choices.length > 0 && !inPattern.has(text)) {
        report('not-in-pattern', span, { values: { value: text, pattern: pattern.text, name: sectionLabel(section) } });
      } else if (!prompt.includes(text)) {
        report('not-in-prompt', span, { values: { value: text } });
      }
    }
    const known = new Set(values.map(({ text }) => text));
    for (const { text, span } of values.length > 0 ? choices : []) {
      if (!known.has(text)) report('not-in-values', partSpan(document, pattern, span), { values: { value: text } });
    }
  },
});
