// frontmatter/ignored-key: a key that some runtime reads has no effect in this file.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/ignored-key',
  severity: 'warning',
  summary: 'A key that other runtimes read has no effect in this file.',
  rationale:
    'Which keys count depends on the runtime. VS Code ignores keys that only GitHub reads, `target` can exclude the only reader of a key, and `agents` has no effect if the agent cannot start other agents.',
  evidence: [
    {
      source: 'measured',
      detail: 'VS Code 1.139.1: mcp-servers is ignored, handoffs count in VS Code only, agents needs the agent tool',
      verifiedOn: '2026-11-25',
    },
  ],
  messages: eventMessages('warning', 'information'),
  examples: {
    invalid: [
      {
        message: 'information',
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\n⟦mcp-servers⟧: {}\n---\nPlan.\n',
      },
      {
        message: 'warning',
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\ntarget: vscode\n⟦metadata⟧:\n  team: core\n---\nPlan.\n',
      },
      {
        message: 'warning',
        path: '.github/agents/plan.agent.md',
        text: "---\ndescription: Plans work\ntools: ['read']\nagents: ⟦['*']⟧\n---\nPlan.\n",
      },
    ],
    valid: [
      {
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\ntarget: github-copilot\nmcp-servers: {}\n---\nPlan.\n',
      },
      {
        path: '.github/agents/plan.agent.md',
        text: "---\ndescription: Plans work\ntools: ['read', 'agent']\nagents: ['*']\n---\nPlan.\n",
      },
    ],
  },
  check: reportEvents('frontmatter/ignored-key'),
});
