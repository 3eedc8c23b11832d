// structure/long-section: a section of many pages without a heading in it.
import { estimateTokens } from '../../util/tokens.ts';
import { defineRule } from '../rule.ts';
import { goodPractice } from '../support/evidence.ts';

/** About ten printed pages. Whole prompts of most agents are shorter. */
const LONGEST = 24_000;
const ITEM = '- Look at the change, at its tests and at the code around both of them before you say anything.\n';
const LIST = ITEM.repeat(260);

export default defineRule({
  code: 'structure/long-section',
  severity: 'information',
  summary: 'A section has more than 24,000 characters and no heading in it.',
  rationale:
    'Headings are how a model and a reader find their way in a long prompt, and what other parts of it refer to. A section of ten printed pages without one usually holds several.',
  evidence: goodPractice,
  messages: {
    long: '“{title}” goes on for {lines} lines (about {tokens} tokens) without a heading in it. Divide it, or move what is only looked up into a skill or a file.',
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
