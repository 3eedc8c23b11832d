// workspace/unknown-skill: an entry of `skills` that gives the agent nothing.
import { referencesIn } from '../../dialects/claude-code/references.ts';
import { nearest } from '../../util/similar.ts';
import { defineRule } from '../rule.ts';
import { documented } from '../support/evidence.ts';
import { replace } from '../support/values.ts';

const DEPLOY = { '.claude/skills/deploy/SKILL.md': '---\nname: deploy\ndescription: Deploys\n---\nDeploy.\n' };

export default defineRule({
  code: 'workspace/unknown-skill',
  severity: 'information',
  summary: 'A skill in `skills` that does not exist or cannot be preloaded.',
  rationale:
    'The skills named here are put into the agent’s context when it starts. One that is not found is passed over with a line in the debug log; one with `disable-model-invocation: true` cannot be preloaded.',
  evidence: [
    documented(
      'a missing skill is skipped with a debug warning; skills that only people may start cannot be preloaded',
    ),
  ],
  messages: {
    unknown:
      'No skill of this workspace or your own folder is called `{name}`, so nothing is preloaded for it, unless an installed plugin or Claude Code itself has it.{hint}',
    manual: {
      text: 'The skill `{name}` has `disable-model-invocation: true`, so it cannot be preloaded and this entry is ignored.',
      severity: 'warning',
    },
  },
  examples: {
    invalid: [
      {
        message: 'unknown',
        text: '---\nname: lead\ndescription: Leads\nskills: ⟦deplyo⟧\n---\nLead.\n',
        workspace: DEPLOY,
        fixed: '---\nname: lead\ndescription: Leads\nskills: deploy\n---\nLead.\n',
      },
      {
        message: 'manual',
        text: '---\nname: lead\ndescription: Leads\nskills:\n  - ⟦deploy⟧\n---\nLead.\n',
        workspace: {
          '.claude/skills/deploy/SKILL.md':
            '---\nname: deploy\ndescription: Deploys\ndisable-model-invocation: true\n---\nDeploy.\n',
        },
      },
    ],
    valid: [
      { text: '---\nname: lead\ndescription: Leads\nskills: deploy\n---\nLead.\n', workspace: DEPLOY },
      { text: '---\nname: lead\ndescription: Leads\nskills: [other-plugin:deploy]\n---\nLead.\n', workspace: DEPLOY },
      { text: '---\nname: lead\ndescription: Leads\nskills: deploy\n---\nLead.\n' },
    ],
  },
  check({ document, load, workspace, report }) {
    for (const { to, form, name, span } of referencesIn(document, load.reading)) {
      if (to !== 'skill' || form !== 'field') continue;
      const found = workspace.skillsCalled(name, document.uri);
      if (found.length > 0) {
        if (!found.some(({ preloads }) => preloads)) report('manual', span, { values: { name } });
        continue;
      }
      const plugin = name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
      if (!workspace.complete || (plugin !== null && !workspace.knowsPlugin(plugin))) continue;
      const near = nearest(name, workspace.skillNames(document.uri));
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
