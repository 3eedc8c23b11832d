// Checklists and numbered steps: what belongs to one list, and what its author meant as it is.
import { expect, test } from 'vitest';
import { allFindings, findings, marks } from '../harness/checkRule.ts';

const BOXES = 'structure/broken-checklist';
const STEPS = 'structure/restarted-steps';
const AGENT = '---\nname: example\ndescription: Reviews code\n---\n';

test.each([
  ['CRLF', '- [ ] a\r\n- [x ] b\r\n- [  ] c\r\n', ['[x ]', '[  ]']],
  ['a blank before the x, a tab', '- [ ] a\n- [ x] b\n- [\tX] c\n', ['[ x]', '[\tX]']],
  ['blank lines and text of an item between', '- [ ] a\n\n  More.\n\n- [] b\n', ['[]']],
  ['a nested list between', '- [ ] a\n  - one\n  - two\n- [] b\n', ['[]']],
  ['all that is missing', '- [ ] a\n- []b\n', ['[]']],
  ['numbers', '1. [ ] a\n10. [x ] b\n', ['[x ]']],
  ['no bullet’s blank, at the end', '- [ ] a\n-[x] b\n', ['-[x]']],
  ['another level', '- [ ] a\n  - [x ] b\n  - c\n', []],
  ['text between', '- [ ] a\n\nThen:\n\n- [x ] b\n', []],
  ['a code fence between', '- [ ] a\n\n```\nx\n```\n\n- [x ] b\n', []],
  ['other marks', '- [ ] a\n- [-] b\n- [✓] c\n- [done] d\n- [Y] e\n', []],
  ['links and notes', '- [ ] a\n- [x](b)\n- [x][c]\n- [ ](d)\n- [^1]: e\n- [x]: f\n- [x], g\n', []],
  ['a box in the middle of a line', '- [ ] a\n- Write [x ] or -[ ] b\n', []],
  ['nothing behind the box', '- [ ] a\n- []\n- [x ]\n', []],
  ['inline code', '- [ ] a\n- `[x ]` b\n', []],
])('checkboxes: %s', (_, text, expected) => {
  expect(marks(BOXES, text)).toEqual(expected);
});

test.each([
  ['CRLF', '1. a\r\n2. b\r\n2. c\r\n', ['2']],
  ['a comment between', '1. a\n2. b\n<!-- note -->\n2. c\n', ['2']],
  ['under-indented bullets between', '1. a\n - x\n2. b\n - y\n2. c\n', ['2']],
  ['an item without text', '1. a\n2.\n3. c\n3. d\n', ['3']],
  ['an item that begins with a fence', '1. a\n2. ```\n   x\n   ```\n3. c\n5. d\n6. e\n', ['5']],
  ['only the first fault', '1. a\n2. b\n3. c\n3. d\n4. e\n5. f\n5. g\n', ['3']],
  ['a list in a list', '- a\n  1. b\n  2. c\n  2. d\n- e\n', ['2']],
  ['one and one again', '1. a\n2. b\n\n1. c\n2. d\n', ['1']],
  ['a nested list that begins again', '1. a\n   1. x\n   2. y\n2. b\n   1. x\n   2. y\n3. c\n', []],
  ['lists that Markdown divides', '1. a\n2. b\n<!-- -->\n1. c\n2. d\n', []],
  ['lists that only look like one', '1. a\n - x\n2. b\n\n1. c\n2. d\n', []],
  ['another kind of number', '1. a\n2. b\n1) c\n2) d\n', []],
  ['bullets between in the same column', '1. a\n2. b\n- x\n1. c\n2. d\n', []],
  ['a fence at the margin between', '1. a\n2. b\n```\nx\n```\n1. c\n2. d\n', []],
  ['a hard wrap at the margin', '1. a\ngoes on\n1. b\ngoes on\n', []],
  ['a rule or a quote between', '1. a\n2. b\n\n***\n\n1. c\n\n> 1. d\n> 1. e\n> 2. f\n', []],
  ['zero on', '0. a\n1. b\n2. c\n', []],
  ['all the same', '0. a\n0. b\n0. c\n', []],
  ['from ten down', '10. a\n9. b\n8. c\n', []],
  ['chosen numbers', '1. a\n4. b\n5. c\n9. d\n', []],
  ['numbers aligned to the right', ' 8. a\n 9. b\n10. c\n11. d\n', []],
  ['a year that begins a line', 'It was in\n1986. A good year.\n1986. Again.\n', []],
  ['headings with numbers', '## 1. a\n\n## 2. b\n\n## 2. c\n', []],
])('steps: %s', (_, text, expected) => {
  expect(marks(STEPS, text)).toEqual(expected);
});

test('a list is not numbered on where a number would get longer', () => {
  const items = Array.from({ length: 9 }, (_, index) => `${index + 1}. a\n`).join('');
  expect(findings(STEPS, `${items}9. b\n`)[0]?.problem.fixes).toEqual([]);
});

test('a comment that switches the rule off for a line is no end of the list', () => {
  const box = `- [ ] a\n<!-- agentwright-disable-next-line ${BOXES} -->\n- [] b\n- [x ] c\n`;
  expect(marks(BOXES, box)).toEqual(['[x ]']);
  const step = `${AGENT}1. a\n2. b\n<!-- agentwright-disable-next-line ${STEPS} -->\n1. c\n`;
  expect(allFindings(step).filter((finding) => /restarted|unused/.test(finding))).toEqual([]);
});
