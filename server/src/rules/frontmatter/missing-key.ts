// frontmatter/missing-key: a key that the runtime needs is missing.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/missing-key',
  severity: 'error',
  summary: 'A key that the runtime needs is missing.',
  rationale:
    'Some runtimes need more than a name and a description: a remote agent of Gemini CLI needs its card, or the file is rejected; a handoff of VS Code needs a label, an agent and a prompt, or it is left out.',
  evidence: [
    {
      source: 'measured',
      detail: 'Gemini CLI 0.61.0: a remote agent without agent_card_url or agent_card_json is rejected',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: eventMessages('error', 'warning'),
  examples: {
    invalid: [
      { message: 'error', path: '.gemini/agents/remote.md', text: '⟦---⟧\nkind: remote\nname: remote\n---\n' },
      {
        message: 'warning',
        path: '.github/agents/plan.agent.md',
        text: '---\nname: Plan\ndescription: Plans\nhandoffs:\n  - ⟦label: Go\n    agent: build⟧\n---\nPlan.\n',
      },
    ],
    valid: [
      {
        path: '.gemini/agents/remote.md',
        text: '---\nkind: remote\nname: remote\nagent_card_url: https://example.com/card\n---\n',
      },
    ],
  },
  check: reportEvents('frontmatter/missing-key'),
});
