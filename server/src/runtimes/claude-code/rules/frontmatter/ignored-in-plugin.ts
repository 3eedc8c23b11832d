// Reports fields that have no effect in a plugin agent.
import { defineRule } from '../../../../rules/rule.ts';
import { documented, measured } from '../../evidence.ts';

export default defineRule({
  code: 'frontmatter/ignored-in-plugin',
  severity: 'warning',
  summary: 'Claude Code ignores this field in plugin agents.',
  rationale:
    'For security, Claude Code ignores `permissionMode`, `hooks`, `mcpServers`, `initialPrompt`, and the observer fields in plugin agents. A guard placed there does not guard.',
  evidence: [
    documented('not supported for plugin agents'),
    measured('"which is ignored for plugin agents", for each of them'),
  ],
  messages: {
    ignored:
      'Claude Code ignores `{key}` in plugin agents. Copy the agent to `.claude/agents/` if it needs this field.',
  },
  examples: {
    invalid: [
      {
        message: 'ignored',
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦permissionMode⟧: plan\n---\nReview.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\npermissionMode: plan\n---\nReview.\n' },
      {
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: Read\n---\nReview.\n',
      },
    ],
  },
  check({ runtime, scope, load, report }) {
    for (const { key, keySpan, overridden } of load.reading.entries) {
      if (!overridden && runtime.fields.get(key)?.ignoredIn?.includes(scope))
        report('ignored', keySpan, { values: { key } });
    }
  },
});
