// Reports agents that skip all permission checks.

import { scalarOf } from '../../../../model/yaml.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { documented } from '../../evidence.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/bypass-permissions',
  severity: 'information',
  summary: '`permissionMode: bypassPermissions` runs every tool without asking.',
  rationale:
    'If the main conversation is in this mode too, the agent runs commands and changes files without asking; otherwise the field has no effect. Anyone who receives the file gets this power with it.',
  evidence: [documented('bypassPermissions takes effect only if the main conversation is in it')],
  messages: {
    bypass:
      'If the main conversation uses `bypassPermissions`, this agent runs every tool without asking; otherwise the field has no effect. Consider `acceptEdits` or permission rules.',
  },
  examples: {
    invalid: [{ message: 'bypass', text: `${HEAD}permissionMode: ⟦bypassPermissions⟧\n---\nReview.\n` }],
    valid: [{ text: `${HEAD}permissionMode: acceptEdits\n---\nReview.\n` }],
  },
  check({ scope, load, report }) {
    const entry = entryOf(load.reading, 'permissionMode');
    if (scope !== 'plugin' && entry && scalarOf(entry.value)?.value === 'bypassPermissions')
      report('bypass', entry.valueSpan);
  },
});
