// frontmatter/lost-prompt: something in the file makes the runtime lose the whole prompt.
import { defineRule } from '../rule.ts';
import { eventMessages, reportEvents } from '../support/events.ts';

export default defineRule({
  code: 'frontmatter/lost-prompt',
  severity: 'warning',
  summary: 'Something in the file makes the runtime lose the whole prompt.',
  rationale:
    'Gemini CLI takes as prompt what follows the line of the closing `---`, and only where nothing else stands on that line. The agent loads all the same, with an empty prompt.',
  evidence: [
    {
      source: 'measured',
      detail: 'Gemini CLI 0.61.0: spaces, text or a fourth dash after the closing fence give an empty prompt',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: eventMessages('warning'),
  examples: {
    invalid: [
      {
        message: 'warning',
        path: '.gemini/agents/reviewer.md',
        text: '---\nname: reviewer\ndescription: Reviews code\n---⟦-⟧\nReview.\n',
      },
    ],
    valid: [
      { path: '.gemini/agents/reviewer.md', text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
    ],
  },
  check: reportEvents('frontmatter/lost-prompt'),
});
