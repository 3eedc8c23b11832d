// Reports `*` in a tool list, which cancels the rest of the list.

import { defineRule } from '../../../../rules/rule.ts';
import { measured } from '../../evidence.ts';
import { toolMentions } from '../../toolList.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/star-in-list',
  severity: 'warning',
  summary: 'A `*` in a tool list cancels the names next to it.',
  rationale:
    'In `tools`, a `*` grants every tool, regardless of what else the list names. In `disallowedTools`, it removes nothing, and neither do the names next to it.',
  evidence: [
    measured('`tools: "*"` gives all tools, with other names beside it too'),
    measured('`disallowedTools: "*"` has no effect, and undoes the rest of the list'),
  ],
  messages: {
    granted:
      '`*` gives the agent **every** tool, so the other names in `tools` restrict nothing. Remove either it or them.',
    denied:
      '`*` removes no tool in `disallowedTools` and makes the other names ineffective, too. Name each tool, or write `tools: []` to grant none.',
  },
  examples: {
    invalid: [
      { message: 'granted', text: `${HEAD}tools: [Read, ⟦"*"⟧]\n---\nReview.\n` },
      { message: 'denied', text: `${HEAD}disallowedTools: [Write, ⟦"*"⟧]\n---\nReview.\n` },
      { message: 'denied', text: `${HEAD}disallowedTools: ⟦"*"⟧\n---\nReview.\n` },
    ],
    valid: [{ text: `${HEAD}tools: "*"\n---\nReview.\n` }, { text: `${HEAD}disallowedTools: mcp__*\n---\nReview.\n` }],
  },
  check({ document, load, report }) {
    for (const { key, value, overridden } of load.reading.entries) {
      if (overridden || (key !== 'tools' && key !== 'disallowedTools')) continue;
      const mentions = toolMentions(document.text, value);
      const star = mentions.find(({ text }) => text === '*');
      if (!star || (key === 'tools' && mentions.length === 1)) continue;
      report(key === 'tools' ? 'granted' : 'denied', withQuotes(document.text, star.span));
    }
  },
});

/** A `*` must be quoted in a list. */
function withQuotes(text: string, { start, end }: { start: number; end: number }) {
  const quote = text.charAt(start - 1);
  return /["']/.test(quote) && text.charAt(end) === quote ? { start: start - 1, end: end + 1 } : { start, end };
}
