// Reports keys that appear more than once; the last one wins.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { measured } from '../../evidence.ts';

export default defineRule({
  code: 'frontmatter/duplicate-key',
  severity: 'warning',
  summary: 'A key appears more than once in the front matter; only the last one counts.',
  rationale:
    'If a key appears several times, Claude Code silently uses the last entry. YAML forbids duplicate keys, so other tools drop the file.',
  evidence: [measured('duplicate keys: the last one wins, no message')],
  messages: {
    overridden:
      '`{key}` appears again on line {line}, and Claude Code uses that entry; tools with a strict YAML parser drop the file. Remove one of the two.',
  },
  examples: {
    invalid: [
      {
        message: 'overridden',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦model⟧: opus\nmodel: haiku\n---\nReview.\n',
      },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\nmodel: opus\n---\nReview.\n' }],
  },
  check({ document, load, report }) {
    for (const entry of load.reading.entries) {
      if (!entry.overridden) continue;
      const winner = entryOf(load.reading, entry.key);
      const line = winner ? document.lines.positionAt(winner.keySpan.start).line + 1 : 0;
      report('overridden', entry.keySpan, { values: { key: entry.key, line }, unnecessary: true });
    }
  },
});
