// Answers and contracts: what counts as a section, order, verdicts, and that nothing hangs or throws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyAnswer } from '../../server/src/formats/ring/verify.ts';
import { contractOf, verified } from './support.ts';

const TWO = contractOf(['Summary', 'Testing']);
const VERDICT = contractOf([['VERDICT', '^## VERDICT: (PASS|FAIL)$'], 'Summary'], '  verdict_values: [PASS, FAIL]\n');

describe('sections', () => {
  test.each([
    ['in order', '## Summary\n\n## Testing\n', ['Summary present', 'Testing present']],
    [
      'with CRLF and a byte order mark',
      '\uFEFF## Summary\r\n\r\n## Testing\r\n',
      ['Summary present', 'Testing present'],
    ],
    ['one missing', '## Summary\n', ['Summary present', 'Testing missing']],
    ['in another order', '## Testing\n\n## Summary\n', ['Summary present', 'Testing out-of-order']],
    ['mentioned in a sentence', 'See ## Summary and ## Testing.\n', ['Summary missing', 'Testing missing']],
    ['in code only', '## Summary\n\n```md\n## Testing\n```\n', ['Summary present', 'Testing missing']],
    [
      'in a block around the answer',
      '```markdown\n## Summary\n\n## Testing\n```\n',
      ['Summary present', 'Testing present'],
    ],
    ['in code that is never closed', '```\n## Summary\n\n## Testing\n', ['Summary present', 'Testing present']],
    ['in an empty answer', '', ['Summary missing', 'Testing missing']],
  ])('%s', (_, answer, expected) => {
    expect(verified(TWO, answer)).toEqual(expected);
    expect(verifyAnswer(TWO, answer).kept).toBe(expected.every((each) => each.endsWith('present')));
  });

  test('the fewest sections are out of order', () => {
    const contract = contractOf(['A', 'B', 'C', 'D']);
    expect(verified(contract, '## D\n## A\n## B\n## C\n')).toEqual([
      'A present',
      'B present',
      'C present',
      'D out-of-order',
    ]);
  });

  test('positions are those of the answer as given', () => {
    const answer = '\uFEFF# Done\r\n\r\n## Summary\r\nText.\r\n## Testing\r\n';
    const places = verifyAnswer(TWO, answer).sections.map(({ span }) => span && answer.slice(span.start, span.end));
    expect(places).toEqual(['## Summary', '## Testing']);
  });

  test('what need not be there breaks nothing', () => {
    const optional = contractOf(
      ['Summary'],
      '    - name: Blockers\n      pattern: "^## Blockers"\n      required: false\n',
    );
    const conditional = contractOf(
      ['Summary'],
      '    - name: Standards\n      pattern: "^## S"\n      required_when: {a: b}\n',
    );
    expect(verified(optional, '## Summary\n')).toEqual(['Summary present', 'Blockers absent']);
    expect(verifyAnswer(optional, '## Summary\n').kept).toBe(true);
    expect(verifyAnswer(conditional, '## Summary\n').kept).toBe(true);
  });

  test('a section without a pattern is a heading of its name', () => {
    const contract = contractOf([], '    - name: Next Steps\n    - Summary\n');
    expect(verified(contract, '### Next Steps\n\n# Summary\n')).toEqual(['Next Steps present', 'Summary present']);
  });

  test('a pattern that cannot be used breaks the contract, with words about it', () => {
    const { kept, sections } = verifyAnswer(contractOf([['Summary', '^## (?!x)Summary']]), '## Summary\n');
    expect([kept, sections[0]?.status]).toEqual([false, 'unchecked']);
    expect(sections[0]?.message).toContain('(?!x)');
  });
});

describe('verdicts', () => {
  test.each([
    ['## VERDICT: PASS\n\n## Summary\n', 'present', '## VERDICT: PASS'],
    ['## VERDICT: MAYBE\n\n## Summary\n', 'wrong-verdict', 'MAYBE'],
    ['## VERDICT: **PASS**\n\n## Summary\n', 'missing', null],
    ['## VERDICT: [PASS | FAIL]\n\n## Summary\n', 'wrong-verdict', '[PASS | FAIL]'],
    ['## Verdict: PASS\n\n## Summary\n', 'missing', null],
  ])('%s', (answer, status, place) => {
    const [section] = verifyAnswer(VERDICT, answer).sections;
    expect(section?.status).toBe(status);
    if (place !== null) expect(section?.span && answer.slice(section.span.start, section.span.end)).toBe(place);
  });

  test('`verdict_values` count where the pattern has no words', () => {
    const contract = contractOf([['VERDICT', '^## VERDICT']], '  verdict_values: [PASS, FAIL]\n');
    expect(verified(contract, '## VERDICT\n\n**PASS**: all is well\n')).toEqual(['VERDICT present']);
    expect(verified(contract, '## VERDICT: PASSED\n')).toEqual(['VERDICT wrong-verdict']);
  });
});

describe('hostile contracts and answers', () => {
  const HOSTILE = [
    '(a+)+$',
    '(a|a)*b',
    '(.*)(.*)(.*)(.*)(.*)[A-Z]\\d',
    '^(\\s*)*$x',
    '(?:x?|h?| ?){500}[a-z ]{500}\\d',
    '(?i)(?:[a-z ]{0,30}){0,30}\\d',
    '(?:a|b|[\\x00-\\x{10FFFF}]){1000}\\d\\b',
  ];

  test.each(HOSTILE)('%s is answered', (pattern) => {
    const answer = `${'a'.repeat(50_000)}\n${'## heading of some text\n'.repeat(8_000)}`;
    const contract = contractOf([
      ['Evil', pattern],
      ['Evil too', pattern],
    ]);
    expect(verifyAnswer(contract, answer, 20_000_000).sections).toHaveLength(2);
  });

  test('any contract and any answer are answered', () => {
    const part = fc.constantFrom(
      '## ',
      'A',
      'B',
      '```',
      '~~~',
      '\n',
      '\r\n',
      '\r',
      ' ',
      'VERDICT: ',
      'PASS',
      '>',
      '-',
      '\uFEFF',
    );
    const answer = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    const pattern = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('^## A', '^## B$', '^VERDICT: (PASS|FAIL)', 'A|B'),
    );
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), answer, (patterns, text) => {
        const contract = contractOf(patterns.map((each, index) => [`VERDICT ${index}`, each] as const));
        const { kept, sections } = verifyAnswer(contract, text);
        expect(sections).toHaveLength(patterns.length);
        expect(kept).toBe(!sections.some(({ breaks }) => breaks));
        for (const { span } of sections) {
          if (span) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        }
      }),
    );
  });
});
