// Reports a changelog that is not newest first, repeats a version, or does not start with `version`.

import type { Fix } from '../../../../model/problem.ts';
import { scalarOf } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../../runtimes/entries.ts';
import { compareSemver, isSemver } from '../../../../util/semver.ts';
import type { Span } from '../../../../util/text.ts';
import { readChangelog } from '../../changelog.ts';
import { ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const TAIL = '\n---\nReview.\n';

export default defineRule({
  code: 'contract/changelog-order',
  severity: 'information',
  summary: 'The changelog is not newest first, repeats a version, or does not start with the agent’s version.',
  rationale:
    'The first entry of a Ring changelog is the latest change, and its version is the agent’s version. People comparing two copies of an agent look at both places; if they differ, one is out of date.',
  evidence: [ringFormat('newest first, and the first entry is `version`, in all of them')],
  messages: {
    newest: '`version` is {version}, but the changelog starts with {newest}. Use the latest version in both places.',
    order: '{version} is newer than {above} above it. Move it up: the changelog is newest first.',
    duplicate: '{version} is already in the changelog, on line {line}. Merge the two entries or correct the version.',
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
  return { title: `Change to \`${version}\``, kind: 'suggestion', edits: [replace(span, version)] };
}
