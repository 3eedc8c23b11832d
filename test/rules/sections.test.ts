// Links to headings and words about sections, and the sections of the Ring format.
import { expect, test } from 'vitest';
import { allFindings, findings, marks } from '../harness/checkRule.ts';
import { seedTwo } from '../ring/support.ts';

const CODE = 'structure/unknown-heading';
const MISSING = 'structure/missing-section';

test.each([
  ['CRLF', '## Steps\r\n\r\nSee [a](#step-list).\r\n', ['#step-list']],
  ['one of several', '## Steps\n\n- [a](#steps)\n- [b](#answer)\n', ['#answer']],
  ['percent-encoded', '## Größe\n\n[a](#gr%C3%B6%C3%9Fe), [b](#gr%C3%B6%C3%9Fen)\n', ['#gr%C3%B6%C3%9Fen']],
  ['the third of two', '## A\n\n## A\n\nSee [a](#a-1) and [b](#a-2).\n', ['#a-2']],
  ['in any case', '## Steps\n\nSee [a](#STEPS).\n', []],
  ['headings in templates and lists', '```md\n## Found\n```\n\n> ## Quoted\n\nSee [a](#found), [b](#quoted).\n', []],
  ['underlined headings', 'The end\n===\n\nSee [a](#the-end).\n', []],
  ['a page to be written', '- [Overview](#overview)\n- [Usage](#usage)\n\n## Review\n\nRead.\n', []],
  ['links in templates', '## A\n\n<example>\n[x](#a), [y](#b)\n</example>\n\n```\n[y](#b)\n```\n', []],
  ['places that need no heading', '## A\n\n[a](#a) [b](#top) [c](#L10-L20) [d](#12) [e](#) [f](#{name})\n', []],
  ['a percent sign that encodes nothing', '## 100% done\n\n[a](#100-done) [b](#100%-doen)\n', ['#100%-doen']],
])('anchors: %s', (_, text, expected) => {
  expect(marks(CODE, text)).toEqual(expected);
});

test.each([
  ['quoted', '# A\n\nAsk first (see “Escalation” section above).\n', ['Escalation']],
  ['in backticks, as a heading', '# A\n\nFollow the `## Escalation` section.\n', ['Escalation']],
  ['capitalised', '# A\n\nAsk first (see Escalation Path section).\n', ['Escalation Path']],
  ['described in', '# A\n\nAsk as described in the **Escalation** section below.\n', ['Escalation']],
  ['twice', '# A\n\nSee **Escalation** below.\n\nSee **Escalation** above.\n', ['Escalation', 'Escalation']],
  ['of another file', '# A\n\nSee the "Escalation" section of the handbook.\n', []],
  ['on a line about a file', '# A\n\nRead CONTRIBUTING.md; see the "Escalation" section.\n', []],
  ['behind a path', '# A\n\n**→ See `docs/STANDARDS.md` → Escalation section.**\n', []],
  ['above something else', '# A\n\nSee the "Escalation" section above the fold.\n', []],
  ['to be written', '# A\n\nAdd an "Escalation" section below. Write the **Escalation** section.\n', []],
  ['a tag', '<escalation>\nAsk.\n</escalation>\n\nSee the "Escalation" section above.\n', []],
  ['a bold label', '**Escalation path** – ask.\n\nSee the "Escalation" section above.\n', []],
  ['a line with a colon', 'Escalation: ask.\n\nSee the "Escalation" section above.\n', []],
  ['a word of a heading', '## How to escalate\n\nSee the "Escalation Rules" section above.\n', []],
  [
    'words that stand in one line',
    'Rules: ask.\n\nThe path of escalation is short.\n\nSee the "Escalation Path" section above.\n',
    [],
  ],
  ['no name', '# A\n\nSee the section below. See below. See the relevant section above.\n', []],
  ['in a template', '<example>\nSee the "Escalation" section below.\n</example>\n', []],
])('words: %s', (_, text, expected) => {
  expect(marks(CODE, text)).toEqual(expected);
});

test.each(seedTwo())('the agent that the project began with has none of the customs of another house', (text) => {
  const codes = [
    'ragged-table',
    'broken-checklist',
    'mismatched-tag',
    'restarted-steps',
    'unknown-heading',
    'missing-section',
  ];
  const found = allFindings(text).filter((finding) => codes.some((code) => finding.startsWith(`structure/${code}`)));
  expect(found).toEqual([]);
});

test('what is missing is listed in one information', () => {
  const head =
    '---\nname: a\ndescription: b\ntype: reviewer\nchangelog:\n  - 1.0.0: c\noutput_schema:\n  format: markdown\n---\n';
  const have = ['Model Requirement', 'Blocker Criteria', 'Cannot Be Overridden', 'Pressure Resistance'];
  const body = have.map((name) => `## ${name}\n\nYes.\n\n`).join('');
  const [finding, ...others] = findings(MISSING, head + body);
  expect(others).toEqual([]);
  expect(finding?.values.missing).toEqual(['Anti-Rationalization Table', 'When … Not Needed', 'Severity Calibration']);
  expect(marks(MISSING, head + body.replace('## Model Requirement', '## Model'))).toEqual([]);
});
