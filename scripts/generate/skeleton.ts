// The text of a new rule: it compiles, and its examples fail until it is written.

/** `ruleType`: where rule.ts is, as the file imports it. */
export function renderSkeleton(code: string, ruleType: string): string {
  return `// Reports … (one line: what is wrong).
import { defineRule } from '${ruleType}';

export default defineRule({
  code: '${code}',
  // error: does not load, or with dangerously wrong powers; warning: ignored, cut or changed; information: the rest.
  severity: 'information',
  summary: 'What it reports, in one line.',
  rationale: 'What the runtime does with such a file, and why that matters.',
  // Where you know it from: \`goodPractice\`, or what the evidence.ts of the runtime has.
  evidence: [],
  messages: {
    found: 'What happens, why, and what to do about \`{word}\`.',
  },
  examples: {
    invalid: [{ text: '---\\nname: reviewer\\ndescription: Reviews code\\n---\\n\\n⟦Mark⟧ what is wrong.\\n', message: 'found' }],
    valid: [{ text: '---\\nname: reviewer\\ndescription: Reviews code\\n---\\n\\nNothing is wrong.\\n' }],
  },
  check({ document: _document, report: _report }) {
    // Look at document.frontMatter, document.keyLines, document.markdown and load; then, for each finding:
    // report('found', span, { values: { word }, fixes: [{ title: 'Do it', kind: 'safe', edits: [{ span, newText }] }] });
  },
});
`;
}
