// Reports a heading that repeats one under the same parent.
import { defineRule } from '../rule.ts';
import { goodPractice } from '../support/evidence.ts';

export default defineRule({
  code: 'structure/duplicate-heading',
  severity: 'information',
  summary: 'Two headings under the same parent have the same text.',
  rationale:
    'The runtime passes both sections on. Two sections of one name are usually one that was pasted twice or edited apart; the agent then follows either, and a link to the heading reaches only the first. The same heading under different parents is fine.',
  evidence: goodPractice,
  messages: {
    repeated:
      '“{heading}” is already a section here, on line {line}. An agent may follow either, and links reach only the first. Merge the two or give this one its own name.',
  },
  examples: {
    invalid: [
      { text: '# Reviewer\n\n## Steps\n\nRead.\n\n## ⟦Steps⟧\n\nRun.\n', message: 'repeated' },
      { text: 'Steps\n---\n\nRead.\n\n## ⟦Steps⟧ ##\n\nRun.\n', message: 'repeated' },
    ],
    valid: [
      { text: '## Backend\n\n### Steps\n\nRead.\n\n## Frontend\n\n### Steps\n\nRun.\n' },
      { text: '## Steps\n\nRead.\n\n<example>\n\n## Steps\n\nRun.\n\n</example>\n' },
    ],
  },
  check({ document, report }) {
    /** The open section of each level, outermost first, with the headings seen in it so far. */
    const open: Section[] = [{ level: 0, seen: new Map() }];
    for (const { level, text, textSpan } of document.markdown.outline) {
      while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
      const seen = open.at(-1)?.seen;
      const first = seen?.get(text);
      if (first !== undefined) {
        const line = document.lines.positionAt(first).line + 1;
        report('repeated', textSpan, { values: { heading: text, line } });
      } else if (text !== '') {
        seen?.set(text, textSpan.start);
      }
      open.push({ level, seen: new Map() });
    }
  },
});

interface Section {
  readonly level: number;
  /** Texts of the headings directly in it, with the offset of the first of each. */
  readonly seen: Map<string, number>;
}
