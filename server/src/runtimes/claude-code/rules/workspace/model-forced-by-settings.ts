// Reports a `model` that settings override.

import { defineRule } from '../../../../rules/rule.ts';
import { entryOf, valueOrKeySpan } from '../../../entries.ts';
import { documented, measuredOnProjects } from '../../evidence.ts';
import { placeOfSetting } from '../support/settings.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const env = (values: Record<string, string>): string => JSON.stringify({ env: values });

export default defineRule({
  code: 'workspace/model-forced-by-settings',
  severity: 'information',
  summary: 'Settings override the model of the agent.',
  rationale:
    'If settings turn on `CLAUDE_CODE_SUBAGENT_MODEL_FORCE`, Claude Code ignores `model` in every agent that runs as a subagent, `inherit` included, and uses `CLAUDE_CODE_SUBAGENT_MODEL`, or the session’s model if that is not set. Without it, `CLAUDE_CODE_SUBAGENT_MODEL` only counts for agents without a `model`.',
  evidence: [
    documented('CLAUDE_CODE_SUBAGENT_MODEL, CLAUDE_CODE_SUBAGENT_MODEL_FORCE'),
    measuredOnProjects(
      'env in settings.json: the model of agents without one; with FORCE set to 1, true, yes or on, of all',
    ),
  ],
  messages: {
    forced: '{path} forces the model of subagents, so Claude Code ignores `model: {model}` and uses {used}.',
  },
  examples: {
    invalid: [
      {
        message: 'forced',
        text: `${HEAD}model: ⟦opus⟧\n---\nReview.\n`,
        workspace: {
          '.claude/settings.json': env({
            CLAUDE_CODE_SUBAGENT_MODEL: 'haiku',
            CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '1',
          }),
        },
      },
      {
        message: 'forced',
        text: `${HEAD}model: ⟦opus⟧\n---\nReview.\n`,
        workspace: { '.claude/settings.local.json': env({ CLAUDE_CODE_SUBAGENT_MODEL_FORCE: 'true' }) },
      },
    ],
    valid: [
      {
        text: `${HEAD}model: opus\n---\nReview.\n`,
        workspace: { '.claude/settings.json': env({ CLAUDE_CODE_SUBAGENT_MODEL: 'haiku' }) },
      },
      {
        text: `${HEAD}---\nReview.\n`,
        workspace: {
          '.claude/settings.json': env({
            CLAUDE_CODE_SUBAGENT_MODEL: 'haiku',
            CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '1',
          }),
        },
      },
      {
        text: `${HEAD}model: opus\n---\nReview.\n`,
        workspace: {
          '.claude/settings.json': env({
            CLAUDE_CODE_SUBAGENT_MODEL: 'haiku',
            CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '0',
          }),
        },
      },
    ],
  },
  check({ load, session, report }) {
    const { forceModel } = session.settings;
    const entry = entryOf(load.reading, 'model');
    const { value } = load.effectiveModel;
    if (!forceModel || !entry || load.model === null || load.model.trim() === '' || value === load.model) return;
    report('forced', valueOrKeySpan(entry), {
      values: {
        path: forceModel.path,
        model: load.model,
        used: value === null ? 'the session’s model' : `\`${value}\``,
      },
      related: [placeOfSetting(forceModel)],
    });
  },
});
