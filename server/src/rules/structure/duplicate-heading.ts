// Reports a heading that repeats another heading under the same parent.

import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'structure/duplicate-heading',
  severity: 'information',
  summary: 'Two headings under the same parent have the same text.',
  rationale:
    'The runtime passes both sections on. Two sections with the same name are usually the result of pasting one twice or of editing two copies separately. The agent then follows either one, and a link to the heading reaches only the first. The same heading under different parents is fine.',
  evidence: goodPractice,
  messages: {
    repeated:
      '“{heading}” repeats the heading on line {line}. The agent may follow either section, and links reach only the first. Merge the sections or rename one.',
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
  /** Texts of its direct child headings, each with the offset of its first occurrence. */
  readonly seen: Map<string, number>;
}
