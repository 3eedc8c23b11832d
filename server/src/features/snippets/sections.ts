// Snippets of the body: sections of the prompt, and examples.
import type { Snippet } from './snippet.ts';

export const sections: readonly Snippet[] = [
  {
    title: 'Example conversation',
    prefix: 'agent-example',
    description: 'An <example> block for a description: when the agent is called, and why',
    body: `<example>
Context: \${1:What has happened so far}
user: "\${2:What the user says}"
assistant: "\${3:I'll use the … agent to …}"
<commentary>
\${4:Why the agent is the right one here}
</commentary>
</example>
$0`,
  },
  {
    title: 'Section: role',
    prefix: 'agent-role',
    description: 'Who the agent is and what it is good at',
    body: `You are \${1:a senior …} who \${2:…}. Your work is judged by \${3:…}.
$0`,
  },
  {
    title: 'Section: process',
    prefix: 'agent-process',
    description: 'The steps the agent takes, in order',
    body: `## Process

1. **Understand**: \${1:read what the task is about, and what it touches}
2. **Plan**: \${2:say what you will do}
3. **Do**: \${3:make the change}
4. **Check**: \${4:run the tests}
$0`,
  },
  {
    title: 'Section: output format',
    prefix: 'agent-output',
    description: 'The shape of the answer, as a template in a code fence',
    body: `## Output Format

\`\`\`markdown
## Summary
\${1:One paragraph.}

## \${2:Details}
\${3:…}
\`\`\`
$0`,
  },
  {
    title: 'Section: what this agent does not handle',
    prefix: 'agent-not-handled',
    description: 'Where the work of the agent ends, and who does the rest',
    body: `## What This Agent Does Not Handle

- \${1:Kind of work} (use \`\${2:other-agent}\`)
$0`,
  },
  {
    title: 'Section: checklist',
    prefix: 'agent-checklist',
    description: 'What the agent ticks off before it answers',
    body: `## Checklist

- [ ] \${1:Every input is validated}
- [ ] \${2:Tests cover the change}
$0`,
  },
];
