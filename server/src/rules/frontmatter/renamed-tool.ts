// frontmatter/renamed-tool: a tool has another name today.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/renamed-tool',
  severity: 'information',
  summary: 'A tool has a new name.',
  rationale: 'The old name still works. VS Code marks it in the editor, but nothing reports it in CI.',
  evidence: [
    {
      source: 'measured',
      detail:
        'VS Code 1.139.1: names without their set, such as codebase, and sets that were taken apart, such as runCommands, are marked as renamed',
      verifiedOn: '2026-11-25',
    },
  ],
  messages: eventMessages('information'),
  examples: {
    invalid: [
      {
        message: 'information',
        path: '.github/agents/plan.agent.md',
        text: "---\ndescription: Plans work\ntools: ['⟦codebase⟧', 'read']\n---\nPlan.\n",
        fixed: "---\ndescription: Plans work\ntools: ['search/codebase', 'read']\n---\nPlan.\n",
      },
      {
        message: 'information',
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\ntools: ⟦todos⟧, read\n---\nPlan.\n',
        fixed: '---\ndescription: Plans work\ntools: todo, read\n---\nPlan.\n',
      },
    ],
    valid: [
      {
        path: '.github/agents/plan.agent.md',
        text: "---\ndescription: Plans work\ntools: ['search/codebase', 'docs/find', 'todo']\n---\nPlan.\n",
      },
    ],
  },
  check: reportEvents('frontmatter/renamed-tool'),
});
