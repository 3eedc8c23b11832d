// contract/changelog-order: the changelog is not newest first, repeats a version, or does not begin with `version`.
import { entryOf } from '../../dialects/dialect.ts';
import { readChangelog } from '../../dialects/ring/changelog.ts';
import type { Fix } from '../../model/problem.ts';
import { compareSemver, isSemver } from '../../util/semver.ts';
import type { Span } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { ringFormat } from '../support/ring.ts';
import { replace, scalarOf } from '../support/values.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const TAIL = '\n---\nReview.\n';

export default defineRule({
  code: 'contract/changelog-order',
  severity: 'information',
  summary: 'The changelog is not newest first, repeats a version, or does not begin with the agent’s version.',
  rationale:
    'The first entry of a Ring changelog is the newest change, and its version is the agent’s. Whoever compares two copies of an agent reads these two places; where they differ, one of them is out of date.',
  evidence: [ringFormat('newest first, and the first entry is `version`, in all of them')],
  messages: {
    newest:
      '`version` is {version}, but the changelog begins with {newest}. Write the version of the newest change in both places.',
    order: '{version} is newer than {above} above it. The changelog is newest first: move it up.',
    duplicate: '{version} is in the changelog already, in line {line}. Merge the two, or correct the version.',
  },
  examples: {
    invalid: [
      {
        message: 'newest',
        text: `${HEAD}version: ⟦1.0.0⟧\nchangelog:\n  - 1.1.0: Tests\n  - 1.0.0: First${TAIL}`,
        fixed: `${HEAD}version: 1.1.0\nchangelog:\n  - 1.1.0: Tests\n  - 1.0.0: First${TAIL}`,
      },
      { message: 'newest', text: `${HEAD}version: ⟦1.2.0⟧\nchangelog:\n  - 1.1.0: Tests${TAIL}` },
      { message: 'order', text: `${HEAD}version: 1.9.0\nchangelog:\n  - 1.9.0: First\n  - ⟦1.10.0⟧: Tests${TAIL}` },
      { message: 'duplicate', text: `${HEAD}changelog:\n  - 1.1.0: Tests\n  - ⟦1.1.0⟧: First${TAIL}` },
    ],
    valid: [
      {
        text: `${HEAD}version: 1.10.0\nchangelog:\n  - 1.10.0: Tests\n  - 1.9.0: More\n  - 1.9.0-beta.1: First${TAIL}`,
      },
      { text: `${HEAD}version: 1.0.0\nchangelog: []${TAIL}` },
    ],
  },
  check({ document, load, report }) {
    const items = readChangelog(load)?.items ?? [];
    const versions = items.flatMap(({ key, version }) =>
      key && version !== null && isSemver(version) ? [{ version, span: key.span }] : [],
    );
    const [newest] = versions;
    const entry = entryOf(load.reading, 'version');
    const version = scalarOf(entry?.value ?? null)?.value;
    if (entry && newest && items[0]?.version === newest.version && typeof version === 'string' && isSemver(version)) {
      const difference = compareSemver(version, newest.version);
      const fixes = [difference < 0 ? versionFix(entry.valueSpan, newest.version) : undefined];
      if (difference !== 0) report('newest', entry.valueSpan, { values: { version, newest: newest.version }, fixes });
    }
    const seen = new Map<string, Span>();
    versions.forEach(({ version: each, span }, index) => {
      const above = versions[index - 1];
      const first = seen.get(each);
      if (first) {
        report('duplicate', span, { values: { version: each, line: document.lines.positionAt(first.start).line + 1 } });
      } else if (above && compareSemver(each, above.version) > 0) {
        report('order', span, { values: { version: each, above: above.version } });
      }
      if (!first) seen.set(each, span);
    });
  },
});

function versionFix(span: Span, version: string): Fix {
  return { title: `Write \`${version}\``, kind: 'suggestion', edits: [replace(span, version)] };
}
