// workspace/confusable-name: names of agents that differ only in case or separators.
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
import { namePlace, ownNameSpan } from '../support/neighbours.ts';
import { isSeenTogether } from '../workspaceView.ts';

export default defineRule({
  code: 'workspace/confusable-name',
  severity: 'information',
  summary: 'The name of another agent differs from this one only in case or separators.',
  rationale:
    'Both agents load, since names are compared letter by letter. But the Agent tool finds an agent whatever the case and the separators of the name it is given, so a model that writes one for the other gets the wrong agent and nobody notices.',
  evidence: [
    measured('`Dup` and `dup` both load'),
    documented('since 2.1.140 `subagent_type` is found whatever its case and separators'),
  ],
  messages: {
    alike:
      '`{name}` and `{other}` in `{file}` differ only in case or separators, and agents are found without regard to either. Give them names that cannot be taken for each other.',
  },
  examples: {
    invalid: [
      {
        message: 'alike',
        text: '---\nname: ⟦code-reviewer⟧\ndescription: Reviews code\n---\nReview.\n',
        workspace: { '.claude/agents/cr.md': '---\nname: CodeReviewer\ndescription: Reviews tests\n---\nReview.\n' },
      },
    ],
    valid: [
      {
        text: '---\nname: code-reviewer\ndescription: Reviews code\n---\nReview.\n',
        workspace: {
          'a/.claude/agents/cr.md': '---\nname: code-reviewer\ndescription: Reviews tests\n---\nReview.\n',
          'b/agents/cr.md': '---\nname: CodeReviewer\ndescription: Reviews tests\nmodel: opus\n---\nReview.\n',
        },
      },
    ],
  },
  check({ document, load, workspace, report }) {
    const own = workspace.agentAt(document.uri);
    if (!own?.loads) return;
    const other = workspace
      .agentsCalled(own.id, document.uri)
      .find((agent) => agent.loads && agent.name !== own.name && isSeenTogether(own, agent));
    if (!other) return;
    report('alike', ownNameSpan(document, load), {
      values: { name: own.name, other: other.name, file: workspace.shownPath(other.uri) },
      related: [namePlace(other, `\`${other.name}\``)],
    });
  },
});
