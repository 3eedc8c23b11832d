// structure/long-line: a line of prose that no editor, diff or review shows whole.
import { forEachLine } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { goodPractice } from '../support/evidence.ts';

/** Far above what anybody writes as one paragraph: two printed pages. */
const LONGEST = 5000;
const SENTENCE = 'Read the change, then the tests, then the code around both of them, and say what you would do. ';
const PARAGRAPH = SENTENCE.repeat(60);

export default defineRule({
  code: 'structure/long-line',
  severity: 'information',
  summary: 'A line of the prompt has more than 5,000 characters.',
  rationale:
    'Paragraphs on one line are fine, but one of two printed pages is usually a text whose line breaks were lost, such as lists and headings pasted into one line. The model reads it all as one paragraph, and a diff shows all of it as changed. Tables, code and texts without blanks are not counted.',
  evidence: goodPractice,
  messages: {
    long: 'This line has {length} characters, so lists and headings in it, if there were any, are read as one paragraph. Break it where a new thought begins.',
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

/** Data in a line, and the rows of tables, are as long as they are. */
function isProse(line: string): boolean {
  return !/^[ \t>]*\|/.test(line) && (line.match(/[ \t]/g)?.length ?? 0) > line.length / 30;
}
