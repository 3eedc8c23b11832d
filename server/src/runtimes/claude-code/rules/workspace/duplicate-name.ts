// Reports two files that are loaded together and define the same agent.
import { defineRule } from '../../../../rules/rule.ts';
import { isSeenTogether } from '../../../../rules/workspaceView.ts';
import { documented, measured } from '../../evidence.ts';
import { namePlace, ownNameSpan, shownFiles } from '../support/neighbours.ts';

const REVIEWER = '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n';

export default defineRule({
  code: 'workspace/duplicate-name',
  severity: 'warning',
  summary: 'Two files in the same agents folder define the same agent.',
  rationale:
    'If two files in one `.claude/agents` folder (or one plugin) have the same `name`, Claude Code loads the one the file system lists first and drops the other, mentioning it only in its debug log. The order can differ from machine to machine.',
  evidence: [
    measured('DEBUG "[agents] Duplicate agent name … active: …"'),
    measured('the order is neither alphabetical nor the order of creation'),
    documented('one of them, in the order in which the file system is read'),
  ],
  messages: {
    same: '`{name}` is also defined in {others}. Claude Code silently loads only one of them, depending on the order in which the file system lists them. Rename one.',
  },
  examples: {
    invalid: [
      {
        message: 'same',
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews tests\n---\nReview.\n',
        workspace: { '.claude/agents/code/reviewer.md': REVIEWER },
      },
      {
        message: 'same',
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews tests\n---\nReview.\n',
        path: 'quality/agents/test-reviewer.md',
        workspace: {
          'quality/.claude-plugin/plugin.json': '{ "name": "quality" }',
          'quality/agents/reviewer.md': REVIEWER,
        },
      },
    ],
    valid: [
      // Each in its own folder: the nearest one wins.
      {
        text: '---\nname: reviewer\ndescription: Reviews tests\n---\nReview.\n',
        path: 'app/.claude/agents/reviewer.md',
        workspace: { '.claude/agents/reviewer.md': REVIEWER },
      },
      // The folders of a plugin are part of the ID.
      {
        text: '---\nname: reviewer\ndescription: Reviews tests\n---\nReview.\n',
        path: 'quality/agents/tests/reviewer.md',
        workspace: {
          'quality/.claude-plugin/plugin.json': '{ "name": "quality" }',
          'quality/agents/reviewer.md': REVIEWER,
        },
      },
      // Names are case-sensitive.
      {
        text: '---\nname: Reviewer\ndescription: Reviews tests\n---\nReview.\n',
        workspace: { '.claude/agents/code/reviewer.md': REVIEWER },
      },
      // It does not load, so there is only one.
      {
        text: '---\nname: reviewer\ndescription: Reviews tests\n---\nReview.\n',
        workspace: { '.claude/agents/old.md': '---\nname: reviewer\n---\nReview.\n' },
      },
    ],
  },
  check({ document, load, workspace, report }) {
    const own = workspace.agentAt(document.uri);
    if (!own?.loads) return;
    const rivals = workspace
      .agentsCalled(own.id, document.uri)
      .filter(({ uri, id, loads, place }) => uri !== own.uri && id === own.id && loads && place.root === own.place.root)
      .filter((agent) => isSeenTogether(own, agent) && agent.place.scope === own.place.scope);
    if (rivals.length === 0) return;
    report('same', ownNameSpan(document, load), {
      values: { name: own.name, others: shownFiles(rivals, workspace) },
      related: rivals.map((agent) => namePlace(agent, `\`${agent.name}\` is also defined here`)),
    });
  },
});
