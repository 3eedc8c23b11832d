// Reports hooks that Claude Code does not accept; some make it drop the whole agent.

import { replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { nearest } from '../../../../util/similar.ts';
import { entryOf } from '../../../entries.ts';
import { documented, measured, reported } from '../../evidence.ts';
import { strayHooks } from '../../hookGuards.ts';
import { HOOK_HANDLERS } from '../../hookOptions.ts';
import { type HooksProblem, hooksProblems } from '../../hooks.ts';
import { HOOK_EVENTS } from '../../vocabulary.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/invalid-hooks',
  severity: 'error',
  summary: 'Claude Code ignores an invalid hook or drops the whole agent because of it.',
  rationale:
    '`hooks` is a mapping of events, each with a list of `{matcher, hooks}`, each with a list of `{type, …}`. Claude Code drops the whole agent if `hooks` is not a mapping or if anything is wrong in `PreToolUse` or `PermissionRequest`, because such hooks may be guards; elsewhere it ignores only the invalid entry. It also drops the agent if such a hook appears anywhere else in the front matter.',
  evidence: [
    documented('the structure of hooks'),
    measured('`hooks: []`, text and bad PreToolUse entries drop the agent'),
    reported('`hooks: []` silently drops the agent', 91781),
  ],
  messages: {
    drops: 'Claude Code drops the whole agent: {fault}. Correct or remove the hook.',
    ignored: { text: 'Claude Code ignores this hook: {fault}. Correct or remove it.', severity: 'warning' },
    meant: { text: 'Claude Code ignores this hook: {fault}. Did you mean `{meant}`?', severity: 'warning' },
    'drops-meant': 'Claude Code drops the whole agent: {fault}. Did you mean `{meant}`?',
    stray:
      'Claude Code drops the whole agent because `{key}` contains what looks like a permission hook outside `hooks`. Move it into `hooks`.',
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
        message: 'meant',
        text: `${HEAD}hooks:\n  ⟦PreToolUs⟧:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
        fixed: `${HEAD}hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
      },
      {
        message: 'drops-meant',
        text: `${HEAD}hooks:\n  PreToolUse:\n    - hooks:\n        - type: ⟦comand⟧\n          command: ./check.sh\n---\nReview.\n`,
        fixed: `${HEAD}hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
      },
      {
        message: 'stray',
        text: `${HEAD}⟦PreToolUse⟧:\n  - hooks:\n      - type: command\n        command: ./check.sh\n---\nReview.\n`,
      },
      {
        message: 'stray',
        text: `${HEAD}hook:\n  ⟦PreToolUse⟧:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}hooks: {}\n---\nReview.\n` },
      {
        text: `${HEAD}hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check.sh\n---\nReview.\n`,
      },
    ],
  },
  check(context) {
    const { scope, load, report } = context;
    if (scope === 'plugin') return;
    const entry = entryOf(load.reading, 'hooks');
    for (const { span, path } of strayHooks(load.reading)) report('stray', span, { values: { key: path } });
    for (const problem of entry ? hooksProblems(entry) : []) {
      const { span, message: fault, drops } = problem;
      const meant = meantWord(problem);
      const key = meant ? (drops ? 'drops-meant' : 'meant') : drops ? 'drops' : 'ignored';
      const fix =
        meant && ({ title: `Change to \`${meant}\``, kind: 'suggestion', edits: [replace(span, meant)] } as const);
      report(key, span, {
        values: { fault, ...(meant ? { meant } : {}) },
        fixes: [fix ? harmless(context, fix) : undefined],
      });
    }
  },
});

/** The event or hook type that was most likely meant, if any. */
function meantWord({ kind, event, name }: HooksProblem): string | undefined {
  if (kind === 'unknown-event') return nearest(event ?? '', HOOK_EVENTS);
  return kind === 'type-unknown' ? nearest(name ?? '', HOOK_HANDLERS.keys()) : undefined;
}
