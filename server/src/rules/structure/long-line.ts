// Reports lines of prose too long for any editor, diff, or review to show in full.
import { forEachLine } from '../../util/text.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

/** Two printed pages: far longer than any intentional paragraph. */
const LONGEST = 5000;
const SENTENCE = 'Read the change, then the tests, then the code around both of them, and say what you would do. ';
const PARAGRAPH = SENTENCE.repeat(60);

export default defineRule({
  code: 'structure/long-line',
  severity: 'information',
  summary: 'A line of the prompt has more than 5,000 characters.',
  rationale:
    'Writing a paragraph on one line is fine. But a line as long as two printed pages usually means that the line breaks were lost, for example when lists and headings were pasted as one line. The model reads it all as one paragraph, and any change marks the whole line as changed in a diff. Tables, code, and text without spaces do not count.',
  evidence: goodPractice,
  messages: {
    long: 'This line has {length} characters. Any lists or headings in it are read as one paragraph. Break it up into paragraphs.',
  },
  examples: {
    invalid: [
      {
        message: 'long',
        text: `## Steps\n\n${PARAGRAPH.slice(0, LONGEST)}⟦${PARAGRAPH.slice(LONGEST)}last.⟧\n`,
      },
    ],
    valid: [{ text: `## Steps\n\n${PARAGRAPH.slice(0, 900)}\n` }],
  },
  check({ document: { text, body, markdown }, report }) {
    if (body.end - body.start <= LONGEST) return;
    for (const part of markdown.prose) {
      if (part.end - part.start <= LONGEST) continue;
      forEachLine(text.slice(part.start, part.end), 0, (from, to) => {
        const [start, end] = [part.start + from, part.start + to];
        if (end - start <= LONGEST || !isProse(text.slice(start, end))) return;
        report('long', { start: start + LONGEST, end }, { values: { length: (end - start).toLocaleString('en-US') } });
      });
    }
  },
});

/** Data and table rows are as long as they need to be. */
function isProse(line: string): boolean {
  return !/^[ \t>]*\|/.test(line) && (line.match(/[ \t]/g)?.length ?? 0) > line.length / 30;
}
