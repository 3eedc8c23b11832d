// Reports a heading that is more than one level deeper than the heading before it.
import type { Heading } from '../../model/markdown.ts';
import type { Fix, TextEdit } from '../../model/problem.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'structure/heading-jump',
  severity: 'information',
  summary: 'A heading skips a level: `##` is followed by `####`.',
  rationale:
    'The runtime passes the body on as text, so nothing breaks. But headings show readers and models how sections are nested, and a heading that skips a level belongs to a section that does not exist. Outlines, and tools that split a prompt by its headings, misplace it. A document may start at any level.',
  evidence: goodPractice,
  messages: {
    jump: 'This level {level} heading follows a level {previous} heading, so its parent section is missing. Write `{marks}`, or add the section in between.',
  },
  examples: {
    invalid: [
      {
        text: '## Steps\n\nRead the diff.\n\n⟦####⟧ Tests\n\nRun them.\n',
        message: 'jump',
        fixed: '## Steps\n\nRead the diff.\n\n### Tests\n\nRun them.\n',
      },
      {
        text: '# Reviewer\n\n⟦###⟧ Steps\n\n#### First\n\nRead.\n\n### Limits\n\nNone.\n\n## Answer\n\nShort.\n',
        message: 'jump',
        fixed: '# Reviewer\n\n## Steps\n\n### First\n\nRead.\n\n## Limits\n\nNone.\n\n## Answer\n\nShort.\n',
      },
    ],
    valid: [
      { text: '### Steps\n\nRead.\n\n## Answer\n\nShort.\n' },
      { text: '# Reviewer\n\n## Steps\n\n### First\n\nRead.\n\n# Notes\n\nNone.\n' },
      {
        text: '## Answer\n\n> #### Quoted\n\n```markdown\n#### Template\n```\n\n<report>\n\n#### Title\n\n</report>\n',
      },
    ],
  },
  check({ document, report }) {
    const { outline } = document.markdown;
    for (const [index, heading] of outline.entries()) {
      const previous = outline[index - 1]?.level;
      if (previous === undefined || heading.level <= previous + 1) continue;
      const marks = '#'.repeat(previous + 1);
      const fixes = [raise(outline, index, previous + 1)];
      report('jump', heading.markSpan, { values: { level: heading.level, previous, marks }, fixes });
    }
  },
});

/** Raises a heading to a level, and all its siblings and subsections that follow by the same amount. */
function raise(headings: readonly Heading[], from: number, level: number): Fix {
  const edits: TextEdit[] = [];
  const first = headings[from];
  for (let index = from; first; index++) {
    const heading = headings[index];
    if (!heading || heading.level < first.level) break;
    edits.push({ span: heading.markSpan, newText: '#'.repeat(heading.level - first.level + level) });
  }
  return { title: `Raise to level ${level}`, kind: 'suggestion', edits };
}
