// Reports credentials that look real: keys, tokens, and passwords in URLs.
import { findSecrets } from '../../text/secrets.ts';
import type { Span } from '../../util/text.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule, type RuleContext } from '../rule.ts';

export default defineRule({
  code: 'structure/secret',
  severity: 'warning',
  summary: 'A key, token, or password that looks real.',
  rationale:
    'Claude Code sends the body of an agent to the model’s provider whenever the agent runs, and its description whenever any session runs. The file is usually committed with the project, too. Anyone who sees any of these knows the credential, and it stays in the history. Agentwright reports AWS access key IDs; GitHub, GitLab, Slack, and npm tokens; Anthropic, OpenAI, Google, and Stripe keys and the like; JSON web tokens; private keys; and passwords in URLs, including in code. It skips samples: `AKIA…EXAMPLE`, `xxxx`, `<token>`, `${TOKEN}`, `user:password@`, and hosts such as `localhost` and `example.com`.',
  evidence: goodPractice,
  messages: {
    prompt:
      'This looks like {kind} (`{start}…`). It is sent to the model’s provider with this text and is usually committed with the project. Revoke it, and read the new one from an environment variable.',
    field:
      'This looks like {kind} (`{start}…`). It is usually committed with the project, where anyone with access can read it. Revoke it, and read the new one from an environment variable.',
  },
  examples: {
    invalid: [
      {
        text: '## Data\n\n```bash\npsql postgres://app:⟦q7Vt2mXz9LbR⟧@10.20.0.7/shop\n```\n',
        message: 'prompt',
      },
      {
        text: '---\nname: reviewer\ndescription: Reviews code\nmcpServers:\n  - shop:\n      command: shop-mcp\n      args: [redis://:⟦w4Kd8-pNs0Ya⟧@cache.shop.dev/0]\n---\nReview.\n',
        message: 'field',
      },
    ],
    valid: [
      {
        text: 'Look for `AKIA[0-9A-Z]{16}`, `ghp_[A-Za-z0-9]{36}`, `-----BEGIN RSA PRIVATE KEY-----` and `postgres://[^:]+:[^@]+@`. Show `AKIA****3F2A` of them.\n',
      },
      {
        text: '```ts\nconst key = "sk-1234567890abcdef";\nconst url = `postgres://app:${DB_PASS}@db.shop.dev/shop`;\n```\n',
      },
      { text: 'Use postgres://postgres:postgres@db.shop.dev, not mongodb://user:pass1234@host.shop.dev.\n' },
      { text: 'Run it on redis://:q7Vt2mXz9LbR@localhost or https://app:q7Vt2mXz9LbR@api.example.com.\n' },
    ],
  },
  check({ document, load, report }) {
    for (const { kind, span, start } of findSecrets(document.text)) {
      const message = isSent(span, { document, load }) ? 'prompt' : 'field';
      report(message, span, { values: { kind, start }, sensitive: true });
    }
  },
});

/** In the front matter, only the description reaches a model. */
function isSent({ start, end }: Span, { document, load }: Pick<RuleContext<string>, 'document' | 'load'>): boolean {
  if (end > document.body.start) return true;
  const description = load.reading.entries.find(({ key }) => key === 'description');
  return description !== undefined && start >= description.valueSpan.start && end <= description.valueSpan.end;
}
