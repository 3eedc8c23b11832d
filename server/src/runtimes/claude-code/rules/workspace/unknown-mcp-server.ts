// Reports an MCP server, or a tool of one, that is not configured anywhere.

import { defineRule } from '../../../../rules/rule.ts';
import { nearest } from '../../../../util/similar.ts';
import { documented, measured } from '../../evidence.ts';
import { isServerFromElsewhere, serverInTools } from '../../mcpNames.ts';
import { referencesIn } from '../../references.ts';
import { hintAt, renameFix } from '../support/neighbours.ts';

const SERVERS = { '.mcp.json': '{ "mcpServers": { "github": { "command": "github-mcp" } } }' };

export default defineRule({
  code: 'workspace/unknown-mcp-server',
  severity: 'information',
  summary: 'Neither the workspace nor your own settings configure this MCP server.',
  rationale:
    'Claude Code leaves out the tools of a server that is not connected, with a debug message. Agentwright looks for servers in `.mcp.json` in the agent’s parent folders, in your own settings, and in the agent itself; it reports nothing if no `.mcp.json` configures any.',
  evidence: [
    measured('"takes no tool" for a server that is not connected'),
    measured('every `.mcp.json` from the working folder up to the root counts, and the servers in `~/.claude.json`'),
    documented('`mcp__server__tool`, `mcp__server`'),
  ],
  messages: {
    unknown:
      'MCP server `{name}` is not configured in a `.mcp.json` above this file or in your own settings, so its tools are missing unless it comes from elsewhere.{hint}',
  },
  examples: {
    invalid: [
      {
        message: 'unknown',
        text: '---\nname: lead\ndescription: Leads\ntools: Read, mcp__⟦githab⟧__search\n---\nLead.\n',
        workspace: SERVERS,
        fixed: '---\nname: lead\ndescription: Leads\ntools: Read, mcp__github__search\n---\nLead.\n',
      },
      {
        message: 'unknown',
        text: '---\nname: lead\ndescription: Leads\nmcpServers:\n  - ⟦jira⟧\n---\nLead.\n',
        workspace: SERVERS,
      },
    ],
    valid: [
      {
        text: '---\nname: lead\ndescription: Leads\ntools: mcp__github, mcp__docs__search\nmcpServers:\n  - github\n  - docs:\n      command: docs\n---\nLead.\n',
        workspace: SERVERS,
      },
      {
        text: '---\nname: lead\ndescription: Leads\ntools: mcp__plugin_a_b__c, mcp__claude_ai_Notion__x\n---\nLead.\n',
        workspace: SERVERS,
      },
      { text: '---\nname: lead\ndescription: Leads\ntools: mcp__github__search\n---\nLead.\n', workspace: {} },
      // Removing something that does not exist does no harm.
      {
        text: '---\nname: lead\ndescription: Leads\ndisallowedTools: mcp__jira__delete\n---\nLead.\n',
        workspace: SERVERS,
      },
      {
        text: '---\nname: lead\ndescription: Leads\ntools: mcp__github__search\n---\nLead.\n',
        workspace: { '~/.claude.json': '{ "mcpServers": { "docs": { "command": "docs" } } }' },
      },
      {
        text: '---\nname: lead\ndescription: Leads\ntools: mcp__my_docs__search\n---\nLead.\n',
        workspace: { '.mcp.json': '{ "mcpServers": { "my docs": { "command": "docs" } } }' },
      },
    ],
  },
  check({ document, scope, load, workspace, report }) {
    const references = referencesIn(document, load.reading).filter(
      ({ to, field, name }) => to === 'mcp-server' && field !== 'disallowedTools' && !isServerFromElsewhere(name),
    );
    if (references.length === 0 || scope === 'plugin' || !workspace.complete) return;
    const known = workspace.serversFor(document.uri) ?? [];
    // A project that configures none leaves the choice of servers to each user.
    if (!known.some(({ uri }) => uri.endsWith('/.mcp.json'))) return;
    const names = [
      ...known.map(({ name }) => name),
      ...load.options.mcpServers.filter(({ inline }) => inline).map((own) => own.name),
    ];
    const inTools = new Set(names.map(serverInTools));
    const reported = new Set<string>();
    for (const { name, span, form } of references) {
      if (inTools.has(serverInTools(name)) || reported.has(name)) continue;
      reported.add(name);
      const near = nearest(name, form === 'tool-list' ? inTools : names);
      report('unknown', span, { values: { name, hint: hintAt(near) }, fixes: renameFix(document, span, name, near) });
    }
  },
});
