// Reports invalid YAML that Claude Code repairs but other tools do not.

import { quoteValueFix } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { slice } from '../../../../util/text.ts';
import { measured, reported } from '../../evidence.ts';
import { readsTheSame } from '../../sameReading.ts';
import { blamedValues, needsRepair, readableValueFix, tabsEdit } from '../support/quoting.ts';

const SEED = 'Use this agent to build APIs. Examples include: REST endpoints';

export default defineRule({
  code: 'frontmatter/repaired',
  severity: 'warning',
  summary: 'A value makes the front matter invalid YAML; Claude Code repairs it, but other tools drop the file.',
  rationale:
    'After a YAML error, Claude Code quotes the top-level values that contain special characters and reads the front matter again. Nothing else does: Copilot, Gemini CLI, and any tool with a plain YAML parser drop the file, and so does Claude Code itself once the file is saved with CRLF line endings.',
  evidence: [
    measured('unquoted `: `, `[WIP] x`, `*bold*`, `@x`, `{x} y` and the like load with LF and not with CRLF'),
    reported('an agent with CRLF line endings and an unquoted colon disappears silently', 80890),
  ],
  messages: {
    colon:
      '`{key}` is not valid YAML: unquoted text must not contain a colon followed by a space. Claude Code repairs it, but other tools drop the file, and so does Claude Code if it has CRLF line endings. Put the value in quotes.',
    special:
      '`{key}` is not valid YAML: `{start}` has a special meaning there. Claude Code repairs it by quoting, but other tools drop the file, and so does Claude Code if it has CRLF line endings. Put the value in quotes.',
  },
  examples: {
    invalid: [
      {
        message: 'colon',
        text: `---\nname: reviewer\ndescription: ⟦${SEED}⟧\nmodel: inherit\n---\nReview.\n`,
        fixed: `---\nname: reviewer\ndescription: "${SEED}"\nmodel: inherit\n---\nReview.\n`,
      },
      {
        message: 'special',
        text: '---\nname: reviewer\ndescription: ⟦[WIP] Says "no: never"⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: \'[WIP] Says "no: never"\'\n---\nReview.\n',
      },
      {
        message: 'special',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: ⟦[Read, Grep⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ntools: [Read, Grep]\n---\nReview.\n',
      },
    ],
    valid: [
      { text: `---\nname: reviewer\ndescription: "${SEED}"\n---\nReview.\n` },
      { text: `---\nname: reviewer\ndescription: >\n  ${SEED}\n---\nReview.\n` },
      { text: `---\r\nname: reviewer\r\ndescription: ${SEED}\r\n---\r\nReview.\r\n` },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    const { reading } = load;
    if (reading.state !== 'repaired') return;
    const values = blamedValues(document, reading);
    const fixes = values.map(({ span }) => readableValueFix(document, span));
    // The repair may have changed other values, too; quoting only these then changes how the others are read.
    const quotes = values.flatMap(({ span }) => quoteValueFix(document, span)?.edits ?? []);
    // Without the last thing that Claude Code itself cannot read, it repairs nothing else any more.
    const needed = values.filter((value) => needsRepair(document, value)).length + reading.tabs.length;
    const separable = values.length === 1 || needed > 1;
    const certain = separable && readsTheSame(document, [...quotes, ...reading.tabs.map(tabsEdit)]);
    for (const [index, { key, span }] of values.entries()) {
      const text = slice(document.text, span);
      const message = /:(?:[ \t]|$)/.test(text) && !/^[[\]{}*&!|>%@`]/.test(text) ? 'colon' : 'special';
      const fix = fixes[index];
      report(message, span, {
        values: { key, start: text.charAt(0) },
        fixes: [fix?.kind === 'safe' && certain ? fix : harmless(context, fix && { ...fix, kind: 'suggestion' })],
      });
    }
  },
});
