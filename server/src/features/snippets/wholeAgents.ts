// Snippets of whole agents: offered where a file has no front matter yet. Choices come from the vocabulary.

import { AGENT_TYPES } from '../../formats/ring/vocabulary.ts';
import { indexed } from '../../runtimes/registry.ts';
import { choice, FILE_NAME, type Snippet, TODAY } from './snippet.ts';

const name = `\${1:${FILE_NAME}}`;
const model = (tab: number): string =>
  choice(
    tab,
    indexed.models.aliases.filter(({ offered }) => offered),
  );
const color = (tab: number): string => choice(tab, indexed.colors.all);

/** The likeliest first, because it is what the snippet holds when nothing is chosen. */
function typeChoice(tab: number, first: string): string {
  const rest = AGENT_TYPES.filter(({ value }) => value !== first);
  return choice(tab, [...AGENT_TYPES.filter(({ value }) => value === first), ...rest]);
}

function requiredSections(...names: readonly string[]): string {
  return names.map((each) => `    - name: "${each}"\n      pattern: "^## ${each}"\n      required: true`).join('\n');
}

/** Each loads as it is when inserted. */
export const wholeAgents: readonly Snippet[] = [
  {
    title: 'Agent',
    prefix: 'agent',
    description: 'A whole agent with the two fields it needs',
    body: `---
name: ${name}
description: "\${2:Use this agent when …}"
---

\${3:You are …}

$0`,
  },
  {
    title: 'Agent with all common fields',
    prefix: 'agent-full',
    description: 'A whole agent: when to use it, tools, model, color and the usual sections',
    body: `---
name: ${name}
description: >-
  \${2:Use this agent when …}
tools: \${3:Read, Grep, Glob}
model: ${model(4)}
color: ${color(5)}
---

# \${6:Title}

You are \${7:an expert in …}.

## Process

1. \${8:Read what the task is about.}
2. \${9:Do the work.}
3. \${10:Check the result.}

## Output

\${11:Answer with a short summary, then the details.}

## What this agent does not handle

- \${12:Work outside its field}
$0`,
  },
  {
    title: 'Specialist with a contract',
    prefix: 'agent-specialist',
    description: 'A whole agent in the Ring format: version, type, changelog and the sections its answer must have',
    body: `---
name: ${name}
description: "\${2:Senior engineer specialized in …}"
model: ${model(3)}
version: \${4:1.0.0}
last_updated: ${TODAY}
type: ${typeChoice(5, 'specialist')}
changelog:
  - \${4:1.0.0}: \${6:Initial release}
output_schema:
  format: "markdown"
  required_sections:
${requiredSections('Summary', 'Implementation', 'Files Changed', 'Testing', 'Next Steps')}
---

# \${7:Title}

You are a specialist in \${8:your field}.

## What This Agent Does

- \${9:Designs and implements …}

## When to Use This Agent

- \${10:When the task involves …}

## Answer

Answer in Markdown with the sections Summary, Implementation, Files Changed, Testing and Next Steps.

## What This Agent Does Not Handle

- \${11:Work of another field}
$0`,
  },
  {
    title: 'Reviewer with a verdict',
    prefix: 'agent-reviewer',
    description: 'A whole agent that reviews and ends in PASS, FAIL or NEEDS_DISCUSSION',
    body: `---
name: ${name}
description: "\${2:Reviews changes for correctness. Use it after code is written and before it is merged.}"
tools: Read, Grep, Glob
model: ${model(3)}
color: ${color(4)}
version: \${5:1.0.0}
type: ${typeChoice(6, 'reviewer')}
changelog:
  - \${5:1.0.0}: Initial release
output_schema:
  format: "markdown"
  required_sections:
    - name: "VERDICT"
      pattern: "^## VERDICT: (PASS|FAIL|NEEDS_DISCUSSION)\\$"
      required: true
${requiredSections('Summary', 'Issues Found', 'Next Steps')}
---

# \${7:Reviewer}

You review \${8:changes} and change nothing yourself.

## Process

1. Read the change and what it touches.
2. \${9:Check correctness, safety and tests.}
3. Rate each finding: Critical, High, Medium or Low.

## Answer

Begin with the verdict, then a summary, the issues found and the next steps:

\`\`\`markdown
## VERDICT: PASS

## Summary

## Issues Found

## Next Steps
\`\`\`

- PASS: no Critical and no High issue
- FAIL: at least one Critical issue, or three High ones
- NEEDS_DISCUSSION: anything else
$0`,
  },
];
