// frontmatter/no-effect: something else cancels a key or a rule of the front matter.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/no-effect',
  severity: 'warning',
  summary: 'Something else cancels a key or a rule of the front matter.',
  rationale:
    'The permissions of OpenCode and Kilo are read in order, and the last rule that matches decides: `"*": allow` at the end allows everything that the rules before it deny. OpenCode V2 reads a file as V1 as soon as it has one key of V1, and then its `permissions` restrict nothing. Where more is allowed than what is written, that is an error.',
  evidence: [
    {
      source: 'measured',
      detail: 'OpenCode 1.18.34, Kilo 7.7.9: the last matching rule decides',
      verifiedOn: '2026-11-20',
    },
    {
      source: 'measured',
      detail: 'the V2 core of OpenCode 1.18.34: with one key of V1, permissions are an option of the provider',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: eventMessages('error', 'warning'),
  examples: {
    invalid: [
      {
        message: 'error',
        path: '.opencode/agents/cleaner.md',
        text: '---\ndescription: Cleans up\npermission:\n  bash:\n    ⟦"rm *"⟧: deny\n    "*": allow\n---\nClean up.\n',
      },
      {
        message: 'error',
        path: '.opencode/agents/reviewer.md',
        text: '---\ndescription: Reviews code\n⟦permissions⟧:\n  edit: deny\n---\nReview.\n',
      },
      {
        message: 'warning',
        path: '.opencode/agents/reviewer.md',
        text: '---\ndescription: Reviews code\npermission:\n  ⟦read⟧: allow\n  "*": deny\n---\nReview.\n',
      },
    ],
    valid: [
      {
        path: '.opencode/agents/cleaner.md',
        text: '---\ndescription: Cleans up\npermission:\n  bash:\n    "*": allow\n    "rm *": deny\n---\nClean up.\n',
      },
    ],
  },
  check: reportEvents('frontmatter/no-effect'),
});
