// Reports a section that runs for many pages without a heading.
import { estimateTokens } from '../../util/tokens.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

/** About ten printed pages. Most complete prompts are shorter. */
const LONGEST = 24_000;
const ITEM = '- Look at the change, at its tests and at the code around both of them before you say anything.\n';
const LIST = ITEM.repeat(260);

export default defineRule({
  code: 'structure/long-section',
  severity: 'information',
  summary: 'A section has more than 24,000 characters without a heading.',
  rationale:
    'Headings help models and readers find their way around a long prompt, and other parts of the prompt can refer to them. A section of ten printed pages without a heading usually covers several topics.',
  evidence: goodPractice,
  messages: {
    long: '“{title}” runs for {lines} lines (about {tokens} tokens) without a heading. Split it up, or move reference material into a skill or a separate file.',
  },
  examples: {
    invalid: [{ message: 'long', text: `# Reviewer\n\n## ⟦Checklist⟧\n\n${LIST}` }],
    valid: [{ text: `# Reviewer\n\n## Checklist\n\n${ITEM.repeat(60)}\n## More\n\n${ITEM.repeat(60)}` }],
  },
  check({ document: { text, body, lines, markdown }, report }) {
    if (body.end - body.start <= LONGEST) return;
    const { outline } = markdown;
    outline.forEach((heading, at) => {
      const end = outline[at + 1]?.span.start ?? body.end;
      if (end - heading.span.end <= LONGEST) return;
      const count = lines.positionAt(end).line - lines.positionAt(heading.span.end).line;
      const tokens = estimateTokens(text.slice(heading.span.end, end)).toLocaleString('en-US');
      report('long', heading.textSpan, { values: { title: heading.text, lines: count, tokens } });
    });
  },
});
