// The rules over any text: no rule throws, problems are well formed, and line ends and marks change nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runExample } from '../../server/src/cli/runExample.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { applyFix, fixAll } from '../../server/src/lint/fix.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { agentText, anyText, damagedAgentText, markdownBody, SEED } from '../harness/agentTexts.ts';

const RUNS = { seed: SEED, numRuns: 700 };
const structureRules = rules.filter(({ code }) => code.startsWith('structure/'));

function problemsOf(text: string, chosen = rules): readonly Problem[] {
  const result = lint(parseDocument('file:///workspace/.claude/agents/a.md', text), {
    runtime: claudeCode,
    scope: 'project',
    rules: chosen,
    files: { linkTarget: () => 'missing' },
    onRuleError: (code, error) => {
      throw new Error(`${code} threw ${String(error)}`);
    },
  });
  return result?.problems ?? [];
}

/** Problems as an editor shows them: by line and character. */
function placed(text: string, chosen = rules): string[] {
  const { lines } = parseDocument('file:///a.md', text);
  return problemsOf(text, chosen).map(({ code, span }) => {
    const { start, end } = lines.rangeOf(span);
    return `${code} ${start.line}:${start.character}-${end.line}:${end.character}`;
  });
}

test('no rule throws, and every problem is in the text, in order, filled in and reported once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const problems = problemsOf(text);
      const codes = new Set(rules.map(({ code }) => code));
      expect(problems.filter(({ code }) => !codes.has(code as never))).toEqual([]);
      expect(problems.filter(({ span }) => span.start < 0 || span.end < span.start || span.end > text.length)).toEqual(
        [],
      );
      expect(problems.filter(({ span }, index) => span.start < (problems[index - 1]?.span.start ?? 0))).toEqual([]);
      const seen = problems.map(({ code, span, message }) => `${code} ${span.start} ${span.end} ${message}`);
      expect(new Set(seen).size).toBe(seen.length);
    }),
    RUNS,
  );
});

test('fixes lie in the text, do not overlap themselves, and safe fixing comes to a fixed point', () => {
  fc.assert(
    fc.property(damagedAgentText, (text) => {
      for (const { fixes } of problemsOf(text)) {
        for (const { edits } of fixes) {
          const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
          expect(ordered.filter(({ span }) => span.end > text.length || span.start > span.end)).toEqual([]);
          expect(ordered.filter(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0))).toEqual([]);
        }
      }
      const fixed = fixAll(text, problemsOf);
      expect(problemsOf(fixed.text).filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe'))).toEqual([]);
    }),
    RUNS,
  );
});

test('a safe fix of a structure rule removes its problem', () => {
  fc.assert(
    fc.property(markdownBody, (text) => {
      for (const problem of problemsOf(text, structureRules)) {
        const fix = problem.fixes.find(({ kind }) => kind === 'safe');
        if (!fix) continue;
        const same = ({ code, message }: Problem) => code === problem.code && message === problem.message;
        const after = problemsOf(applyFix(text, fix), structureRules);
        expect(after.filter(same).length).toBeLessThan(problemsOf(text, structureRules).filter(same).length);
      }
    }),
    RUNS,
  );
});

test('CRLF and a byte order mark change no problem of the structure', () => {
  fc.assert(
    fc.property(agentText, (text) => {
      const expected = placed(text, structureRules);
      expect(placed(text.replaceAll('\n', '\r\n'), structureRules)).toEqual(expected);
      expect(placed(`\uFEFF${text}`, structureRules)).toEqual(expected.map((problem) => afterMark(problem)));
    }),
    RUNS,
  );
});

test('an emoji before a problem moves it by two', () => {
  const place = (text: string) => placed(text, structureRules);
  expect(place('[a](b.md)\n')).toEqual(['structure/broken-link 0:4-0:8']);
  expect(place('👍[a](b.md)\n')).toEqual(['structure/broken-link 0:6-0:10']);
});

test('the order of the rules and repetition change nothing', () => {
  fc.assert(
    fc.property(agentText, (text) => {
      expect(placed(text, rules.toReversed())).toEqual(placed(text));
      expect(placed(text)).toEqual(placed(text));
    }),
    { ...RUNS, numRuns: 200 },
  );
});

test('examples of one rule never make another throw', () => {
  const examples = rules.flatMap((rule) => [...rule.examples.invalid, ...rule.examples.valid]);
  expect(() => examples.map((example) => runExample(rules, example))).not.toThrow();
});

/** A byte order mark is a character of the first line. */
function afterMark(problem: string): string {
  return problem.replace(/ 0:(\d+)-0:(\d+)$/, (_, start, end) => ` 0:${Number(start) + 1}-0:${Number(end) + 1}`);
}
