// Reports agent names that differ only in case or separators.

import { defineRule } from '../../../../rules/rule.ts';
import { isSeenTogether, type KnownAgent } from '../../../../rules/workspaceView.ts';
import { foldName } from '../../agents.ts';
import { documented, measured } from '../../evidence.ts';
import { builtInCalled } from '../support/agentReferences.ts';
import { namePlace, ownNameSpan } from '../support/neighbours.ts';

export default defineRule({
  code: 'workspace/confusable-name',
  severity: 'information',
  summary: 'The name of another agent differs from this one only in case or separators.',
  rationale:
    'Both agents load, because names are compared exactly. The Agent tool normally ignores case and separators in the name it receives, but not if two agents differ in nothing else: it then rejects every spelling except the two exact ones as ambiguous, and each of those starts a different agent.',
  evidence: [
    measured('`Dup` and `dup` both load, `explore` next to the built-in `Explore` too'),
    measured('"Agent type \'DUP\' is ambiguous — matches dup, Dup. Use the exact name"'),
    documented('since 2.1.140 `subagent_type` ignores case and separators'),
  ],
  messages: {
    alike:
      '`{name}` and `{other}` in `{file}` differ only in case or separators, so Claude Code rejects any other spelling as ambiguous. Give them clearly different names.',
    builtIn:
      '`{name}` differs from Claude Code’s built-in agent `{other}` only in case or separators. Both load, and only their exact names start them. Rename this agent, or use the exact name to replace the built-in one.',
  },
  examples: {
    invalid: [
      {
        message: 'alike',
        text: '---\nname: ⟦code-reviewer⟧\ndescription: Reviews code\n---\nReview.\n',
        workspace: { '.claude/agents/cr.md': '---\nname: CodeReviewer\ndescription: Reviews tests\n---\nReview.\n' },
      },
      { message: 'builtIn', text: '---\nname: ⟦explore⟧\ndescription: Looks around\n---\nLook.\n', workspace: {} },
    ],
    valid: [
      {
        text: '---\nname: code-reviewer\ndescription: Reviews code\n---\nReview.\n',
        workspace: {
          'a/.claude/agents/cr.md': '---\nname: code-reviewer\ndescription: Reviews tests\n---\nReview.\n',
          'b/agents/cr.md': '---\nname: CodeReviewer\ndescription: Reviews tests\nmodel: opus\n---\nReview.\n',
        },
      },
      { text: '---\nname: Explore\ndescription: Looks around\n---\nLook.\n', workspace: {} },
      // Its full name includes the plugin’s prefix.
      {
        text: '---\nname: explore\ndescription: Looks around\n---\nLook.\n',
        path: 'dev/agents/explore.md',
        workspace: { 'dev/.claude-plugin/plugin.json': '{ "name": "dev" }' },
      },
    ],
  },
  check({ document, load, workspace, report }) {
    const own = workspace.agentAt(document.uri);
    if (!own?.loads || own.place.scope === 'loose') return;
    const span = ownNameSpan(document, load);
    const builtIn = own.place.scope === 'plugin' ? undefined : builtInCalled(own.name);
    if (builtIn !== undefined && builtIn !== own.name) {
      report('builtIn', span, { values: { name: own.name, other: builtIn } });
    }
    const other = workspace
      .agentsCalled(own.id, document.uri)
      .find((agent) => agent.loads && isAlike(agent, own) && isSeenTogether(own, agent));
    if (!other) return;
    report('alike', span, {
      values: { name: own.name, other: other.name, file: workspace.shownPath(other.uri) },
      related: [namePlace(other, `\`${other.name}\``)],
    });
  },
});

/** In a plugin, the folders are part of the compared name. */
function isAlike({ id }: KnownAgent, own: KnownAgent): boolean {
  return id !== own.id && foldName(id) === foldName(own.id);
}
