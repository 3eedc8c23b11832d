// contract/changelog-shape: entries of the changelog that readers cannot tell version and text of.
import { readChangelog } from '../../dialects/ring/changelog.ts';
import type { AgentDocument } from '../../model/document.ts';
import { type Span, slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { ringFormat } from '../support/ring.ts';
import { quoted, replace, valueOrKeySpan } from '../support/values.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const TAIL = '\n---\nReview.\n';

export default defineRule({
  code: 'contract/changelog-shape',
  severity: 'information',
  summary: 'The changelog is not a list of `version: text`.',
  rationale:
    'Each entry of a Ring changelog is a map of one key, the version: `- 1.2.0: Added tests`. Two traps: a version of two parts is a number to YAML (`1.10` becomes `1.1`), and a text with `: ` in it makes the whole front matter unreadable, so that Claude Code drops the agent.',
  evidence: [ringFormat('136 entries, all of them maps of one key')],
  messages: {
    'number-key': 'To YAML the version `{written}` is the number {value}. Put it in quotes.',
    colon: {
      text: 'The text of this entry has `: ` in it, so YAML cannot read the front matter: Claude Code loses all of it. Put the text in quotes.',
      severity: 'error',
    },
    item: 'An entry of the changelog is `version: text`; of this one readers cannot tell the version.',
    list: 'The changelog of the Ring format is a list, each entry `- version: text`.',
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

/** Texts of the changelog without quotes and with `: ` in them, found line by line, since the YAML is broken. */
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
