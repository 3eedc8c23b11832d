// Reports servers in `mcpServers` that grant every tool although `tools` lists only some of them.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { measuredOnProjects } from '../../evidence.ts';
import { everyToolOf, mcpName, serverInTools } from '../../mcpNames.ts';
import { readServers } from '../../mcpServers.ts';
import { toolMentions } from '../../toolList.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/mcp-servers-add-tools',
  severity: 'warning',
  summary: '`mcpServers` grants every tool of a server, although `tools` lists only some of them.',
  rationale:
    'Each server in `mcpServers` adds all of its tools to a subagent, including those that `tools` leaves out. Only `disallowedTools` removes them. To limit the agent to the tools it lists, remove a configured server from `mcpServers`; if the agent defines the server itself, use `disallowedTools`.',
  evidence: [
    measuredOnProjects(
      'tools: mcp__s__one with mcpServers: [s] gives the sibling tools too; so does a server defined in the agent',
    ),
    measuredOnProjects('disallowedTools: mcp__s__two takes a tool of such a server away'),
  ],
  messages: {
    adds: '`mcpServers` grants every tool of `{server}`, not only {named}. Remove `{server}` from `mcpServers`, or list the other tools in `disallowedTools`.',
    inline:
      '`mcpServers` grants every tool of `{server}`, not only {named}. List the other tools in `disallowedTools`.',
  },
  examples: {
    invalid: [
      {
        message: 'adds',
        text: `${HEAD}tools: Read, mcp__atlas__search\nmcpServers:\n  - ⟦atlas⟧\n---\nReview.\n`,
      },
      {
        message: 'inline',
        text: `${HEAD}tools: Read, mcp__atlas__search\nmcpServers:\n  - ⟦atlas⟧:\n      command: atlas-mcp\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}tools: Read\nmcpServers:\n  - atlas\n---\nReview.\n` },
      { text: `${HEAD}tools: Read, mcp__atlas\nmcpServers:\n  - atlas\n---\nReview.\n` },
      { text: `${HEAD}mcpServers:\n  - atlas\n---\nReview.\n` },
      {
        text: `${HEAD}tools: mcp__atlas__search\ndisallowedTools: mcp__atlas__delete\nmcpServers: [atlas]\n---\nReview.\n`,
      },
      {
        text: `${HEAD}tools: Read, mcp__atlas__search\nmcpServers:\n  - atlas\n---\nReview.\n`,
        path: 'plugin/agents/example.md',
      },
    ],
  },
  check({ document, load, report }) {
    const tools = entryOf(load.reading, 'tools');
    const added = new Set(load.grantedTools.flatMap(({ name, from }) => (from === 'mcpServers' ? name : [])));
    if (!tools || added.size === 0) return;
    const isOf = (tool: string, server: string): boolean => {
      const mcp = mcpName(tool);
      return mcp?.kind === 'server' && mcp.server === serverInTools(server);
    };
    const mentions = toolMentions(document.text, tools.value);
    for (const { name, inline, span } of readServers(entryOf(load.reading, 'mcpServers')).entries) {
      if (!added.has(everyToolOf(name))) continue;
      const named = mentions.filter((mention) => isOf(mention.name, name)).map((mention) => mention.name);
      // An author who removes some of the server's tools knows that the server adds them.
      if (named.length === 0 || load.deniedTools.some((tool) => isOf(tool, name))) continue;
      report(inline ? 'inline' : 'adds', span, { values: { server: name, named: [...new Set(named)] } });
    }
  },
});
