// frontmatter/star-in-list: `*` in a list of tools makes the rest of the list void.
import { toolMentions } from '../../dialects/claude-code/tools.ts';
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/star-in-list',
  severity: 'warning',
  summary: 'A `*` in a list of tools: the names beside it have no effect.',
  rationale:
    'In `tools` a `*` gives every tool, whatever else the list names. In `disallowedTools` it takes nothing away, and the names beside it take nothing away either.',
  evidence: [
    measured('`tools: "*"` gives all tools, with other names beside it too'),
    measured('`disallowedTools: "*"` has no effect, and undoes the rest of the list'),
  ],
  messages: {
    granted: 'This gives the agent **every** tool: the other names in `tools` restrict nothing. Remove it, or them.',
    denied:
      'This takes no tool away, and the other names in `disallowedTools` then take none away either. Name each tool; for none at all write `tools: []`.',
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

/** A `*` cannot stand in a list without its quotes. */
function withQuotes(text: string, { start, end }: { start: number; end: number }) {
  const quote = text.charAt(start - 1);
  return /["']/.test(quote) && text.charAt(end) === quote ? { start: start - 1, end: end + 1 } : { start, end };
}
