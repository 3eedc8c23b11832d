// frontmatter/runs-code: the runtime executes the front matter when it loads the file.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/runs-code',
  severity: 'error',
  summary: 'The runtime executes the front matter when it loads the file.',
  rationale:
    'OpenCode and Kilo read front matter with a library that treats a word after the opening `---` as the language. With `js` or `javascript` it runs the front matter as a program as soon as the project is opened, without asking. An agent file in a repository must never do that.',
  evidence: [
    {
      source: 'measured',
      detail: 'OpenCode 1.18.34, Kilo 7.7.9: a description computed in JavaScript comes out computed',
      verifiedOn: '2026-11-25',
    },
  ],
  messages: eventMessages('error'),
  examples: {
    invalid: [
      {
        message: 'error',
        path: '.opencode/agents/reviewer.md',
        text: '---⟦js⟧\n{ description: "Reviews code, " + new Date() }\n---\nReview.\n',
      },
    ],
    valid: [{ path: '.opencode/agents/reviewer.md', text: '---\ndescription: Reviews code\n---\nReview.\n' }],
  },
  check: reportEvents('frontmatter/runs-code'),
});
