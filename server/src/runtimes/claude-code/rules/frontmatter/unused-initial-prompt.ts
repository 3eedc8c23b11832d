// Reports an `initialPrompt`, which is sent only if the agent is the main session.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { documented } from '../../evidence.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/unused-initial-prompt',
  severity: 'information',
  summary: '`initialPrompt` is not used when the agent runs as a subagent.',
  rationale:
    'Claude Code sends this text as the first message only if the agent is the main session, started with `--agent`. A subagent gets its task from its caller.',
  evidence: [documented('initialPrompt applies when the agent is the main session')],
  messages: {
    unused:
      '`initialPrompt` is sent only if the agent is the main session (`--agent`); a subagent never sees it. Put anything it must always know in the body.',
  },
  examples: {
    invalid: [{ message: 'unused', text: `${HEAD}⟦initialPrompt⟧: Start with the diff.\n---\nReview.\n` }],
    valid: [
      { text: `${HEAD}---\nReview.\n` },
      { text: `${HEAD}initialPrompt: Start with the diff.\n---\nReview.\n`, path: 'plugin/agents/example.md' },
    ],
  },
  check({ scope, load, report }) {
    const entry = entryOf(load.reading, 'initialPrompt');
    // In a plugin it is ignored altogether; frontmatter/ignored-in-plugin reports that.
    if (entry?.value && scope !== 'plugin') report('unused', entry.keySpan);
  },
});
