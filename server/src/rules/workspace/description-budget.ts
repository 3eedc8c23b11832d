// workspace/description-budget: descriptions that together cost more than Claude Code warns of.
import { DESCRIPTION_TOKENS_LIMIT } from '../../dialects/claude-code/agents.ts';
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
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
  summary: 'The descriptions of all agents together cost more tokens than Claude Code warns of.',
  rationale:
    'All descriptions are part of every session, whether the agents are used or not. Above 15,000 tokens Claude Code says so when it starts. Tokens are estimated (a quarter of the characters). Counted are the agents of the folder, of those above it and the user’s own. Reported once for each folder that has too much, on the longest description in it.',
  evidence: [
    documented('a warning at start above 15,000 tokens'),
    measured('`claude plugin details` counts four characters to a token'),
  ],
  messages: {
    over: 'The descriptions of the {count} agents that are loaded with this one come to about {tokens} tokens, and Claude Code warns at its start above {limit}: they are part of every session. This one is the longest of its folder. Say when to use the agent in a sentence or two, and leave the rest to the prompt.',
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
      // Too much already without this folder.
      {
        text: `---\nname: reviewer\ndescription: Reviews the app\n---\nReview.\n`,
        path: 'app/.claude/agents/reviewer.md',
        workspace: crowd(200),
      },
      { text: `---\nname: reviewer\ndescription: ${LONGEST}\n---\nReview.\n`, workspace: crowd(100) },
      // Reported on the longest of them.
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n', workspace: crowd(200) },
    ],
  },
  check({ document, load, workspace, report }) {
    const budget = workspace.descriptionBudget(document.uri);
    if (!budget || budget.tokens <= DESCRIPTION_TOKENS_LIMIT) return;
    // Where the others have too much without this folder, it is reported there.
    if (budget.elsewhere > DESCRIPTION_TOKENS_LIMIT || budget.longest !== workspace.agentAt(document.uri)?.uri) return;
    const shown = (amount: number): string => amount.toLocaleString('en-US');
    const { count, tokens } = budget;
    report('over', ownDescriptionSpan(document, load), {
      values: { count, tokens: shown(tokens), limit: shown(DESCRIPTION_TOKENS_LIMIT) },
    });
  },
});
