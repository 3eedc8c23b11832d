// Reports descriptions that together exceed the number of tokens above which Claude Code warns.

import { defineRule } from '../../../../rules/rule.ts';
import { DESCRIPTION_TOKENS_LIMIT } from '../../agents.ts';
import { documented, measured } from '../../evidence.ts';
import { ownDescriptionSpan } from '../support/neighbours.ts';

const SENTENCE = 'Reviews pull requests for correctness, style and missing tests. ';
const LONGEST = SENTENCE.repeat(6).trim();

/** Agents with descriptions of about 80 tokens each. */
function crowd(size: number, folder = ''): Record<string, string> {
  const files = Array.from({ length: size }, (_, at): [string, string] => {
    const description = `${SENTENCE.repeat(5)}Number ${at}.`;
    return [`${folder}.claude/agents/r${at}.md`, `---\nname: r${at}\ndescription: ${description}\n---\nReview.\n`];
  });
  return Object.fromEntries(files);
}

export default defineRule({
  code: 'workspace/description-budget',
  severity: 'warning',
  summary: 'The descriptions of all agents together exceed the limit above which Claude Code warns.',
  rationale:
    'All descriptions are part of every session, whether the agents are used or not. Claude Code warns at startup if they exceed 15,000 tokens. Agentwright estimates tokens as a quarter of the characters and counts the agents of the folder, its parent folders, and the user folder. It reports each folder that exceeds the limit once, on the longest description in it.',
  evidence: [
    documented('a warning at start above 15,000 tokens'),
    measured('`claude plugin details` counts four characters to a token'),
  ],
  messages: {
    over: 'The descriptions of the {count} agents loaded together take about {tokens} tokens in every session, and Claude Code warns above {limit}. This one is the longest in its folder. Say when to use the agent in a sentence or two, and move the rest to the prompt.',
  },
  examples: {
    invalid: [
      {
        message: 'over',
        text: `---\nname: reviewer\ndescription: ⟦${LONGEST}⟧\n---\nReview.\n`,
        workspace: crowd(200),
      },
      {
        message: 'over',
        text: `---\nname: reviewer\ndescription: ⟦${LONGEST}⟧\n---\nReview.\n`,
        path: 'app/.claude/agents/reviewer.md',
        workspace: { ...crowd(100), ...crowd(80, '~/') },
      },
    ],
    valid: [
      // Too much even without this folder.
      {
        text: `---\nname: reviewer\ndescription: Reviews the app\n---\nReview.\n`,
        path: 'app/.claude/agents/reviewer.md',
        workspace: crowd(200),
      },
      { text: `---\nname: reviewer\ndescription: ${LONGEST}\n---\nReview.\n`, workspace: crowd(100) },
      // Reported on the longest one.
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n', workspace: crowd(200) },
    ],
  },
  check({ document, load, workspace, report }) {
    const budget = workspace.descriptionBudget(document.uri);
    if (!budget || budget.tokens <= DESCRIPTION_TOKENS_LIMIT) return;
    // If the other folders already exceed the limit, the problem is reported there.
    if (budget.elsewhere > DESCRIPTION_TOKENS_LIMIT || budget.longest !== workspace.agentAt(document.uri)?.uri) return;
    const shown = (amount: number): string => amount.toLocaleString('en-US');
    const { count, tokens } = budget;
    report('over', ownDescriptionSpan(document, load), {
      values: { count, tokens: shown(tokens), limit: shown(DESCRIPTION_TOKENS_LIMIT) },
    });
  },
});
