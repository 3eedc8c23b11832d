// Reports tools that an agent lists, or gets from `mcpServers`, and that settings deny.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { documented, measuredOnProjects } from '../../evidence.ts';
import { everyToolOf } from '../../mcpNames.ts';
import { readServers } from '../../mcpServers.ts';
import { isShared, placeOfSetting } from '../support/settings.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const deny = (...rules: string[]): string => JSON.stringify({ permissions: { deny: rules } });

export default defineRule({
  code: 'workspace/tool-denied-by-settings',
  severity: 'warning',
  summary: 'Settings deny a tool that the agent lists.',
  rationale:
    'A rule in `permissions.deny` that is only the name of a tool, such as `WebFetch` or `mcp__docs`, removes the tool from every agent: the agent starts without it, although `tools` lists it. `*` stands for any characters, and `Bash` also removes Monitor. A rule with a pattern in parentheses, such as `Bash(git push *)`, only denies single calls. The tools of a server in `mcpServers` stay visible, but every call is denied. Settings of one person are reported as information.',
  evidence: [
    documented('permissions.deny removes tools by name'),
    measuredOnProjects(
      'permissions.deny: ["WebFetch"], ["Web*"], ["mcp__atlas"], ["mcp__at*"] take the tools from subagents',
    ),
    measuredOnProjects('["Bash(git push *)"], ["WebFetch(domain:x)"], ["bash"] take none; ["Bash"] takes Monitor too'),
    measuredOnProjects('a denied server of mcpServers: its tools are listed, and calls are denied'),
  ],
  messages: {
    denied:
      '{path} denies `{rule}`, so the agent does not get `{tool}`. Remove the tool from `tools`, or change the rule.',
    'denied-for-you': {
      text: '{path} denies `{rule}`, so the agent does not get `{tool}` for you. Others may have it.',
      severity: 'information',
    },
    calls:
      '{path} denies `{rule}`, so every call to a tool of `{server}` fails. Remove the server from `mcpServers`, or change the rule.',
  },
  examples: {
    invalid: [
      {
        message: 'denied',
        text: `${HEAD}tools: Read, ⟦WebFetch⟧\n---\nReview.\n`,
        workspace: { '.claude/settings.json': deny('WebFetch') },
      },
      {
        message: 'denied',
        text: `${HEAD}tools:\n  - Read\n  - ⟦mcp__docs__search⟧\n---\nReview.\n`,
        workspace: { '.claude/settings.json': deny('Bash(git push *)', 'mcp__docs') },
      },
      {
        message: 'denied-for-you',
        text: `${HEAD}tools: Read, ⟦WebFetch⟧\n---\nReview.\n`,
        workspace: { '~/.claude/settings.json': deny('Web*') },
      },
      {
        message: 'denied-for-you',
        text: `${HEAD}tools: Read, ⟦Monitor⟧\n---\nReview.\n`,
        workspace: { '.claude/settings.local.json': deny('Bash(*)') },
      },
      {
        message: 'calls',
        text: `${HEAD}tools: Read\nmcpServers:\n  - ⟦docs⟧\n---\nReview.\n`,
        workspace: { '.claude/settings.json': deny('mcp__docs__*') },
      },
    ],
    valid: [
      {
        text: `${HEAD}tools: Read, Bash\n---\nReview.\n`,
        workspace: { '.claude/settings.json': deny('Bash(git push *)', 'WebFetch', 'bash') },
      },
      { text: `${HEAD}---\nReview.\n`, workspace: { '.claude/settings.json': deny('WebFetch') } },
      {
        text: `${HEAD}tools: Read, WebFetch\n---\nReview.\n`,
        workspace: { '.claude/settings.json': '{ "permissions": { "deny": "WebFetch" } }' },
      },
      {
        text: `${HEAD}tools: Read, WebFetch\n---\nReview.\n`,
        workspace: { 'packages/app/.claude/settings.json': deny('WebFetch') },
      },
    ],
  },
  check({ document, load, report }) {
    for (const { name, span, by } of load.refusedTools) {
      if (!by) continue;
      const message = isShared(by, document) ? 'denied' : 'denied-for-you';
      report(message, span, { values: { tool: name, rule: by.rule, path: by.path }, related: [placeOfSetting(by)] });
    }
    const denied = new Map(load.deniedBySettings.map(({ name, by }) => [name, by]));
    if (denied.size === 0 || load.tools === 'inherit') return;
    for (const { name, span } of readServers(entryOf(load.reading, 'mcpServers')).entries) {
      const by = denied.get(everyToolOf(name));
      if (!by) continue;
      report('calls', span, { values: { server: name, rule: by.rule, path: by.path }, related: [placeOfSetting(by)] });
    }
  },
});
