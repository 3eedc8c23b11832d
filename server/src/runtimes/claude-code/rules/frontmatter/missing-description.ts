// Reports front matter without a `description`.

import { fenceSpan } from '../../../../model/fence.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { insertFieldFix } from '../../../../rules/insertion.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { isReadme } from '../../../../util/fileStem.ts';
import { documented, measured, reported } from '../../evidence.ts';
import { disguisedEntry, lookAlikeFix, lookAlikeValues } from '../support/lookAlikes.ts';

export default defineRule({
  code: 'frontmatter/missing-description',
  severity: 'error',
  summary: 'The agent has no `description`.',
  rationale:
    'Claude Code drops a project or user agent without a description. A plugin agent loads, but nothing tells the main conversation when to use it.',
  evidence: [
    documented('description is required'),
    measured('"Missing required "description" field in frontmatter"'),
    reported('a missing description is silently ignored', 50522),
  ],
  messages: {
    project:
      '`description` is missing, so Claude Code drops the agent and mentions it only in its debug log. Add `description:` and say when to use the agent.',
    plugin: {
      text: '`description` is missing, so nothing tells the main conversation when to use this agent. Add `description:`.',
      severity: 'warning',
    },
    disguised:
      '{fault}, so Claude Code finds no `description`, drops the agent, and mentions it only in its debug log. {advice}.',
    'disguised-plugin': {
      text: '{fault}, so Claude Code finds no `description`, and nothing tells the main conversation when to use this agent. {advice}.',
      severity: 'warning',
    },
  },
  examples: {
    invalid: [
      {
        message: 'project',
        text: '⟦---⟧\nname: reviewer\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Use this agent when …\n---\nReview.\n',
      },
      {
        message: 'plugin',
        path: 'plugin/agents/example.md',
        text: '⟦---⟧\nname: reviewer\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Use this agent when …\n---\nReview.\n',
      },
      {
        message: 'disguised',
        text: '---\nname: reviewer\n⟦\u00A0description⟧: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'disguised-plugin',
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\n⟦\u00A0description⟧: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' }],
  },
  check(context) {
    const { document, scope, load, report } = context;
    const { frontMatter, uri } = document;
    if (frontMatter.state !== 'present' || isReadme(uri)) return;
    const { state, entries } = load.reading;
    if ((state !== 'read' && state !== 'repaired') || entries.some(({ key }) => key === 'description')) return;
    // In empty front matter, reporting the missing name is enough.
    if (entries.length === 0 && load.reason === 'frontmatter/missing-name') return;
    const lookAlike = disguisedEntry(document, load.reading, 'description');
    if (lookAlike) {
      report(scope === 'plugin' ? 'disguised-plugin' : 'disguised', lookAlike.span, {
        values: lookAlikeValues(document, lookAlike),
        fixes: [harmless(context, lookAlikeFix(lookAlike, scope === 'plugin' ? 'suggestion' : 'safe'))],
      });
      return;
    }
    const fix = insertFieldFix(document, 'description', 'Use this agent when …', { after: 'name' });
    report(scope === 'plugin' ? 'plugin' : 'project', fenceSpan(frontMatter), { fixes: [harmless(context, fix)] });
  },
});
