// frontmatter/invalid-hooks: hooks of a shape Claude Code does not take; some drop the whole agent.

import { strayHooks } from '../../dialects/claude-code/hookGuards.ts';
import { HOOK_HANDLERS } from '../../dialects/claude-code/hookOptions.ts';
import { type HooksProblem, hooksProblems } from '../../dialects/claude-code/hooks.ts';
import { HOOK_EVENTS } from '../../dialects/claude-code/vocabulary.ts';
import { entryOf } from '../../dialects/dialect.ts';
import { nearest } from '../../util/similar.ts';
import { defineRule } from '../rule.ts';
import { documented, measured, reported } from '../support/evidence.ts';
import { harmless } from '../support/harmless.ts';
import { replace } from '../support/values.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/invalid-hooks',
  severity: 'error',
  summary: 'Hooks of the wrong shape: the entry is ignored, or the whole agent is dropped.',
  rationale:
    '`hooks` is a map of events, each a list of `{matcher, hooks}`, each with a list of `{type, …}`. A fault in `PreToolUse` or `PermissionRequest`, or a `hooks` that is no map, drops the whole agent, because such hooks may be what guards it; elsewhere only the entry is ignored. Such a hook anywhere else in the front matter drops the agent too.',
  evidence: [
    documented('the shape of hooks'),
    measured('`hooks: []`, text and bad PreToolUse entries drop the agent'),
    reported('`hooks: []` silently drops the agent', 91781),
  ],
  messages: {
    drops: 'Claude Code drops the whole agent: {fault}. Correct it, or remove the hook.',
    ignored: { text: 'Claude Code ignores this hook: {fault}. Correct it, or remove it.', severity: 'warning' },
    meant: { text: 'Claude Code ignores this hook: {fault}. Did you mean `{meant}`?', severity: 'warning' },
    'drops-meant': 'Claude Code drops the whole agent: {fault}. Did you mean `{meant}`?',
    stray:
      'Claude Code drops the whole agent: what looks like a hook that guards permissions stands in `{key}`, outside `hooks`. Move it into `hooks`.',
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
        meant && ({ title: `Write \`${meant}\``, kind: 'suggestion', edits: [replace(span, meant)] } as const);
      report(key, span, {
        values: { fault, ...(meant ? { meant } : {}) },
        fixes: [fix ? harmless(context, fix) : undefined],
      });
    }
  },
});

/** The event or the type of hook that was meant, where one is near. */
function meantWord({ kind, event, name }: HooksProblem): string | undefined {
  if (kind === 'unknown-event') return nearest(event ?? '', HOOK_EVENTS);
  return kind === 'type-unknown' ? nearest(name ?? '', HOOK_HANDLERS.keys()) : undefined;
}
