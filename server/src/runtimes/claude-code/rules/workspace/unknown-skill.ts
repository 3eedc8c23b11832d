// workspace/unknown-skill: an entry of `skills` that gives the agent nothing.

import { defineRule } from '../../../../rules/rule.ts';
import { BUILT_IN_SKILLS } from '../../agents.ts';
import { documented, measured } from '../../evidence.ts';
import { referencesIn } from '../../references.ts';
import { hintAt, isPluginMistyped, renameFix } from '../support/neighbours.ts';

const DEPLOY = { '.claude/skills/deploy/SKILL.md': '---\nname: deploy\ndescription: Deploys\n---\nDeploy.\n' };

export default defineRule({
  code: 'workspace/unknown-skill',
  severity: 'information',
  summary: 'A skill in `skills` that does not exist or cannot be preloaded.',
  rationale:
    'Claude Code puts the skills named here into the agent’s context when it starts. It skips a skill that it cannot find or that has `disable-model-invocation: true`, and mentions it only in its debug log.',
  evidence: [
    documented('skills that only people may start cannot be preloaded'),
    measured('WARN "Skill \'x\' specified in frontmatter was not found", for those that only people may start too'),
    measured('found by folder, by the skill’s own `name`, with and without the plugin’s prefix; commands too'),
  ],
  messages: {
    unknown:
      'No skill in this workspace or your own folder is named `{name}`. Unless an installed plugin or Claude Code itself has it, nothing is preloaded for it.{hint}',
    plugin:
      'Neither this workspace nor your own folder has a plugin named `{plugin}`, so nothing is preloaded for `{name}`.{hint}',
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
        message: 'plugin',
        text: '---\nname: lead\ndescription: Leads\nskills: [⟦kat:verify⟧]\n---\nLead.\n',
        workspace: {
          'kit/.claude-plugin/plugin.json': '{ "name": "kit" }',
          'kit/skills/verify/SKILL.md': '---\nname: verify\ndescription: Verifies\n---\nVerify.\n',
        },
        fixed: '---\nname: lead\ndescription: Leads\nskills: [kit:verify]\n---\nLead.\n',
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
      { text: '---\nname: lead\ndescription: Leads\nskills: deploy simplify\n---\nLead.\n', workspace: DEPLOY },
      {
        text: '---\nname: lead\ndescription: Leads\nskills: [shipping, ops:restart, restart, release]\n---\nLead.\n',
        workspace: {
          '.claude/skills/deploy/SKILL.md': '---\nname: shipping\ndescription: Deploys\n---\nDeploy.\n',
          '.claude/commands/ops/restart.md': '---\ndescription: Restarts\n---\nRestart.\n',
          'dev/.claude-plugin/plugin.json': '{ "name": "dev" }',
          'dev/skills/release/SKILL.md': '---\nname: release\ndescription: Releases\n---\nRelease.\n',
        },
      },
      { text: '---\nname: lead\ndescription: Leads\nskills: [other-plugin:deploy]\n---\nLead.\n', workspace: DEPLOY },
      {
        text: '---\nname: lead\ndescription: Leads\nskills: [qa:verify, kat:check]\n---\nLead.\n',
        workspace: {
          'kit/.claude-plugin/plugin.json': '{ "name": "kit" }',
          'kit/skills/verify/SKILL.md': '---\nname: verify\ndescription: Verifies\n---\nVerify.\n',
        },
      },
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
      if (!workspace.complete || BUILT_IN_SKILLS.has(name)) continue;
      const plugin = name.includes(':') ? name.slice(0, name.indexOf(':')) : null;
      const near = workspace.nearestSkillName(name, document.uri);
      const isKnown = plugin === null || workspace.knowsPlugin(plugin);
      if (!isKnown && !isPluginMistyped(name, near)) continue;
      report(isKnown ? 'unknown' : 'plugin', span, {
        values: { name, plugin: plugin ?? '', hint: hintAt(near) },
        fixes: renameFix(document, span, name, near),
      });
    }
  },
});
