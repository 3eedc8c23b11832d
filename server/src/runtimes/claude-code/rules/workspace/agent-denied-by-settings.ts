// Reports agents that settings keep from starting.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../entries.ts';
import { documented, measuredOnProjects } from '../../evidence.ts';
import { agentDeniedBy } from '../../settings.ts';
import { placeOfSetting } from '../support/settings.ts';

const TEXT = '---\nname: ⟦deploy⟧\ndescription: Deploys the site\n---\nDeploy.\n';
const PLAIN = TEXT.replaceAll(/[⟦⟧]/g, '');
const deny = (...rules: string[]): string => JSON.stringify({ permissions: { deny: rules } });

export default defineRule({
  code: 'workspace/agent-denied-by-settings',
  severity: 'warning',
  summary: 'Settings keep the agent from starting.',
  rationale:
    '`Agent(name)` in `permissions.deny`, or `Task(name)`, keeps the agent with exactly that name from starting as a subagent. Wildcards do not count, and an agent of a plugin is denied by its whole name, such as `kit:deploy`. `Agent` without a name keeps every agent from starting. As the main session (`--agent`) the agent still starts.',
  evidence: [
    documented('deny Agent(name) in permissions'),
    measuredOnProjects(
      "\"Agent type 'x' has been denied by permission rule 'Agent(x)'\"; `Agent(x-*)`, `Agent(X)` and `Agent(x, y)` deny nothing",
    ),
    measuredOnProjects('`Agent(kit:x)` denies an agent of a plugin, `Agent(x)` does not'),
  ],
  messages: {
    agent:
      '{path} denies `{rule}`, so Claude Code refuses to start this agent as a subagent. Remove the rule if the agent is still needed.',
    every: {
      text: '{path} denies `{rule}`, so Claude Code cannot start any subagent, including this one.',
      severity: 'information',
    },
  },
  examples: {
    invalid: [
      { message: 'agent', text: TEXT, workspace: { '.claude/settings.json': deny('Agent(deploy)') } },
      { message: 'agent', text: TEXT, workspace: { '.claude/settings.local.json': deny('Task(deploy)') } },
      { message: 'agent', text: TEXT, workspace: { '~/.claude/settings.json': deny('WebFetch', 'Agent(deploy)') } },
      {
        message: 'agent',
        path: 'kit/agents/example.md',
        text: TEXT,
        workspace: {
          'kit/.claude-plugin/plugin.json': '{ "name": "kit" }',
          '~/.claude/settings.json': deny('Agent(kit:deploy)'),
        },
      },
      { message: 'every', text: TEXT, workspace: { '.claude/settings.json': deny('Task') } },
    ],
    valid: [
      {
        text: PLAIN,
        workspace: { '.claude/settings.json': deny('Agent(deploy-*)', 'Agent(Deploy)', 'Agent(deploy, test)') },
      },
      { text: PLAIN, workspace: { '.claude/settings.json': '{ "permissions": { "ask": ["Agent(deploy)"] } }' } },
      {
        text: PLAIN,
        workspace: {
          '.claude/settings.json': '{ // comments are not JSON\n "permissions": { "deny": ["Agent(deploy)"] } }',
        },
      },
      {
        path: 'kit/agents/example.md',
        text: PLAIN,
        workspace: {
          'kit/.claude-plugin/plugin.json': '{ "name": "kit" }',
          '~/.claude/settings.json': deny('Agent(deploy)'),
        },
      },
    ],
  },
  check({ document, load, session, report }) {
    const by = load.id === null ? undefined : agentDeniedBy(load.id, session.settings);
    if (!by) return;
    const { frontMatter } = document;
    const start = frontMatter.state === 'missing' ? { start: 0, end: 0 } : frontMatter.open;
    const name = entryOf(load.reading, 'name');
    report(by.agent === null ? 'every' : 'agent', name ? valueOrKeySpan(name) : start, {
      values: { rule: by.rule, path: by.path },
      related: [placeOfSetting(by)],
    });
  },
});
