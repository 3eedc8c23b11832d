// frontmatter/lost-lines: the runtime stops reading in the middle of the front matter.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/lost-lines',
  severity: 'warning',
  summary: 'The runtime stops reading in the middle of the front matter.',
  rationale:
    'VS Code reads front matter with its own parser. It stops silently at a line that is not `key: value` and ignores everything below. Without its `tools`, the agent has every tool.',
  evidence: [
    {
      source: 'measured',
      detail:
        'VS Code 1.139.1: a line without a key ends the front matter silently, and so does text after a closing quote',
      verifiedOn: '2026-11-25',
    },
  ],
  messages: eventMessages('warning', 'error'),
  examples: {
    invalid: [
      {
        message: 'warning',
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\n⟦No key here\nmodel: GPT-5 (copilot)⟧\n---\nPlan.\n',
      },
      {
        message: 'error',
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\nname: "Plan" ⟦it\ntools: [read]⟧\n---\nPlan.\n',
      },
    ],
    valid: [
      {
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\n# A comment\nmodel: GPT-5 (copilot)\n---\nPlan.\n',
      },
    ],
  },
  check: reportEvents('frontmatter/lost-lines'),
});
