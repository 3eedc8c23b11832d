// Reports tools that exist and are listed but not granted.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { documented, measured } from '../../evidence.ts';
import { canonicalTool, DENIED_WITH, toolMentions } from '../../toolList.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/refused-tool',
  severity: 'warning',
  summary: 'A listed tool is not granted: subagents never get it, or `disallowedTools` removes it.',
  rationale:
    'Some tools belong to the main conversation, and subagents never get them. Claude Code applies `disallowedTools` first, so a tool in both lists is removed. Removing Bash also removes Monitor.',
  evidence: [
    documented('tools that are not available to subagents'),
    documented('disallowedTools is applied first, then tools'),
    measured('a tool in both lists is removed'),
    measured('disallowedTools: Bash removes Monitor too'),
  ],
  messages: {
    'not-for-subagents':
      'Subagents never get `{tool}`, even if it is listed. Remove it, or leave that part to the main conversation.',
    disallowed:
      '`disallowedTools` removes `{tool}`, so the agent does not have it. Remove it from one of the two lists.',
    companion:
      '`disallowedTools` removes `{other}` and `{tool}` with it, so the agent does not have it. Remove it, or allow `{other}`.',
  },
  examples: {
    invalid: [
      { message: 'not-for-subagents', text: `${HEAD}tools: Read, ⟦AskUserQuestion⟧\n---\nReview.\n` },
      { message: 'disallowed', text: `${HEAD}tools: Read, ⟦Write⟧\ndisallowedTools: Write\n---\nReview.\n` },
      { message: 'companion', text: `${HEAD}tools: Read, ⟦Monitor⟧\ndisallowedTools: Bash\n---\nReview.\n` },
    ],
    valid: [
      { text: `${HEAD}tools: Read\ndisallowedTools: Write\n---\nReview.\n` },
      { text: `${HEAD}tools: AskUserQuestion\n---\nReview.\n` },
    ],
  },
  check({ document, load, report }) {
    const denied = entryOf(load.reading, 'disallowedTools');
    const named = toolMentions(document.text, denied?.value ?? null).map(({ name }) => canonicalTool(name));
    for (const { name, span, reason } of load.refusedTools) {
      if (reason !== 'not-for-subagents' && reason !== 'disallowed') continue;
      // If the agent lists nothing else, frontmatter/no-tools reports that it does not start.
      if (load.startFault?.kind === 'no-tools' && load.refusedTools.length === 1) continue;
      const other = [...DENIED_WITH].find(([tool, companion]) => companion === name && named.includes(tool))?.[0];
      const alone = reason === 'disallowed' && other !== undefined && !named.includes(name);
      report(alone ? 'companion' : reason, span, { values: { tool: name, ...(alone ? { other } : {}) } });
    }
  },
});
