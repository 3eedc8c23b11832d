// Reports a `tools` field that grants nothing, whether or not Claude Code then starts the agent.

import { describeValue } from '../../../../model/describeValue.ts';
import { resolveAlias } from '../../../../model/yaml.ts';
import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../entries.ts';
import { measured, measuredOnProjects } from '../../evidence.ts';
import { commentedValue, removeHashFix } from '../support/commentedValue.ts';
import { areAllUnknown } from '../support/unknownTools.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/no-tools',
  severity: 'warning',
  summary: '`tools` is present, but the agent has no tools at all.',
  rationale:
    'Without `tools`, an agent inherits every tool. If `tools` is empty, a number, or a mapping, the agent has none, which is rarely intended. `tools: []` makes the intent explicit. If `tools` lists something but grants nothing, Claude Code refuses to start the agent: unknown names, tools that subagents never get, MCP wildcards, servers that are not configured, and tools that settings deny. If `disallowedTools` removes everything that `tools` lists, the agent still starts. Each server in `mcpServers` adds its tools, whatever `tools` lists.',
  evidence: [
    measured('tools: empty, null, "", [], a number or a map give zero tools, not all of them'),
    measuredOnProjects(
      '"would be spawned with zero tools — refusing" for tools: TodoRead, AskUserQuestion, mcp__at*, mcp__nope, and WebFetch where settings deny it',
    ),
    measuredOnProjects('tools: [] with mcpServers: [atlas] gives every tool of atlas'),
  ],
  messages: {
    empty:
      '`tools` is {what}, so the agent has **no** tools at all. List its tools, remove the field to grant every tool, or write `tools: []` if you mean none.',
    comment:
      '`#` starts a comment, so `tools` is empty and the agent has **no** tools at all. List its tools, or write `tools: []` if it needs none.',
    refused: {
      text: '`tools` grants nothing ({names}), so Claude Code refuses to start the agent. List a tool it can use, or write `tools: []` if it needs none.',
      severity: 'error',
    },
    none: {
      text: '`tools: []` leaves the agent without tools: it can only answer from its prompt.',
      severity: 'information',
    },
  },
  examples: {
    invalid: [
      { message: 'empty', text: `${HEAD}⟦tools⟧:\n---\nReview.\n` },
      { message: 'empty', text: `${HEAD}tools: ⟦""⟧\n---\nReview.\n` },
      { message: 'empty', text: `${HEAD}tools: ⟦3⟧\n---\nReview.\n` },
      { message: 'empty', text: `${HEAD}tools:\n  ⟦Read: true⟧\n---\nReview.\n` },
      { message: 'comment', text: `${HEAD}tools: ⟦# none⟧\n---\nReview.\n` },
      {
        message: 'comment',
        text: `${HEAD}tools: ⟦#Read, Grep⟧\n---\nReview.\n`,
        fixed: `${HEAD}tools: Read, Grep\n---\nReview.\n`,
      },
      { message: 'none', text: `${HEAD}tools: ⟦[]⟧\n---\nReview.\n` },
      { message: 'refused', text: `${HEAD}tools: ⟦AskUserQuestion⟧\n---\nReview.\n` },
      { message: 'refused', text: `${HEAD}tools: ⟦[mcp__*, mcp__atlas__get_*]⟧\n---\nReview.\n` },
      { message: 'refused', text: `${HEAD}tools: ⟦TodoRead, EnterPlanMode⟧\n---\nReview.\n` },
      {
        message: 'refused',
        text: `${HEAD}tools: ⟦mcp__jira__search⟧\n---\nReview.\n`,
        workspace: { '.mcp.json': '{ "mcpServers": { "atlas": { "command": "atlas" } } }' },
      },
      { message: 'refused', text: `${HEAD}tools: ⟦Read, mcp__at*⟧\ndisallowedTools: Read\n---\nReview.\n` },
    ],
    valid: [
      { text: `${HEAD}tools: Read\n---\nReview.\n` },
      { text: `${HEAD}tools: Telepathy\n---\nReview.\n` },
      { text: `${HEAD}memory: user\ntools:\n---\nReview.\n` },
      { text: `${HEAD}tools: []\nmcpServers: [atlas]\n---\nReview.\n` },
      { text: `${HEAD}tools: TodoRead\nmcpServers: [atlas]\n---\nReview.\n` },
      { text: `${HEAD}tools: mcp__jira__search\n---\nReview.\n` },
      { text: `${HEAD}tools: Write\ndisallowedTools: Write\n---\nReview.\n` },
    ],
  },
  check(context) {
    const { document, runtime, load, report } = context;
    const entry = entryOf(load.reading, 'tools');
    if (!entry || load.tools === 'inherit' || load.tools.length > 0) return;
    if (isRefused(context)) {
      report('refused', valueOrKeySpan(entry), { values: { names: load.refusedTools.map(({ name }) => name) } });
    }
    if (load.refusedTools.length > 0 || load.deniedBySettings.length > 0) return;
    const comment = commentedValue(document, entry);
    const field = runtime.fields.get('tools');
    if (comment) {
      report('comment', comment, { fixes: [field && removeHashFix(document, comment, field)] });
      return;
    }
    const value = resolveAlias(entry.value);
    const onPurpose = value?.kind === 'sequence' && value.items.length === 0;
    report(onPurpose ? 'none' : 'empty', valueOrKeySpan(entry), { values: { what: describeValue(entry.value) } });
  },
});

/** If no name in the list is a tool, frontmatter/unknown-tool reports it. */
function isRefused(context: RuleContext<string>): boolean {
  const { load, environment } = context;
  if (load.startFault?.kind !== 'no-tools' || areAllUnknown(context)) return false;
  return !load.refusedTools.some(({ name }) => environment.knownTools.has(name));
}
