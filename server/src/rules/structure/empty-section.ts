// Reports a heading with nothing under it.

import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

const SEPARATOR = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm;

export default defineRule({
  code: 'structure/empty-section',
  severity: 'information',
  summary: 'A heading has no text and no subsection under it.',
  rationale:
    'The runtime passes the heading on to the model, which learns that there is something to know or do, but not what. Usually a section was planned and never written, or a template was pasted without a code fence.',
  evidence: goodPractice,
  messages: {
    empty:
      'The section “{heading}” is empty, so the agent sees a title without instructions. Write the section or remove the heading. If this is a template, put it in a code fence.',
  },
  examples: {
    invalid: [
      { text: '# Reviewer\n\n⟦## Steps⟧\n\n## Answer\n\nShort.\n', message: 'empty' },
      { text: '# Reviewer\n\nYou review.\n\n⟦## Answer⟧\n', message: 'empty' },
      { text: '# Reviewer\n\n⟦## Steps⟧\n\n---\n\n## Answer\n\nShort.\n', message: 'empty' },
    ],
    valid: [
      { text: '# Reviewer\n\n## Steps\n\n### First\n\nRead.\n' },
      { text: '## Steps\n- [ ] Read\n\n## Answer\n> ## Summary\n' },
      { text: '## Answer\n\n```markdown\n## Summary\n\n## Findings\n```\n' },
    ],
  },
  check({ document, report }) {
    const { outline } = document.markdown;
    for (const [index, heading] of outline.entries()) {
      const next = outline[index + 1];
      if (heading.text === '' || (next && next.level > heading.level)) continue;
      const content = document.text.slice(heading.span.end, next?.span.start ?? document.text.length);
      if (content.replace(SEPARATOR, '').trim() !== '') continue;
      const start = Math.min(heading.markSpan.start, heading.textSpan.start);
      report('empty', { start, end: heading.textSpan.end }, { values: { heading: heading.text } });
    }
  },
});
