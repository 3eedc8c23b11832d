// frontmatter/bypass-permissions: the agent asks for no permission checks at all.
import { entryOf } from '../../dialects/dialect.ts';
import { defineRule } from '../rule.ts';
import { documented } from '../support/evidence.ts';
import { scalarOf } from '../support/values.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/bypass-permissions',
  severity: 'information',
  summary: '`permissionMode: bypassPermissions` runs every tool without asking.',
  rationale:
    'The agent runs commands and changes files without a question, wherever the main conversation is in this mode too; anywhere else the field has no effect. Whoever is given the file gets that power with it.',
  evidence: [documented('bypassPermissions takes effect only if the main conversation is in it')],
  messages: {
    bypass:
      'The agent runs every tool without asking where the main conversation is in this mode, and the field has no effect elsewhere. Consider `acceptEdits` or permission rules.',
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
