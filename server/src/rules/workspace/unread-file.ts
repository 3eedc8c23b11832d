// workspace/unread-file: a file lies where its runtime never looks, or has a name that it skips.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'workspace/unread-file',
  severity: 'error',
  summary: 'A file lies where its runtime never looks, or has a name that it skips.',
  rationale:
    'Gemini CLI reads the files that lie directly in its agents folder, and skips those whose names start with `_` or do not end with `.md`. Qwen Code and Factory read no folders inside theirs either. Nothing says so.',
  evidence: [
    {
      source: 'measured',
      detail: 'Gemini CLI 0.61.0: files in folders below .gemini/agents and files with a leading underscore never load',
      verifiedOn: '2026-11-20',
    },
    {
      source: 'documentation',
      detail: 'Factory reads the top level of .factory/droids',
      url: 'https://docs.factory.ai/cli/configuration/custom-droids',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: eventMessages('error', 'warning'),
  examples: {
    invalid: [
      {
        message: 'error',
        path: '.gemini/agents/team/reviewer.md',
        text: '⟦⟧---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'error',
        path: '.gemini/agents/_reviewer.md',
        text: '⟦⟧---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'warning',
        path: '.factory/droids/team/reviewer.md',
        text: '⟦⟧---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
    ],
    valid: [
      { path: '.gemini/agents/reviewer.md', text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
    ],
  },
  check: reportEvents('workspace/unread-file'),
});
