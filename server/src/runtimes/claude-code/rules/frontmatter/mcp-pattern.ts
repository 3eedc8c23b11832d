// Reports MCP names with a wildcard that Claude Code does not expand.

import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import type { Session } from '../../../session.ts';
import { documented, measuredOnProjects } from '../../evidence.ts';
import { everyToolOf, mcpName } from '../../mcpNames.ts';
import { type ToolMention, toolMentions } from '../../toolList.ts';
import { MCP_PREFIX } from '../../toolNames.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const SERVERS = { '.mcp.json': '{ "mcpServers": { "atlas": { "command": "atlas" } } }' };

export default defineRule({
  code: 'frontmatter/mcp-pattern',
  severity: 'warning',
  summary: 'Claude Code does not expand a wildcard in an MCP name, so the name has no effect.',
  rationale:
    'In `tools`, Claude Code accepts exactly three forms of MCP names: `mcp__server` and `mcp__server__*` for every tool of a server, and `mcp__server__tool` for a single tool. `disallowedTools` also accepts `mcp__*` (or `mcp__*__*`) for every tool of every server. Claude Code expands no other wildcard and drops the name silently, so the agent lacks the tools in one list and keeps them in the other.',
  evidence: [
    documented('`mcp__server`, `mcp__server__*`, `mcp__server__tool`; `mcp__*` in disallowedTools'),
    measuredOnProjects(
      '`mcp__*`, `mcp__at*`, `mcp__atlas__get_*`, `mcp__atlas__`, `mcp__*__get` grant nothing in tools',
    ),
    measuredOnProjects('`mcp__at*`, `mcp__atlas__o*`, `mcp__*__one` in disallowedTools take nothing away'),
  ],
  messages: {
    granted:
      'Claude Code does not expand this wildcard, so `{tool}` grants nothing. Write `mcp__server` for every tool of a server, or `mcp__server__tool` for one.',
    all: '`{tool}` works only in `disallowedTools`; in `tools` it grants nothing. Name each server: `mcp__server`.',
    denied:
      'Claude Code does not expand this wildcard, so `{tool}` removes nothing. Write `mcp__server`, `mcp__server__tool`, or `mcp__*` for every MCP tool.',
  },
  examples: {
    invalid: [
      {
        message: 'granted',
        text: `${HEAD}tools: Read, ⟦mcp__atlas__get_*⟧\n---\nReview.\n`,
        fixed: `${HEAD}tools: Read, mcp__atlas__*\n---\nReview.\n`,
      },
      {
        message: 'granted',
        text: `${HEAD}tools:\n  - Read\n  - ⟦mcp__at*⟧\n---\nReview.\n`,
        workspace: SERVERS,
        fixed: `${HEAD}tools:\n  - Read\n  - mcp__atlas__*\n---\nReview.\n`,
      },
      { message: 'granted', text: `${HEAD}tools: Read, ⟦mcp__*__get⟧\n---\nReview.\n` },
      { message: 'all', text: `${HEAD}tools: Read, ⟦mcp__*⟧\n---\nReview.\n` },
      {
        message: 'all',
        text: `${HEAD}tools: Read, ⟦mcp__*⟧\n---\nReview.\n`,
        workspace: SERVERS,
        fixed: `${HEAD}tools: Read, mcp__atlas__*\n---\nReview.\n`,
      },
      { message: 'denied', text: `${HEAD}disallowedTools: ⟦mcp__*__delete⟧\n---\nReview.\n` },
      {
        message: 'denied',
        text: `${HEAD}disallowedTools: Write, ⟦mcp__atlas__⟧\n---\nReview.\n`,
        fixed: `${HEAD}disallowedTools: Write, mcp__atlas__*\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}tools: mcp__atlas, mcp__atlas__*, mcp__atlas__get_page\n---\nReview.\n` },
      { text: `${HEAD}disallowedTools: mcp__*, mcp__*__*, mcp__atlas__*\n---\nReview.\n` },
    ],
  },
  check({ document, load, session, report }) {
    for (const { key, value, overridden } of load.reading.entries) {
      if (overridden || (key !== 'tools' && key !== 'disallowedTools')) continue;
      const mentions = toolMentions(document.text, value);
      // A `*` cancels the rest of the list, which frontmatter/star-in-list reports.
      if (mentions.some(({ text }) => text === '*')) continue;
      for (const mention of mentions) {
        const kind = mcpName(mention.name)?.kind;
        const message = kind === 'pattern' ? (key === 'tools' ? 'granted' : 'denied') : kind === 'all' ? 'all' : null;
        if (message === null || (message === 'all' && key !== 'tools')) continue;
        report(message, mention.span, { values: { tool: mention.text }, fixes: [wholeServersFix(mention, session)] });
      }
    }
  },
});

/** Beyond this many matches, it is unclear which servers are meant. */
const MOST_SERVERS = 3;

/** Names every tool of the server in the pattern, or of the configured servers that the pattern would match. */
function wholeServersFix({ name, span }: ToolMention, { servers }: Session): Fix | undefined {
  const [pattern = ''] = name.slice(MCP_PREFIX.length).split('__');
  const isLiteral = /^[\w-]+$/.test(pattern);
  const [start = '', end = ''] = pattern.split('*');
  const matching = [...(servers ?? [])].filter((server) => server.startsWith(start) && server.endsWith(end));
  const meant = isLiteral ? [pattern] : pattern.split('*').length === 2 ? matching : [];
  if (meant.length === 0 || meant.length > MOST_SERVERS) return undefined;
  const names = meant.map(everyToolOf).join(', ');
  return {
    title: `Write \`${names}\``,
    kind: 'suggestion',
    edits: [replace({ start: span.start, end: span.start + name.length }, names)],
  };
}
