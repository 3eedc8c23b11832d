// Reports changelog entries in which readers cannot tell the version from the text.

import type { AgentDocument } from '../../../../model/document.ts';
import { quoted, replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { valueOrKeySpan } from '../../../../runtimes/entries.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { readChangelog } from '../../changelog.ts';
import { ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const TAIL = '\n---\nReview.\n';

export default defineRule({
  code: 'contract/changelog-shape',
  severity: 'information',
  summary: 'The changelog is not a list of `version: text`.',
  rationale:
    'Each entry of a Ring changelog is a mapping with one key, the version: `- 1.2.0: Added tests`. There are two traps. YAML reads a two-part version as a number (`1.10` becomes `1.1`), and text that contains `: ` makes the whole front matter invalid, so Claude Code drops the agent.',
  evidence: [ringFormat('136 entries, all of them mappings with one key')],
  messages: {
    'number-key': 'YAML reads the version `{written}` as the number {value}. Put it in quotes.',
    colon: {
      text: 'This entry contains `: `, which makes the front matter invalid YAML, so Claude Code loses all of it. Put the text in quotes.',
      severity: 'error',
    },
    item: 'This changelog entry has no recognizable version. Write it as `version: text`.',
    list: 'In the Ring format, `changelog` is a list of `- version: text` entries. Write it as a list.',
  },
  examples: {
    invalid: [
      {
        message: 'number-key',
        text: `${HEAD}changelog:\n  - ⟦1.10⟧: Added tests${TAIL}`,
        fixed: `${HEAD}changelog:\n  - "1.10": Added tests${TAIL}`,
      },
      {
        message: 'colon',
        text: `${HEAD}changelog:\n  - 1.1.0: ⟦Added tests: unit only⟧\n  - 1.0.0: First${TAIL}`,
        fixed: `${HEAD}changelog:\n  - 1.1.0: "Added tests: unit only"\n  - 1.0.0: First${TAIL}`,
      },
      { message: 'item', text: `${HEAD}changelog:\n  - ⟦Added tests⟧${TAIL}` },
      { message: 'list', text: `${HEAD}changelog: ⟦Added tests⟧${TAIL}` },
    ],
    valid: [
      { text: `${HEAD}changelog:\n  - 1.1.0: Added tests; unit only\n  - 1.0.0: First${TAIL}` },
      { text: `${HEAD}changelog:\n  - "1.1": "Added tests: unit only"${TAIL}` },
      { text: `${HEAD}changelog:\n  - 1.1.0: Tests\n---\nNo field is lost.\n` },
    ],
  },
  check({ document, load, report }) {
    if (load.reading.state === 'unreadable') {
      const error = load.reading.error?.span ?? { start: 0, end: 0 };
      for (const span of textsWithColon(document)) {
        if (error.end < span.start || error.start > span.end) continue;
        const edits = [replace(span, quoted(slice(document.text, span)))];
        report('colon', span, { fixes: [{ title: 'Quote the text', kind: 'safe', edits }] });
      }
      return;
    }
    const changelog = readChangelog(load);
    if (!changelog) return;
    if (!changelog.items) {
      report('list', valueOrKeySpan(changelog.entry));
      return;
    }
    for (const { node, key } of changelog.items) {
      if (!key) {
        report('item', node.span);
      } else if (typeof key.value === 'number') {
        const written = slice(document.text, key.span);
        const edits = [replace(key.span, `"${written}"`)];
        report('number-key', key.span, {
          values: { written, value: key.value },
          fixes: [{ title: 'Quote the version', kind: 'safe', edits }],
        });
      }
    }
  },
});

const ENTRY = /^[ \t]*-[ \t]+["']?\d[\w.+-]{0,60}["']?:[ \t]+([^\s"'|>[{&*!#][^\r\n]*:[ \t][^\r\n]*?)[ \t]*\r?$/;

/** Unquoted changelog text that contains `: `, found line by line because the YAML is broken. */
function textsWithColon({ text, keyLines }: AgentDocument): Span[] {
  const changelog = keyLines.find(({ key }) => key === 'changelog');
  if (!changelog) return [];
  const found: Span[] = [];
  let offset = changelog.valueSpan.start;
  for (const line of text.slice(offset, changelog.valueSpan.end).split('\n')) {
    const value = ENTRY.exec(line)?.[1];
    const start = offset + line.lastIndexOf(value ?? '');
    if (value !== undefined) found.push({ start, end: start + value.length });
    offset += line.length + 1;
  }
  return found;
}
