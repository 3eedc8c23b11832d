// Snippets of the front matter: fields that take several lines.
import type { Snippet } from './snippet.ts';

export interface FrontMatterPart extends Snippet {
  /** The field it writes. */
  readonly key: string;
  /** It is one more item of the field, which is there already. */
  readonly isItem?: boolean;
}

export const frontMatterParts: readonly FrontMatterPart[] = [
  {
    title: 'Hooks',
    prefix: 'agent-hooks',
    key: 'hooks',
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
    key: 'mcpServers',
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
    key: 'changelog',
    isItem: true,
    description: 'Front matter: one more line of the changelog',
    body: '  - ${1:1.1.0}: ${2:What changed}\n$0',
  },
];
