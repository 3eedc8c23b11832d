// Reports a pattern that also matches running text or another section.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { type ContractSection, type ContractText, readContract, sectionLabel } from '../../contract.ts';
import { readPattern } from '../../pattern.ts';
import { shapeOf } from '../../patternShape.ts';
import { partSpan, ringFormat } from '../support.ts';

const HEAD = '---\nname: tester\ndescription: Tests code\noutput_schema:\n  required_sections:\n';
const BODY = '---\n## Testing\n\n## Testing Strategy\n';
const STRATEGY = '    - name: Testing Strategy\n      pattern: "^## Testing Strategy"\n';

export default defineRule({
  code: 'contract/loose-pattern',
  severity: 'information',
  summary: 'A pattern matches more than its own section.',
  rationale:
    'Patterns are matched against every line of the answer. Without `^`, a sentence that mentions the section counts as the section. And a pattern that is a prefix of another is satisfied by the other section, so an answer can lack a section and still pass.',
  evidence: [ringFormat('all patterns begin with `^`, 20 end with `$`')],
  messages: {
    unanchored:
      '`{pattern}` also matches in the middle of a line, so a sentence that mentions it counts as “{name}”. Begin the pattern with `^`.',
    shadows:
      '`{pattern}` also matches `{line}` from section “{other}”, so an answer with only “{other}” also passes for “{name}”. End the pattern with `$`.',
    repeated:
      '“{name}” has the same pattern as “{other}” on line {line}, so one section of the answer passes for both. Use different patterns.',
  },
  examples: {
    invalid: [
      {
        message: 'unanchored',
        text: `${HEAD}    - name: Testing\n      pattern: ⟦"## Testing"⟧\n${BODY}`,
        fixed: `${HEAD}    - name: Testing\n      pattern: "^## Testing"\n${BODY}`,
      },
      {
        message: 'shadows',
        text: `${HEAD}    - name: Testing\n      pattern: ⟦"^## Testing"⟧\n${STRATEGY}${BODY}`,
        fixed: `${HEAD}    - name: Testing\n      pattern: "^## Testing$"\n${STRATEGY}${BODY}`,
      },
      {
        message: 'repeated',
        text: `${HEAD}${STRATEGY}    - name: Testing\n      pattern: ⟦"^## Testing Strategy"⟧\n${BODY}`,
      },
    ],
    valid: [
      { text: `${HEAD}    - name: Testing\n      pattern: "^## Testing$"\n${STRATEGY}${BODY}` },
      { text: `${HEAD}    - name: Testing\n      pattern: "(?:^## Testing$|^### Testing$)"\n${BODY}` },
    ],
  },
  check({ document, load, report }) {
    const firstWith = new Map<string, Sampled>();
    const all = (readContract(load)?.sections ?? []).flatMap(sampled);
    const compared = all.slice(0, MOST_COMPARED);
    for (const each of all) {
      const { pattern, name } = each;
      const twin = firstWith.get(pattern.text);
      const shape = shapeOf(pattern.text);
      const values = { pattern: pattern.text, name };
      if (!shape.anchored) {
        const fix = shape.branches === 1 ? insertFix(document, pattern, 0, '^') : undefined;
        report('unanchored', pattern.span, { values, fixes: [fix] });
      } else if (twin) {
        const line = document.lines.positionAt(twin.pattern.span.start).line + 1;
        report('repeated', pattern.span, { values: { ...values, other: twin.name, line } });
      } else {
        const other = compared.find((candidate) => candidate.pattern.text !== pattern.text && shadows(each, candidate));
        const closes = shape.sample !== null && !shape.closed;
        const fix = closes ? insertFix(document, pattern, pattern.text.length, '$') : undefined;
        const line = other?.sample ?? '';
        if (other) report('shadows', pattern.span, { values: { ...values, other: other.name, line }, fixes: [fix] });
      }
      if (!twin) firstWith.set(pattern.text, each);
    }
  },
});

/** Sections that each pattern is tried on. No answer has as many; of a thousand there would be a million pairs. */
const MOST_COMPARED = 50;

interface Sampled {
  readonly name: string;
  readonly pattern: ContractText;
  readonly sample: string | null;
  matches(line: string): boolean;
}

/** Only usable patterns. The samples are short, so matching them costs nothing. */
function sampled(section: ContractSection): Sampled[] {
  const { pattern } = section;
  const reading = pattern && readPattern(pattern.text);
  if (!pattern || !reading?.ok) return [];
  const matches = (line: string): boolean => reading.pattern.find(line) !== null;
  return [{ name: sectionLabel(section), pattern, sample: shapeOf(pattern.text).sample, matches }];
}

/** The broader of two patterns shadows the narrower one, not the other way around. */
function shadows(wide: Sampled, narrow: Sampled): boolean {
  if (narrow.sample === null || narrow.sample === wide.sample || !wide.matches(narrow.sample)) return false;
  return wide.sample === null || !narrow.matches(wide.sample);
}

function insertFix(document: AgentDocument, pattern: ContractText, at: number, sign: string): Fix | undefined {
  const { start, end } = partSpan(document, pattern, { start: at, end: at });
  if (start !== end) return undefined;
  return { title: `Add \`${sign}\``, kind: 'suggestion', edits: [replace({ start, end }, sign)] };
}
