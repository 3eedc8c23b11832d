// An error means that the agent is dropped or has dangerous powers, on every row of the conformance set.
import { describe, expect, it } from 'vitest';
import { claudeCodeRows } from '../../scripts/conformance/agreement.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { isDocumentation } from '../../server/src/runtimes/claude-code/rules/support/documentation.ts';
import type { IndexedReport } from '../../server/src/runtimes/indexed.ts';
import { lintSubject } from '../harness/fixProperties.ts';

const { rows, which } = claudeCodeRows();

/** Errors about agents that load: they have every tool, or none of those that were listed. See decision 0003. */
const DANGEROUS_POWERS: ReadonlySet<string> = new Set([
  'frontmatter/unknown-key all-tools',
  'frontmatter/unknown-key disguised-tools',
  'frontmatter/unknown-tool none',
  'frontmatter/no-tools refused',
  'frontmatter/early-close lost-tools',
]);

const isError = ({ severity }: Problem): boolean => severity === 'error';
const shown = ({ code, messageId }: Problem): string => `${code} ${messageId}`;

describe(`errors, on the ${which}`, () => {
  const linted = rows.map(({ id, text, project }) => {
    const uri = `file:///workspace/.claude/agents/${id}.md`;
    const result = lintSubject({ text, scope: 'project', uri }, text);
    const plugin = lintSubject({ text, scope: 'plugin', uri }, text);
    return { uri, text, loaded: project.loaded !== null, ...result, plugin };
  });
  const dropped = linted.filter(({ loaded }) => !loaded);
  const loading = linted.filter(({ loaded }) => loaded);

  it('stand on every file the runtime drops, under the code that says why, but for documentation', () => {
    const without = dropped.filter(({ load, problems }) => !explains(load, problems));
    console.log(`${dropped.length} of ${linted.length} files are dropped; ${without.length} without the error`);
    const agents = without.filter(({ uri, text, load }) => !isDocumentation(parseDocument(uri, text), load));
    expect(agents.map(({ load, text }) => `${load.reason}: ${JSON.stringify(text)}`)).toEqual([]);
    expect(without.map(({ problems }) => problems.map(({ severity }) => severity))).toEqual(
      without.map(() => ['information']),
    );
    // All rows but very few are agents that something has damaged.
    expect(without.length).toBeLessThan(dropped.length / 100);
  });

  it('stand on files that load for dangerous powers only', () => {
    const errors = loading.flatMap(({ problems }) => problems.filter(isError).map(shown));
    const other = errors.filter((error) => !DANGEROUS_POWERS.has(error));
    console.log(`${loading.length} files load; ${errors.length} errors of dangerous powers, ${other.length} others`);
    expect(other).toEqual([]);
  });

  it('stand on plugin agents that load with their front matter for dangerous powers only', () => {
    const other = linted.flatMap(({ plugin: { load, problems }, text }) => {
      const lost = !load.loads || (load.reading.state !== 'read' && load.reading.state !== 'repaired');
      const found = problems.filter(isError).map(shown);
      return found
        .filter((error) => !lost && !DANGEROUS_POWERS.has(error))
        .map((error) => `${error} in ${JSON.stringify(text)}`);
    });
    expect(other).toEqual([]);
  });
});

function explains({ reason }: IndexedReport, problems: readonly Problem[]): boolean {
  return problems.some((problem) => isError(problem) && problem.code === reason);
}
