// Reports tools that the prompt tells the agent to use but the front matter does not grant.

import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import type { IndexedReport } from '../../../indexed.ts';
import { documented, measured } from '../../evidence.ts';
import { coversTool } from '../../mcpNames.ts';
import { canonicalTool, isForMainConversation } from '../../toolList.ts';
import { toldTools } from '../support/toldTools.ts';
import { addToolFix } from '../support/toolList.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/tool-not-granted',
  severity: 'information',
  summary: 'The prompt tells the agent to use a tool that its front matter does not grant.',
  rationale:
    '`tools` is the complete list: the agent does not have any tool it leaves out or any tool that `disallowedTools` removes. An agent told to use such a tool tries something else or reports that it cannot. Only a clear instruction counts: the exact name after a verb such as "use", "call", or "with", in backticks, or next to the word "tool" if the name is an ordinary word. Examples, headings, tables, quotations, and sentences with a condition or negation are skipped. Grep and Glob are not reported if the agent has Bash.',
  evidence: [
    documented('`tools` is an allow list; `disallowedTools` is applied first'),
    measured('the tools an agent gets are those of its list that exist, and no others'),
  ],
  messages: {
    unlisted:
      'The prompt tells the agent to use `{tool}`, but `tools` does not list it, so the agent does not have it. Add it to `tools`, or change the prompt.',
    denied:
      'The prompt tells the agent to use `{tool}`, but `disallowedTools` removes it, so the agent does not have it. Change one of the two.',
    never:
      'The prompt tells the agent to use `{tool}`, but `tools` does not list it and subagents never get it. Leave that part to the main conversation.',
  },
  examples: {
    invalid: [
      {
        message: 'unlisted',
        text: `${HEAD}tools: Read, Grep\n---\n\nUse the ⟦Bash⟧ tool to run the tests.\n`,
        fixed: `${HEAD}tools: Read, Grep, Bash\n---\n\nUse the Bash tool to run the tests.\n`,
      },
      {
        message: 'unlisted',
        text: `${HEAD}tools: ["Read","Bash"]\n---\n\n1. **Research**: when a library is new, use \`⟦WebFetch⟧\` to read its pages.\n`,
        fixed: `${HEAD}tools: ["Read","Bash","WebFetch"]\n---\n\n1. **Research**: when a library is new, use \`WebFetch\` to read its pages.\n`,
      },
      {
        message: 'unlisted',
        text: `${HEAD}tools:\n  - Read # all of it\n  - Bash # tests\n---\n\nRead the diff, then call \`⟦mcp__github__create_issue⟧\` for each finding.\n`,
        fixed: `${HEAD}tools:\n  - Read # all of it\n  - Bash # tests\n  - mcp__github__create_issue\n---\n\nRead the diff, then call \`mcp__github__create_issue\` for each finding.\n`,
      },
      {
        message: 'unlisted',
        text: `${HEAD}tools: Read\n---\n\nYou must use the Read and ⟦Task⟧ tools. Launch one subagent per file with the Task tool.\n`,
        fixed: `${HEAD}tools: Read, Agent\n---\n\nYou must use the Read and Task tools. Launch one subagent per file with the Task tool.\n`,
      },
      {
        message: 'denied',
        text: `${HEAD}disallowedTools: Write, Edit\n---\n\nSave the report with the ⟦Write⟧ tool.\n`,
      },
      {
        message: 'never',
        text: `${HEAD}tools: Read, Bash\n---\n\nUse the ⟦AskUserQuestion⟧ tool to learn what is wanted.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}tools: Read, Bash\n---\n\nUse the Bash tool, and use Grep and Glob to search.\n` },
      { text: `${HEAD}---\n\nUse the Bash tool to run the tests.\n` },
      { text: `${HEAD}tools: Read\n---\n\nNever use the Bash tool. Use the Read tool instead of \`Bash\`.\n` },
      { text: `${HEAD}tools: Read\n---\n\n## Do not\n\n- Use the Bash tool\n\n## Use the Write tool\n\nRead.\n` },
      { text: `${HEAD}tools: Read\n---\n\nIf WebFetch is available, use the WebFetch tool to read the page.\n` },
      {
        text: `${HEAD}tools: Read\n---\n\nTell the orchestrator to use the Bash tool. Subagents use the Write tool.\n`,
      },
      {
        text: `${HEAD}tools: Read\n---\n\nUse \`Task\` for asynchronous methods and the \`Read\` and \`Write\` traits.\n`,
      },
      {
        text: `${HEAD}tools: Read\n---\n\n<example>\nUse the Bash tool.\n</example>\n\n| Agent | Tools |\n| --- | --- |\n| tester | Use the Bash tool |\n\n> Use the Bash tool.\n\n\`\`\`text\nUse the Bash tool.\n\`\`\`\n`,
      },
      {
        text: `${HEAD}tools: Read\nmcpServers: [github]\n---\n\nCall \`mcp__github__create_issue\` for each finding.\n`,
      },
      { text: `${HEAD}tools: Read, mcp__github\n---\n\nCall \`mcp__github__create_issue\` for each finding.\n` },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    if (load.tools !== 'inherit' ? load.tools.length === 0 : load.deniedTools.length === 0) return;
    const seen = new Set<string>();
    for (const { name, span } of toldTools(document)) {
      const tool = canonicalTool(name) ?? name;
      if (seen.has(tool)) continue;
      seen.add(tool);
      const message = missing(tool, load);
      if (message) report(message, span, { values: { tool: name }, fixes: [fixFor(message, tool, context)] });
    }
  },
});

type Missing = 'unlisted' | 'denied' | 'never';

function missing(tool: string, { tools, deniedTools, refusedTools }: IndexedReport): Missing | null {
  const covers = (entry: string): boolean => coversTool(entry, tool);
  if (tools !== 'inherit' && (tools.some(covers) || isSearchBy(tools, tool))) return null;
  // Other rules explain why names in the list grant nothing.
  if (refusedTools.some(({ name }) => name.toLowerCase() === tool.toLowerCase())) return null;
  if (deniedTools.some(covers)) return 'denied';
  if (tools === 'inherit') return null;
  return isForMainConversation(tool, true) ? 'never' : 'unlisted';
}

/** An agent with Bash can search with it, and on most systems it then does not get Grep and Glob. */
function isSearchBy(tools: readonly string[], tool: string): boolean {
  return (tool === 'Grep' || tool === 'Glob') && tools.includes('Bash');
}

function fixFor(message: Missing, tool: string, context: RuleContext<Missing>) {
  const entry = entryOf(context.load.reading, 'tools');
  if (message !== 'unlisted' || !entry || isForMainConversation(tool, false)) return undefined;
  return addToolFix(context, entry, tool);
}
