// Reports a plugin's own MCP server if it is named without the plugin.

import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { measuredOnProjects } from '../../evidence.ts';
import { mcpName, pluginServer } from '../../mcpNames.ts';
import { serverFault } from '../../servers.ts';
import { toolMentions } from '../../toolList.ts';
import { MCP_PREFIX } from '../../toolNames.ts';

const HEAD = '---\nname: scout\ndescription: Scouts the docs\n';
const PATH = 'kit/agents/scout.md';
const WORKSPACE = {
  'kit/.claude-plugin/plugin.json': '{ "name": "kit", "mcpServers": { "atlas": { "command": "atlas" } } }',
};

export default defineRule({
  code: 'frontmatter/plugin-server-name',
  severity: 'warning',
  summary: 'A tool list names a plugin’s own MCP server without the plugin, so the name has no effect.',
  rationale:
    'In every tool list, the server `atlas` of plugin `kit` is called `plugin_kit_atlas`. `mcp__atlas__search` refers to a server `atlas` of the project or the user. Without such a server, the name grants nothing in `tools` and removes nothing in `disallowedTools`.',
  evidence: [
    measuredOnProjects(
      '`mcp__atlas__one` names no tool of plugin kit’s server, in either list; `mcp__plugin_kit_atlas__one` does',
    ),
  ],
  messages: {
    granted: '`{tool}` grants nothing, because the name of a plugin’s server starts with the plugin. Write `{meant}`.',
    denied: '`{tool}` removes nothing, because the name of a plugin’s server starts with the plugin. Write `{meant}`.',
  },
  examples: {
    invalid: [
      {
        message: 'granted',
        path: PATH,
        workspace: WORKSPACE,
        text: `${HEAD}tools: Read, ⟦mcp__atlas__search⟧\n---\nScout.\n`,
        fixed: `${HEAD}tools: Read, mcp__plugin_kit_atlas__search\n---\nScout.\n`,
      },
      {
        message: 'granted',
        path: PATH,
        workspace: {
          'kit/.claude-plugin/plugin.json': '{ "name": "kit" }',
          'kit/.mcp.json': '{ "atlas": { "command": "atlas" } }',
        },
        text: `${HEAD}tools: [⟦mcp__atlas⟧]\n---\nScout.\n`,
        fixed: `${HEAD}tools: [mcp__plugin_kit_atlas]\n---\nScout.\n`,
      },
      {
        message: 'denied',
        path: PATH,
        workspace: WORKSPACE,
        text: `${HEAD}disallowedTools: ⟦mcp__atlas__*⟧\n---\nScout.\n`,
        fixed: `${HEAD}disallowedTools: mcp__plugin_kit_atlas__*\n---\nScout.\n`,
      },
    ],
    valid: [
      { path: PATH, workspace: WORKSPACE, text: `${HEAD}tools: Read, mcp__plugin_kit_atlas__search\n---\nScout.\n` },
      { path: PATH, workspace: WORKSPACE, text: `${HEAD}tools: Read, mcp__github__search\n---\nScout.\n` },
    ],
  },
  check({ document, load, session, report }) {
    const { plugin } = session;
    if (plugin === null || session.pluginServers.size === 0) return;
    for (const { key, value, overridden } of load.reading.entries) {
      if (overridden || (key !== 'tools' && key !== 'disallowedTools')) continue;
      for (const { name, text, span } of toolMentions(document.text, value)) {
        const mcp = mcpName(name);
        if (mcp?.kind !== 'server' || serverFault(name, mcp, [], session) !== 'short-server-name') continue;
        const server = pluginServer(plugin, mcp.server);
        const start = { start: span.start, end: span.start + MCP_PREFIX.length + mcp.server.length };
        const meant = MCP_PREFIX + server + text.slice(MCP_PREFIX.length + mcp.server.length);
        report(key === 'tools' ? 'granted' : 'denied', span, {
          values: { tool: text, plugin, server, meant },
          fixes: [{ title: `Write \`${meant}\``, kind: 'safe', edits: [replace(start, MCP_PREFIX + server)] }],
        });
      }
    }
  },
});
