// Fixes over the whole conformance set, as a project's and as a plugin's agents; the figures are part of the output.
import { describe, expect, it } from 'vitest';
import { claudeCodeRows } from '../../scripts/conformance/agreement.ts';
import {
  fixAllFaults,
  type Look,
  lintSubject,
  lookAt,
  SCOPES,
  type Subject,
  singleFixFaults,
} from '../harness/fixProperties.ts';

const { rows, which } = claudeCodeRows();

describe.each(SCOPES)(`fixes of every row of the ${which}, as %s`, (scope) => {
  const subjects = rows.map(({ id, text }): Subject => {
    const folder = scope === 'plugin' ? 'plugin/agents' : '.claude/agents';
    return { text, scope, uri: `file:///workspace/${folder}/${id}.md` };
  });

  it('all safe ones together keep the agent, are applied once and for all, and add no problem', () => {
    expect(faultsOf(subjects, fixAllFaults)).toEqual([]);
  });

  it('each by itself, suggestions too, keeps the agent and removes its problem', () => {
    const fixes = subjects.flatMap((subject) => lintSubject(subject, subject.text).problems.flatMap((p) => p.fixes));
    const safe = fixes.filter(({ kind }) => kind === 'safe').length;
    console.log(`${scope}: ${subjects.length} files, ${safe} safe fixes and ${fixes.length - safe} suggestions tried`);
    expect(faultsOf(subjects, singleFixFaults)).toEqual([]);
  });
});

function faultsOf(subjects: readonly Subject[], faults: (text: string, look: Look) => string[]): string[] {
  return subjects.flatMap((subject) =>
    faults(subject.text, lookAt(subject)).map((fault) => `${fault} in ${JSON.stringify(subject.text)}`),
  );
}
