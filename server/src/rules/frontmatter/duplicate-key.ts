// frontmatter/duplicate-key: a key written twice; the last one wins.
import { entryOf } from '../../dialects/dialect.ts';
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';

export default defineRule({
  code: 'frontmatter/duplicate-key',
  severity: 'warning',
  summary: 'A key stands in the front matter more than once; only the last one counts.',
  rationale:
    'Claude Code takes the last of several entries with the same key and says nothing. YAML forbids it, so other tools drop the file.',
  evidence: [measured('duplicate keys: the last one wins, no message')],
  messages: {
    overridden:
      '`{key}` is written again in line {line}, and Claude Code uses that one: this entry has no effect, and tools with a strict YAML reader drop the file. Remove one of them.',
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
