// Fixes over made-up agents: no fix costs an agent its place, each removes its problem, and safe ones add none.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppressFixes } from '../../server/src/features/suppressActions.ts';
import { applyFix } from '../../server/src/lint/fix.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { isDocumentation } from '../../server/src/runtimes/claude-code/rules/support/documentation.ts';
import type { IndexedReport } from '../../server/src/runtimes/indexed.ts';
import { agentText, damagedAgentText, SEED } from '../harness/agentTexts.ts';
import { fixAllFaults, lintSubject, lookAt, SCOPES, type Subject, singleFixFaults } from '../harness/fixProperties.ts';
import { troubledAgent } from '../harness/troubledAgents.ts';

const RUNS = { seed: SEED, numRuns: 600 };
const anyAgent = fc.oneof({ weight: 4, arbitrary: troubledAgent }, agentText, damagedAgentText);
const subject = fc.record({ text: anyAgent, scope: fc.constantFrom(...SCOPES) }).map(
  ({ text, scope }): Subject => ({
    text,
    scope,
    uri: `file:///workspace/${scope === 'plugin' ? 'plugin' : '.claude'}/agents/a.md`,
  }),
);

test('all safe fixes together keep the agent, are applied once and for all, and add no problem', () => {
  fc.assert(
    fc.property(subject, (each) => {
      expect(fixAllFaults(each.text, lookAt(each))).toEqual([]);
    }),
    RUNS,
  );
});

test('each fix by itself, suggestions too, keeps the agent and removes its problem', () => {
  fc.assert(
    fc.property(subject, (each) => {
      expect(singleFixFaults(each.text, lookAt(each))).toEqual([]);
    }),
    RUNS,
  );
});

test('a project’s agent is dropped where the rule its report names has an error, and only there', () => {
  fc.assert(
    fc.property(anyAgent, (text) => {
      const uri = 'file:///w/.claude/agents/a.md';
      const { load, problems } = lintSubject({ text, scope: 'project', uri }, text);
      const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      if (isDocumentation(parseDocument(uri, text), load)) {
        expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([`${load.reason} information`]);
      } else if (load.reason) expect(errors).toContain(load.reason);
      else
        expect(errors.filter((code) => !/^frontmatter\/(?:unknown-key|unknown-tool|no-tools)$/.test(code))).toEqual([]);
    }),
    RUNS,
  );
});

test('a comment that switches a rule off takes its problem away and changes nothing the runtime reads', () => {
  fc.assert(
    fc.property(subject, (each) => {
      const document = parseDocument(each.uri, each.text);
      const before = lintSubject(each, each.text);
      for (const problem of before.problems) {
        for (const fix of suppressFixes(document, problem)) {
          const after = lintSubject(each, applyFix(each.text, fix));
          expect(powersOf(after.load)).toEqual(powersOf(before.load));
          expect(countOf(after.problems, problem.code), fix.title).toBeLessThan(countOf(before.problems, problem.code));
          expect(countOf(after.problems, 'suppression/unused')).toBe(countOf(before.problems, 'suppression/unused'));
        }
      }
    }),
    { ...RUNS, numRuns: 300 },
  );
});

function powersOf({ loads, reason, name, description, tools, model }: IndexedReport) {
  return { loads, reason, name, description, tools, model };
}

function countOf(problems: readonly Problem[], code: string): number {
  return problems.filter((problem) => problem.code === code).length;
}
