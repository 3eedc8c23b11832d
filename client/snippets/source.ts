// The snippets as data; `renderSnippets` writes them as the file the editor reads. Choices come from the vocabulary.

import { COLORS, MODEL_ALIASES } from '../../server/src/dialects/claude-code/vocabulary.ts';
import type { ValueDoc } from '../../server/src/dialects/fields.ts';
import { AGENT_TYPES } from '../../server/src/dialects/ring/vocabulary.ts';

export interface Snippet {
  readonly title: string;
  readonly prefix: string;
  readonly description: string;
  /** In the editor's snippet syntax, with one line per line of the file. */
  readonly body: string;
  /** A whole agent: offered for an empty file, and loads as it is when inserted. */
  readonly wholeAgent?: boolean;
}

/** The content of client/snippets/agent.json. */
export function renderSnippets(): string {
  const entries = snippets.map(({ title, prefix, description, body, wholeAgent }) => [
    title,
    { ...(wholeAgent ? { isFileTemplate: true } : {}), prefix, description, body },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

const name = '${1:${TM_FILENAME_BASE:my-agent}}';
const today = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
const model = (tab: number): string =>
  choice(
    tab,
    MODEL_ALIASES.filter(({ offered }) => offered),
  );
const color = (tab: number): string => choice(tab, COLORS);

function choice(tab: number, docs: readonly ValueDoc[]): string {
  return `\${${tab}|${docs.map(({ value }) => value).join(',')}|}`;
}

/** The likeliest first, because it is what the snippet holds when nothing is chosen. */
function typeChoice(tab: number, first: string): string {
  const rest = AGENT_TYPES.filter(({ value }) => value !== first);
  return choice(tab, [...AGENT_TYPES.filter(({ value }) => value === first), ...rest]);
}

function requiredSections(...names: readonly string[]): string {
  return names.map((each) => `    - name: "${each}"\n      pattern: "^## ${each}"\n      required: true`).join('\n');
}

export const snippets: readonly Snippet[] = [
  {
    title: 'Agent',
    prefix: 'agent',
    description: 'A whole agent with the two fields it needs',
    wholeAgent: true,
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
    wholeAgent: true,
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
    wholeAgent: true,
    body: `---
name: ${name}
description: "\${2:Senior engineer specialized in …}"
model: ${model(3)}
version: \${4:1.0.0}
last_updated: ${today}
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
    wholeAgent: true,
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
  {
    title: 'Hooks',
    prefix: 'agent-hooks',
    description: 'Front matter: a command that runs before a tool is used (not in plugins)',
    body: `hooks:
  \${1|PreToolUse,PostToolUse,Stop|}:
    - matcher: "\${2:Bash}"
      hooks:
        - type: command
          command: "\${3:./scripts/check.sh}"
$0`,
  },
  {
    title: 'MCP servers',
    prefix: 'agent-mcp',
    description: 'Front matter: a configured MCP server by name, and one of the agent’s own (not in plugins)',
    body: `mcpServers:
  - \${1:configured-server}
  - \${2:own-server}:
      type: stdio
      command: \${3:npx}
      args: ["-y", "\${4:package-name}"]
$0`,
  },
  {
    title: 'Changelog entry',
    prefix: 'agent-changelog',
    description: 'Front matter: one more line of the changelog',
    body: '  - ${1:1.1.0}: ${2:What changed}\n$0',
  },
];
