// Reports an agent without a prompt: nothing follows its front matter.
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';

const FENCE_LENGTH = '---'.length;

export default defineRule({
  code: 'structure/empty-body',
  severity: 'warning',
  summary: 'The agent has no prompt: nothing follows its front matter.',
  rationale:
    'Claude Code loads an agent without a body and runs it with no instructions of its own: the description tells the main conversation when to delegate, and the agent itself never sees it.',
  evidence: [measured('the closing fence may be the last bytes of the file; an empty body is accepted')],
  messages: {
    empty:
      'Nothing follows the front matter. The agent loads, but runs without a prompt: it never sees its description. Write below this line what it is, what it does and how it answers.',
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
