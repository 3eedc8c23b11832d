// frontmatter/lost-prompt: the runtime loses the whole prompt, or does not take what there is of one.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/lost-prompt',
  severity: 'warning',
  summary: 'The runtime loses the whole prompt, or skips the file because the prompt is too short.',
  rationale:
    'For Gemini CLI the prompt starts after the closing `---`, but only if nothing else is on that line. Otherwise the agent still loads, with an empty prompt. Qwen Code skips a file whose prompt has fewer than 10 characters.',
  evidence: [
    {
      source: 'measured',
      detail: 'Gemini CLI 0.61.0: spaces, text or a fourth dash after the closing fence give an empty prompt',
      verifiedOn: '2026-11-20',
    },
    {
      source: 'measured',
      detail: 'Qwen Code 0.24.4: “System prompt must be at least 10 characters long”',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: eventMessages('error', 'warning'),
  examples: {
    invalid: [
      {
        message: 'warning',
        path: '.gemini/agents/reviewer.md',
        text: '---\nname: reviewer\ndescription: Reviews code\n---⟦-⟧\nReview.\n',
      },
      {
        message: 'error',
        path: '.qwen/agents/reviewer.md',
        text: '---\nname: reviewer\ndescription: Reviews code\n---\n⟦Review.\n⟧',
      },
    ],
    valid: [
      { path: '.gemini/agents/reviewer.md', text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
    ],
  },
  check: reportEvents('frontmatter/lost-prompt'),
});
