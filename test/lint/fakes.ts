// Rules and problems made up for tests of the engine.

import { type LintOptions, type LintResult, lint } from '../../server/src/lint/lint.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Fix, Problem } from '../../server/src/model/problem.ts';
import { defineRule, type Rule, type RuleContext } from '../../server/src/rules/rule.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';

export function fakeRule(name: string, check: (context: RuleContext<'found'>) => void): Rule {
  return defineRule({
    code: `structure/${name}`,
    severity: 'warning',
    summary: '',
    rationale: '',
    evidence: [],
    messages: { found: { text: 'found {what} and {what}', severity: 'information' } },
    examples: { invalid: [], valid: [] },
    check,
  });
}

/** Reports every occurrence of a word. */
export function wordRule(name: string, word: string): Rule {
  return fakeRule(name, ({ document, report }) => {
    for (const { index } of document.text.matchAll(new RegExp(word, 'g'))) {
      report('found', { start: index, end: index + word.length }, { values: { what: word } });
    }
  });
}

export function lintText(text: string, options: Partial<LintOptions> & Pick<LintOptions, 'rules'>): LintResult | null {
  return lint(parseDocument('file:///a.md', text), {
    runtime: claudeCode,
    scope: 'project',
    files: { linkTarget: () => 'exists' },
    onRuleError: (code, error) => {
      throw new Error(`${code}: ${String(error)}`);
    },
    ...options,
  });
}

/** A problem whose fix makes the edits `[start, end, newText]`. */
export function problemWith(kind: Fix['kind'], ...edits: readonly (readonly [number, number, string])[]): Problem {
  const fix = { title: 'Mend', kind, edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })) };
  return {
    code: 'structure/x',
    severity: 'warning',
    span: { start: 0, end: 0 },
    messageId: 'found',
    values: {},
    message: '',
    fixes: [fix],
  };
}
