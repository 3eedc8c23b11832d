// Patterns on RE2: what compiles, what is said of what does not, and that no pattern takes more than linear time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPattern } from '../../server/src/formats/ring/pattern.ts';
import { literally, shapeOf } from '../../server/src/formats/ring/patternShape.ts';

function faultOf(source: string): [string, string] | null {
  const reading = readPattern(source);
  return reading.ok ? null : [reading.fault.kind, source.slice(reading.fault.span.start, reading.fault.span.end)];
}

describe('a pattern that cannot be used', () => {
  test.each([
    ['^## (?!Draft)Summary', 'look-around', '(?!Draft)'],
    ['^## (?=Sum(m)ary)', 'look-around', '(?=Sum(m)ary)'],
    ['(?<=## )Summary', 'look-around', '(?<=## )'],
    ['(?<!x)Summary', 'look-around', '(?<!x)'],
    ['^(#+) \\1', 'back-reference', '\\1'],
    ['(?P<a>x)(?P=a)', 'back-reference', '(?P=a'],
    ['(?<a>x)\\k<a>', 'back-reference', '\\k'],
    ['Summary\\Z', 'foreign', '\\Z'],
    ['(?>Summary)', 'foreign', '(?>'],
    ['Summary++', 'foreign', '++'],
    ['^## (Summary', 'syntax', '('],
    ['^## Summary)', 'syntax', ')'],
    ['^## [Summary', 'syntax', '[Summary'],
    ['*Summary', 'syntax', '*'],
    ['(?:x{0,900}y{0,900}z{0,900}){1}[a-z]{0,900}[b-z]{0,900}[c-z]{0,900}', 'too-large', ''],
  ])('%s', (source, kind, part) => {
    const fault = faultOf(source);
    expect(fault?.[0]).toBe(kind);
    if (part !== '') expect(fault?.[1].startsWith(part)).toBe(true);
  });

  test('reading never throws, and names a part of the pattern', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\^$()[\]{}?*+|\\.a-c1-3,=!<>:#-]{0,30}$/)), (source) => {
        const reading = readPattern(source);
        if (reading.ok) return;
        const { start, end } = reading.fault.span;
        expect(0 <= start && start <= end && end <= source.length).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('plain patterns', () => {
  test('are found by plain search where the engine would find them', () => {
    const line = fc.constantFrom('## Summary', '## Summary of it', '# Summary', ' ## Summary', '', '## Summ');
    const source = fc.constantFrom('^## Summary', '^## Summary$', '^## Summ', '^# Summary$');
    fc.assert(
      fc.property(source, fc.array(line), (pattern, lines) => {
        const text = lines.join('\n');
        const [plain, engine] = [readPattern(pattern), readPattern(`(?:${pattern})`)];
        if (!plain.ok || !engine.ok) throw new Error('both compile');
        expect(plain.pattern.find(text)).toEqual(engine.pattern.find(text));
      }),
    );
  });
});

describe('the shape of a pattern', () => {
  test.each([
    ['^## VERDICT: (PASS|FAIL)$', { anchored: true, prefix: '## VERDICT: ', sample: '## VERDICT: PASS', closed: true }],
    ['^\\*\\*Goal:\\*\\*', { anchored: true, prefix: '**Goal:**', sample: '**Goal:**', closed: false }],
    ['^### Task \\d+:', { anchored: true, prefix: '### Task ', sample: null, closed: false }],
    ['^##\\s+Summary', { anchored: true, prefix: '## Summary', sample: '## Summary', closed: false }],
    ['^a|b', { anchored: false, branches: 2 }],
    ['(?:^a|^b)', { anchored: true }],
    ['(^a)?b', { anchored: false }],
    ['(?i)^summary', { anchored: true, prefix: 'summary' }],
  ])('%s', (source, expected) => {
    expect(shapeOf(source)).toMatchObject(expected);
  });

  test('is found for any text', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const { choices } = shapeOf(source);
        for (const { text, span } of choices) expect(source.slice(span.start, span.end)).toBe(text);
      }),
    );
  });

  test('a literal pattern matches its text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => !/[\r\n]/.test(text)),
        (text) => {
          const reading = readPattern(literally(text));
          expect(reading.ok && reading.pattern.find(text)).toEqual({ start: 0, end: text.length });
        },
      ),
    );
  });
});
