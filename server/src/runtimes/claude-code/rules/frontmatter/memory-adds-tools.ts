// Reports that `memory` adds tools that `tools` leaves out.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { documented, measured } from '../../evidence.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/memory-adds-tools',
  severity: 'warning',
  summary: '`memory` adds Read, Write, and Edit to a tool list that leaves them out.',
  rationale:
    'An agent with memory needs to read and write it, so Claude Code adds Read, Write, and Edit regardless of `tools`. An agent that must not write can then write after all.',
  evidence: [
    documented('Read, Write, and Edit are enabled automatically'),
    measured('memory: user with tools: Bash gives Bash, Write, Edit, Read'),
  ],
  messages: {
    adds: '`memory` gives the agent {added}, although `tools` does not list them. Remove `memory` if the agent must not write.',
  },
  examples: {
    invalid: [{ message: 'adds', text: `${HEAD}tools: Read, Grep\n⟦memory⟧: project\n---\nReview.\n` }],
    valid: [
      { text: `${HEAD}tools: Read, Write, Edit\nmemory: project\n---\nReview.\n` },
      { text: `${HEAD}memory: project\n---\nReview.\n` },
      { text: `${HEAD}tools: Read\nmemory: sometimes\n---\nReview.\n` },
    ],
  },
  check({ load, report }) {
    const memory = entryOf(load.reading, 'memory');
    const tools = entryOf(load.reading, 'tools');
    if (!memory || !tools || load.tools === 'inherit') return;
    const added = load.grantedTools.flatMap(({ name, from }) => (from === 'memory' ? name : []));
    if (added.length > 0) report('adds', memory.keySpan, { values: { added: added.join(', ') } });
  },
});
