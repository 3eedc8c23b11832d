// Reports a version that is not `major.minor.patch`, or that YAML reads as a number.

import type { Fix } from '../../../../model/problem.ts';
import { scalarOf } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../../runtimes/entries.ts';
import { isSemver } from '../../../../util/semver.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { isRing, ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const TAIL = '\nlast_updated: 2026-01-26\n---\nReview.\n';

export default defineRule({
  code: 'contract/invalid-version',
  severity: 'information',
  summary: 'The version is not `major.minor.patch`, or YAML reads it as a number.',
  rationale:
    'The Ring format uses semantic versions for agents, and the first changelog entry has the same version. Without a second dot, YAML reads a number: `1.10` becomes `1.1`, which is older than `1.9`. Claude Code ignores the field.',
  evidence: [ringFormat('`version` is `major.minor.patch` in all of them')],
  messages: {
    number: 'YAML reads `{written}` as the number {value}. Write all three parts: `{full}`.',
    form: '`{written}` is not a `major.minor.patch` version. Write it like `1.2.0`.',
  },
  examples: {
    invalid: [
      { message: 'number', text: `${HEAD}version: ⟦1.10⟧${TAIL}`, fixed: `${HEAD}version: 1.10.0${TAIL}` },
      { message: 'form', text: `${HEAD}version: ⟦v1.2.0⟧${TAIL}`, fixed: `${HEAD}version: 1.2.0${TAIL}` },
      { message: 'form', text: `${HEAD}version: ⟦"latest"⟧${TAIL}` },
    ],
    valid: [
      { text: `${HEAD}version: 1.2.0${TAIL}` },
      { text: `${HEAD}version: "2.0.0-beta.1"${TAIL}` },
      { text: `${HEAD}version: 1.0\n---\nNo agent of the Ring format.\n` },
    ],
  },
  check({ document, load, report }) {
    const entry = isRing(load) ? entryOf(load.reading, 'version') : undefined;
    const scalar = scalarOf(entry?.value ?? null);
    if (!entry || !scalar || scalar.value === null || (typeof scalar.value === 'string' && isSemver(scalar.value)))
      return;
    const written = slice(document.text, entry.valueSpan);
    const full = fullVersion(typeof scalar.value === 'string' ? scalar.value : written);
    const fixes = [full === undefined ? undefined : writeFix(entry.valueSpan, full)];
    if (typeof scalar.value === 'number' && full !== undefined) {
      report('number', entry.valueSpan, { values: { written, value: scalar.value, full }, fixes });
    } else {
      report('form', entry.valueSpan, { values: { written }, fixes });
    }
  },
});

/** The three-part version that was most likely meant. */
function fullVersion(written: string): string | undefined {
  const match = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/i.exec(written.trim());
  return match ? `${match[1]}.${match[2] ?? 0}.${match[3] ?? 0}` : undefined;
}

function writeFix(span: Span, version: string): Fix {
  return { title: `Change to \`${version}\``, kind: 'suggestion', edits: [replace(span, version)] };
}
