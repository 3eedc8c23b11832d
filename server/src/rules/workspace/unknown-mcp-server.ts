// workspace/unknown-mcp-server: an MCP server, or a tool of one, that no configuration has.
import { ownServers, referencesIn } from '../../dialects/claude-code/references.ts';
import { nearest } from '../../util/similar.ts';
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
import { replace } from '../support/values.ts';

const SERVERS = { '.mcp.json': '{ "mcpServers": { "github": { "command": "github-mcp" } } }' };

/** Servers that no file of the workspace configures: of plugins, of an account, of the editor. */
const FROM_ELSEWHERE = /^(?:plugin_|claude_ai_|claude\.ai |ide$)/;

export default defineRule({
  code: 'workspace/unknown-mcp-server',
  severity: 'information',
  summary: 'An MCP server that neither the workspace nor your own settings configure.',
  rationale:
    'Tools of a server that is not connected are left out of the agent’s tools, with a line in the debug log. Servers are looked for in `.mcp.json` of the folders above the agent, in your own settings and in the agent itself; nothing is reported where there is no `.mcp.json`.',
  evidence: [
    measured('"takes no tool" for a server that is not connected'),
    documented('`mcp__server__tool`, `mcp__server`'),
  ],
  messages: {
    unknown:
      'No `.mcp.json` above this file and none of your own settings configures an MCP server `{name}`, so its tools are missing unless it comes from elsewhere.{hint}',
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
      {
        text: '---\nname: lead\ndescription: Leads\ntools: mcp__my_docs__search\n---\nLead.\n',
        workspace: { '.mcp.json': '{ "mcpServers": { "my docs": { "command": "docs" } } }' },
      },
    ],
  },
  check({ document, scope, load, workspace, report }) {
    const known = scope === 'plugin' ? undefined : workspace.serversFor(document.uri);
    if (!known || !workspace.complete) return;
    const names = [...known.map(({ name }) => name), ...ownServers(load.reading)];
    const inTools = new Set(names.map(nameInTools));
    const reported = new Set<string>();
    for (const { to, name, span, form } of referencesIn(document, load.reading)) {
      if (to !== 'mcp-server' || inTools.has(nameInTools(name)) || FROM_ELSEWHERE.test(name) || reported.has(name))
        continue;
      reported.add(name);
      const near = nearest(name, form === 'tool-list' ? inTools : names);
      report('unknown', span, {
        values: { name, hint: near === undefined ? '' : ` Did you mean \`${near}\`?` },
        fixes:
          near === undefined
            ? []
            : [{ title: `Change to \`${near}\``, kind: 'suggestion', edits: [replace(span, near)] }],
      });
    }
  },
});

/** Documented: in names of tools everything but letters, digits, `_` and `-` becomes `_`. */
function nameInTools(server: string): string {
  return server.replace(/[^A-Za-z0-9_-]/g, '_');
}
