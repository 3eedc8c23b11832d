// frontmatter/invalid-hooks: hooks of a shape Claude Code does not take; some drop the whole agent.

import { hooksProblems } from '../../dialects/claude-code/hooks.ts';
import { HOOK_EVENTS } from '../../dialects/claude-code/vocabulary.ts';
import { entryOf } from '../../dialects/dialect.ts';
import { nearest } from '../../util/similar.ts';
import { defineRule } from '../rule.ts';
import { documented, measured, reported } from '../support/evidence.ts';
import { replace } from '../support/values.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/invalid-hooks',
  severity: 'error',
  summary: 'Hooks of the wrong shape: the entry is ignored, or the whole agent is dropped.',
  rationale:
    '`hooks` is a map of events, each a list of `{matcher, hooks}`, each with a list of `{type, …}`. A fault in `PreToolUse` or `PermissionRequest`, or a `hooks` that is no map, drops the whole agent, because such hooks may be what guards it; elsewhere only the entry is ignored.',
  evidence: [
    documented('the shape of hooks'),
    measured('`hooks: []`, text and bad PreToolUse entries drop the agent'),
    reported('`hooks: []` silently drops the agent', 91781),
  ],
  messages: {
    drops: 'Claude Code drops the whole agent: {fault}. Correct it, or remove the hook.',
    ignored: { text: 'Claude Code ignores this hook: {fault}. Correct it, or remove it.', severity: 'warning' },
    event: { text: '{fault}. Did you mean `{meant}`?', severity: 'warning' },
  },
  examples: {
    invalid: [
      { message: 'drops', text: `${HEAD}hooks: ⟦[]⟧\n---\nReview.\n` },
      {
        message: 'drops',
        text: `${HEAD}hooks:\n  PreToolUse:\n    - hooks:\n        - ⟦type: command⟧\n---\nReview.\n`,
      },
      { message: 'ignored', text: `${HEAD}hooks:\n  Stop: ⟦none⟧\n---\nReview.\n` },
      {
        message: 'event',
        text: `${HEAD}hooks:\n  ⟦PreToolUs⟧:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
        fixed: `${HEAD}hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}hooks: {}\n---\nReview.\n` },
      {
        text: `${HEAD}hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
      },
    ],
  },
  check({ scope, load, report }) {
    const entry = entryOf(load.reading, 'hooks');
    if (!entry || scope === 'plugin') return;
    for (const { kind, span, message: fault, drops, event } of hooksProblems(entry)) {
      const meant = kind === 'unknown-event' ? nearest(event ?? '', HOOK_EVENTS) : undefined;
      if (meant) {
        const fix = { title: `Rename to \`${meant}\``, kind: 'suggestion', edits: [replace(span, meant)] } as const;
        report('event', span, { values: { fault: capitalize(fault), meant }, fixes: [fix] });
      } else {
        report(drops ? 'drops' : 'ignored', span, { values: { fault } });
      }
    }
  },
});

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
