// workspace/confusable-name: names of agents that differ only in case or separators.
import { foldName } from '../../dialects/claude-code/agents.ts';
import { defineRule } from '../rule.ts';
import { builtInCalled } from '../support/agentReferences.ts';
import { documented, measured } from '../support/evidence.ts';
import { namePlace, ownNameSpan } from '../support/neighbours.ts';
import { isSeenTogether, type KnownAgent } from '../workspaceView.ts';

export default defineRule({
  code: 'workspace/confusable-name',
  severity: 'information',
  summary: 'The name of another agent differs from this one only in case or separators.',
  rationale:
    'Both agents load, since names are compared letter by letter. The Agent tool finds an agent whatever the case and the separators of the name it is given, but not where two differ in nothing else: then every spelling but the two exact ones is refused as ambiguous, and each exact one starts another agent.',
  evidence: [
    measured('`Dup` and `dup` both load, `explore` beside the built-in `Explore` too'),
    measured('"Agent type \'DUP\' is ambiguous — matches dup, Dup. Use the exact name"'),
    documented('since 2.1.140 `subagent_type` is found whatever its case and separators'),
  ],
  messages: {
    alike:
      '`{name}` and `{other}` in `{file}` differ only in case or separators. Only their exact names start them; what a model writes in between is refused as ambiguous. Give them names that cannot be taken for each other.',
    builtIn:
      '`{name}` differs only in case or separators from `{other}`, an agent Claude Code has of its own. Both load, and only their exact names start them. Give this one another name, or the very same to take its place.',
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
      // Its whole name has the plugin’s prefix.
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

/** In a plugin the folders are part of what is compared. */
function isAlike({ id }: KnownAgent, own: KnownAgent): boolean {
  return id !== own.id && foldName(id) === foldName(own.id);
}
