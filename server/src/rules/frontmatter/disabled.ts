// frontmatter/disabled: the file turns its own agent off.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/disabled',
  severity: 'information',
  summary: 'The file turns its own agent off.',
  rationale:
    'OpenCode and Kilo do not load an agent with `disable: true`; OpenCode V2 does not load one with `disabled: true`. They do not say so: the agent is simply missing.',
  evidence: [
    {
      source: 'measured',
      detail: 'OpenCode 1.18.34, Kilo 7.7.9: an agent with disable: true is not there',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: eventMessages('information'),
  examples: {
    invalid: [
      {
        message: 'information',
        path: '.opencode/agents/reviewer.md',
        text: '---\ndescription: Reviews code\n⟦disable⟧: true\n---\nReview.\n',
      },
    ],
    valid: [
      { path: '.opencode/agents/reviewer.md', text: '---\ndescription: Reviews code\ndisable: false\n---\nReview.\n' },
    ],
  },
  check: reportEvents('frontmatter/disabled'),
});
