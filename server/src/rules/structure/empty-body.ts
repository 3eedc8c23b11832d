// Reports an agent without a prompt: its front matter is followed by nothing.

import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

const FENCE_LENGTH = '---'.length;

export default defineRule({
  code: 'structure/empty-body',
  severity: 'warning',
  summary: 'The agent has no prompt: nothing follows its front matter.',
  rationale:
    'A runtime loads an agent with an empty body and runs it without instructions. The description tells the main conversation when to delegate; the agent itself never sees it.',
  evidence: goodPractice,
  messages: {
    empty:
      'Nothing follows the front matter. The agent loads but runs without a prompt, because it never sees its description. Below this line, describe its role, its task, and how to answer.',
  },
  examples: {
    invalid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\n⟦---⟧\n', message: 'empty' },
      { text: '---\nname: reviewer\ndescription: Reviews code\n⟦---⟧', message: 'empty' },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\n---\n\nYou review code.\n' }],
  },
  check({ document, report }) {
    const { frontMatter, body, text } = document;
    if (frontMatter.state !== 'present' || text.slice(body.start, body.end).trim() !== '') return;
    const { start } = frontMatter.close;
    report('empty', { start, end: start + FENCE_LENGTH });
  },
});
