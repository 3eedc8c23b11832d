// workspace/outdated-file-name: the name of the file is of a kind that the runtime has given up.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'workspace/outdated-file-name',
  severity: 'information',
  summary: 'The name of the file is of a kind that the runtime has given up.',
  rationale: 'Chat modes became agents. VS Code still knows the old name and asks to move the file.',
  evidence: [
    { source: 'measured', detail: 'VS Code 1.139.1: files called *.chatmode.md are marked', verifiedOn: '2026-11-25' },
  ],
  messages: eventMessages('information'),
  examples: {
    invalid: [
      {
        message: 'information',
        path: 'team/plan.chatmode.md',
        text: '⟦---⟧\ndescription: Plans work\n---\nPlan.\n',
      },
    ],
    valid: [{ path: '.github/agents/plan.agent.md', text: '---\ndescription: Plans work\n---\nPlan.\n' }],
  },
  check: reportEvents('workspace/outdated-file-name'),
});
