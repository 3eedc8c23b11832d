// frontmatter/deprecated-key: a key still works, and others have taken its place.

import { eventMessages, reportEvents } from '../events.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'frontmatter/deprecated-key',
  severity: 'information',
  summary: 'A key still works, but newer keys replace it.',
  rationale:
    'VS Code marks `infer` as an error but still reads it. While `infer` is present, `disable-model-invocation` has no effect.',
  evidence: [
    {
      source: 'measured',
      detail: 'VS Code 1.139.1: infer is marked as deprecated, and decides whether other agents may start this one',
      verifiedOn: '2026-11-25',
    },
  ],
  messages: eventMessages('information'),
  examples: {
    invalid: [
      {
        message: 'information',
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\n⟦infer: true⟧\n---\nPlan.\n',
      },
    ],
    valid: [
      {
        path: '.github/agents/plan.agent.md',
        text: '---\ndescription: Plans work\ndisable-model-invocation: true\n---\nPlan.\n',
      },
    ],
  },
  check: reportEvents('frontmatter/deprecated-key'),
});
