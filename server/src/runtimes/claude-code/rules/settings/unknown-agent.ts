// settings/unknown-agent: the `agent` of settings is not the name of an agent.

import { replace } from '../../../../rules/edits.ts';
import { documented, measuredOnProjects } from '../../evidence.ts';
import { defineSettingsRule } from '../settingsRule.ts';

const agent = (name: string): string => `---\nname: ${name}\ndescription: Reviews code\n---\nReview.\n`;
const AGENTS = { '.claude/agents/review.md': agent('reviewer') };

export default defineSettingsRule({
  code: 'settings/unknown-agent',
  severity: 'warning',
  summary: 'The `agent` in settings is not the name of an agent, so Claude Code ignores it.',
  rationale:
    '`agent` in `settings.json` runs the main session as that agent. The value is the name of the agent, in exactly that case: not its file, and not a path. A plugin’s agent is found by its whole name, such as `kit:reviewer`, and by its own name. If no agent has the name, Claude Code says nothing and starts an ordinary session.',
  evidence: [
    documented('agent: run the main thread as a named subagent'),
    measuredOnProjects(
      '"agent": "x.md", ".claude/agents/x.md", "X", " x " and "nope" start an ordinary session, with no message',
    ),
    measuredOnProjects('"agent": "x", "kit:x", "kit:qa:x", and "x" for an agent of a plugin, run as the agent'),
  ],
  messages: {
    file: '`agent` takes the name of an agent, not a file, so Claude Code ignores `{value}`. Write `{meant}`.',
    'not-a-name':
      '`agent` takes the name of an agent, not a file, so Claude Code ignores `{value}`. Write the name of the agent.',
    meant: 'No agent is named `{value}`, so Claude Code ignores the setting. Did you mean `{meant}`?',
    unknown: {
      text: 'No known agent is named `{value}`. If no plugin provides it, Claude Code ignores the setting.',
      severity: 'information',
    },
    missing:
      'No agent is named `{value}`, so Claude Code ignores the setting. Create the agent, or remove the setting.',
  },
  examples: {
    invalid: [
      {
        message: 'file',
        text: '{ "agent": ⟦"review.md"⟧ }\n',
        workspace: AGENTS,
        fixed: '{ "agent": "reviewer" }\n',
      },
      {
        message: 'file',
        text: '{\n  "model": "opus",\n  "agent": ⟦".claude/agents/review.md"⟧\n}\n',
        workspace: AGENTS,
        fixed: '{\n  "model": "opus",\n  "agent": "reviewer"\n}\n',
      },
      { message: 'not-a-name', text: '{ "agent": ⟦"other.md"⟧ }\n' },
      {
        message: 'meant',
        text: '{ "agent": ⟦"Reviewer"⟧ }\n',
        workspace: AGENTS,
        fixed: '{ "agent": "reviewer" }\n',
      },
      {
        message: 'meant',
        path: '.claude/settings.local.json',
        text: '{ "agent": ⟦"reviever"⟧ }\n',
        workspace: AGENTS,
        fixed: '{ "agent": "reviewer" }\n',
      },
      { message: 'unknown', text: '{ "agent": ⟦"deployer"⟧ }\n', workspace: AGENTS },
      {
        message: 'missing',
        text: '{ "agent": ⟦"kit:deployer"⟧ }\n',
        workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }', 'kit/agents/x.md': agent('reviewer') },
      },
    ],
    valid: [
      { text: '{ "agent": "reviewer" }\n', workspace: AGENTS },
      { text: '{ "agent": "x.md" }\n', workspace: { '.claude/agents/x.md': agent('x.md') } },
      { text: '{ "agent": "Explore" }\n', workspace: AGENTS },
      { text: '{ "agent": "deployer" }\n' },
      { text: '{ "agent": "other:deployer" }\n', workspace: AGENTS },
      {
        text: '{ "agent": "kit:reviewer" }\n',
        workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }', 'kit/agents/x.md': agent('reviewer') },
      },
      {
        text: '{ "agent": "reviewer" }\n',
        workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }', 'kit/agents/x.md': agent('reviewer') },
      },
      { text: '{ "agent": "reviewer" }\n', workspace: { '~/.claude/agents/reviewer.md': agent('reviewer') } },
      { path: '~/.claude/settings.json', text: '{ "agent": "deployer" }\n', workspace: AGENTS },
      { text: '{ "agent": "" }\n', workspace: AGENTS },
      { text: '{ "agent": 3 }\n', workspace: AGENTS },
    ],
  },
  check({ agent, agents, report }) {
    if (!agent || agent.value === '' || agents.finds(agent.value)) return;
    const { value, span } = agent;
    const isFile = /\.md$/i.test(value);
    const meant = isFile ? agents.inFile(value) : agents.nearest(value);
    if (meant === undefined) {
      const message = isFile ? 'not-a-name' : UNKNOWN[agents.knowledgeOf(value)];
      if (message) report(message, span, { values: { value } });
      return;
    }
    const edits = [replace(span, JSON.stringify(meant))];
    const fixes = [{ title: `Change to \`${meant}\``, kind: 'suggestion', edits } as const];
    report(isFile ? 'file' : 'meant', span, { values: { value, meant }, fixes });
  },
});

const UNKNOWN = { all: 'missing', most: 'unknown', none: null } as const;
