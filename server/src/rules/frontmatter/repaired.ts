// frontmatter/repaired: the front matter is not valid YAML; Claude Code reads it all the same, others do not.
import { slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { measured, reported } from '../support/evidence.ts';
import { harmless, readsTheSame } from '../support/harmless.ts';
import { blamedValues, readableValueFix, tabsEdit } from '../support/quoting.ts';
import { quoteValueFix } from '../support/values.ts';

const SEED = 'Use this agent to build APIs. Examples include: REST endpoints';

export default defineRule({
  code: 'frontmatter/repaired',
  severity: 'warning',
  summary: 'A value makes the front matter invalid YAML; Claude Code repairs it, other tools drop the file.',
  rationale:
    'After a YAML error Claude Code puts the values of top-level lines with special characters in quotes and reads again. Nothing else does: Copilot, Gemini CLI and every tool with a plain YAML reader drop the file, and Claude Code itself drops it once it is saved with CRLF line ends.',
  evidence: [
    measured('unquoted `: `, `[WIP] x`, `*bold*`, `@x`, `{x} y` and the like load with LF and not with CRLF'),
    reported('an agent with CRLF line ends and an unquoted colon is silently gone', 80890),
  ],
  messages: {
    colon:
      'The value of `{key}` is not valid YAML: an unquoted text must not hold a colon followed by a blank. Claude Code repairs it; Copilot, Gemini and others drop the file, and saved with CRLF line ends Claude Code drops it too. Put the value in quotes.',
    special:
      'The value of `{key}` is not valid YAML: `{start}` has a meaning of its own there. Claude Code repairs it by quoting; Copilot, Gemini and others drop the file, and saved with CRLF line ends Claude Code drops it too. Put the value in quotes.',
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
    // The repair may have changed other values too; quotes for these alone then change how those are read.
    const quotes = values.flatMap(({ span }) => quoteValueFix(document, span)?.edits ?? []);
    const certain = readsTheSame(document, [...quotes, ...reading.tabs.map(tabsEdit)]);
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
