// Reports a pattern that looks for a different section than the one it belongs to.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { type ContractText, readContract } from '../../contract.ts';
import { readPattern } from '../../pattern.ts';
import { fold, lettersOf } from '../../patternShape.ts';
import { partSpan, ringFormat } from '../support.ts';

const HEAD =
  '---\nname: reviewer\ndescription: Reviews code\noutput_schema:\n  required_sections:\n    - name: Testing\n';
const BODY = '---\n## Summary\n\n## Testing\n';

export default defineRule({
  code: 'contract/pattern-misses-name',
  severity: 'information',
  summary: 'A pattern does not match the name of its own section.',
  rationale:
    'The name is what people and reports call the section; the pattern is what an answer is searched for. If they share no word, the pattern was usually copied from another section.',
  evidence: [ringFormat('patterns contain the name of their section')],
  messages: {
    misses:
      '`{pattern}` is the pattern of “{name}” but matches no heading with that name, so an answer with this section would fail. Correct the pattern or the name.',
  },
  examples: {
    invalid: [
      {
        message: 'misses',
        text: `${HEAD}      pattern: ⟦"^## Summary"⟧\n${BODY}`,
        fixed: `${HEAD}      pattern: "^## Testing"\n${BODY}`,
      },
    ],
    valid: [
      { text: `${HEAD}      pattern: "^## Testing"\n${BODY}` },
      { text: `${HEAD}      pattern: "^### Test \\\\d+:"\n${BODY}\n### Test 1: it runs\n` },
      { text: `${HEAD}      pattern: "^## [Tt]est(?:s|ing)?\\\\b"\n${BODY}` },
      { text: `${HEAD}      pattern: "^\\\\*\\\\*Testing:\\\\*\\\\*"\n${BODY}\n**Testing:** none\n` },
    ],
  },
  check({ document, load, report }) {
    for (const { name, pattern } of readContract(load)?.sections ?? []) {
      if (!name || !pattern || haveCommon(name.text, pattern.text)) continue;
      const reading = readPattern(pattern.text);
      if (!reading.ok || reading.pattern.find(headingsOf(name.text.slice(0, 200)))) continue;
      const fixes = [nameFix(document, name, pattern)];
      report('misses', pattern.span, { values: { name: name.text, pattern: pattern.text }, fixes });
    }
  },
});

/** One contains the letters of the other, or the pattern has none. */
function haveCommon(name: string, pattern: string): boolean {
  const [own, sought] = [fold(name), lettersOf(pattern)];
  return sought === '' || own.includes(sought) || sought.includes(own);
}

/** The common ways to write a section with this name. */
function headingsOf(name: string): string {
  const headings = [1, 2, 3, 4, 5, 6].map((level) => `${'#'.repeat(level)} ${name}`);
  return [...headings, `**${name}**`, `**${name}:**`, name, `${name}:`].join('\n');
}

/** Only if both are plain; the heading's marks stay. */
function nameFix(document: AgentDocument, { text: name }: ContractText, pattern: ContractText): Fix | undefined {
  const match = /^(\^#{1,6} )[\w -]+(?=\$?$)/.exec(pattern.text);
  if (!match || !/^[\w -]+$/.test(name)) return undefined;
  const span = partSpan(document, pattern, { start: match[1]?.length ?? 0, end: match[0].length });
  return { title: `Look for “${name}”`, kind: 'suggestion', edits: [replace(span, name)] };
}
