// frontmatter/unknown-key: a key Claude Code does not know, and so ignores.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix } from '../../../../model/problem.ts';
import { lineBreakOf, replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import type { FieldEntry } from '../../../entries.ts';
import type { FieldTable } from '../../../fields.ts';
import { documented, measured, reported } from '../../evidence.ts';
import { fitsField } from '../support/fitsField.ts';
import { type LookAlike, lookAlikeOf, lookAlikeValues } from '../support/lookAlikes.ts';
import { meantField } from '../support/meantField.ts';
import { renameKeyFix } from '../support/renameKey.ts';
import { unknownKey } from '../support/unknownKeys.ts';

export default defineRule({
  code: 'frontmatter/unknown-key',
  severity: 'warning',
  summary: 'A key that Claude Code does not know and therefore ignores.',
  rationale:
    'Field names must match exactly, case included. Everything else is ignored with a line in the debug log at most. Where the key was meant to restrict the tools, the agent has **all** of them. A key that at least three agents of a folder have, and more than half of them, is a convention of that folder: it is reported once, on the first agent. Keys that nearly spell a field are reported on every agent.',
  evidence: [
    documented('Claude Code ignores a field it doesn’t recognize without reporting an error'),
    measured('"has frontmatter keys Claude Code does not recognize or apply", with its own "did you mean"'),
    reported('`allowed-tools` ignored: the agent got all tools', 27099),
    reported('unknown keys are silently ignored', 93109),
  ],
  messages: {
    unknown:
      'Claude Code does not know `{key}` and ignores it. Remove it, or put what it says into the description or the body.',
    meant: 'Claude Code does not know `{key}` and ignores it. Did you mean `{meant}`?',
    'all-tools': {
      text: 'Claude Code does not know `{key}` and ignores it, so the agent has **every** tool. Write `{meant}`.',
      severity: 'error',
    },
    disguised: '{fault}, so Claude Code does not know it and ignores it. {advice}.',
    'disguised-tools': {
      text: '{fault}: Claude Code does not know it and ignores it, so the agent has **every** tool. {advice}.',
      severity: 'error',
    },
    misplaced: '`{key}` counts only inside `{parent}`: here Claude Code ignores it. Move it there.',
    shared: {
      text: 'Claude Code ignores these keys, which most of the {agents} agents in this folder have: {keys}. If another tool reads them, add them to `knownFields` in `.agentwright.json`.',
      severity: 'information',
    },
    foreign: {
      text: 'Claude Code ignores `{key}` ({reader}). Nothing is lost unless Claude Code was meant to read it.',
      severity: 'information',
    },
  },
  examples: {
    invalid: [
      { message: 'unknown', text: '---\nname: reviewer\ndescription: Reviews code\n⟦language⟧: Go\n---\nReview.\n' },
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦modle⟧: opus\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmodel: opus\n---\nReview.\n',
      },
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦max-turns⟧: 5\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmaxTurns: 5\n---\nReview.\n',
      },
      {
        message: 'all-tools',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦allowed-tools⟧: Read\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ntools: Read\n---\nReview.\n',
      },
      {
        message: 'disguised',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦“model”⟧: opus\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmodel: opus\n---\nReview.\n',
      },
      {
        message: 'disguised-tools',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦tools\u00A0⟧: Read\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ntools: Read\n---\nReview.\n',
      },
      {
        message: 'disguised',
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦\u200EpermissionMode⟧: plan\n---\nReview.\n',
      },
      {
        message: 'misplaced',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦cacheTtl⟧: 1h\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nexperimental:\n  cacheTtl: 1h\n---\nReview.\n',
      },
      {
        message: 'shared',
        path: '.claude/agents/a.md',
        text: '---\nname: a\ndescription: Reviews code\n⟦emoji⟧: x\nvibe: calm\n---\nReview.\n',
        workspace: {
          '.claude/agents/b.md': '---\nname: b\ndescription: Fixes\nvibe: calm\nemoji: y\n---\nFix.\n',
          '.claude/agents/c.md': '---\nname: c\ndescription: Tests\nvibe: calm\nemoji: z\n---\nTest.\n',
        },
      },
      { message: 'foreign', text: '---\nname: reviewer\ndescription: Reviews code\n⟦license⟧: MIT\n---\nReview.\n' },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\nmaxTurns: 5\nobserver: lead\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews code\nversion: 1.0.0\ntype: reviewer\n---\nReview.\n' },
      // The first agent of the folder is told about the key.
      {
        path: '.claude/agents/c.md',
        text: '---\nname: c\ndescription: Reviews code\nemoji: x\n---\nReview.\n',
        workspace: {
          '.claude/agents/a.md': '---\nname: a\ndescription: Fixes\nemoji: y\n---\nFix.\n',
          '.claude/agents/b.md': '---\nname: b\ndescription: Tests\nemoji: z\n---\nTest.\n',
        },
      },
    ],
  },
  check(context) {
    const { document, runtime, load, environment, workspace, report } = context;
    const { entries } = load.reading;
    const addTo = 'knownFields';
    const shared = workspace.sharedKeys(document.uri, environment.knownFields);
    const conventions = new Set(shared?.keys);
    const written = new Set(entries.map(({ key }) => key));
    const meantBy = countFields(entries, runtime.fields);
    let isTold = false;
    for (const entry of entries) {
      const { key, keySpan } = entry;
      const lookAlike = runtime.fields.get(key) ? undefined : lookAlikeOf(document, entry);
      if (lookAlike?.key !== undefined) {
        if (!isMissed(lookAlike.key, context)) reportLookAlike(entry, lookAlike, written, context);
        continue;
      }
      const unknown = environment.knownFields.has(key) ? null : unknownKey(entry, runtime.fields);
      if (unknown?.kind === 'misplaced') {
        const { parent } = unknown;
        const fixes = [harmless(context, nestFix(entry, parent, written, document))];
        report('misplaced', keySpan, { addTo, values: { key, parent }, fixes });
      } else if (unknown?.kind === 'meant') {
        const meant = unknown.field;
        if (meant === 'name' && isMissed(meant, context)) continue;
        const free = !written.has(meant);
        const message = meant === 'tools' && free ? 'all-tools' : 'meant';
        const fix = free && meantBy.get(meant) === 1 ? renameKeyFix(entry, meant, context) : undefined;
        report(message, keySpan, { addTo, values: { key, meant }, fixes: [harmless(context, fix)] });
      } else if (unknown && shared && conventions.has(key)) {
        if (shared.isFirst && !isTold) {
          const keys = shared.keys
            .slice(0, MOST_NAMED)
            .map((each) => `\`${each}\``)
            .join(', ');
          report('shared', keySpan, { addTo, addNames: shared.keys, values: { keys, agents: shared.agents } });
        }
        isTold = true;
      } else if (unknown?.kind === 'foreign') {
        report('foreign', keySpan, { addTo, values: { key, reader: `a key of ${unknown.reader}` } });
      } else if (unknown) {
        report('unknown', keySpan, { addTo, values: { key } });
      }
    }
  },
});

const MOST_NAMED = 10;

/** How many keys were meant as each field. */
function countFields(entries: readonly FieldEntry[], fields: FieldTable): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const meant = fields.get(entry.key) ? undefined : meantField(entry.key);
    if (meant !== undefined) counts.set(meant, (counts.get(meant) ?? 0) + 1);
  }
  return counts;
}

/** Whether the rule about the missing field says why it is. */
function isMissed(key: string, { load }: RuleContext<string>): boolean {
  const isWritten = load.reading.entries.some((entry) => entry.key === key);
  return !isWritten && (key === 'description' || load.reason === `frontmatter/missing-${key}`);
}

function reportLookAlike(
  entry: FieldEntry,
  lookAlike: LookAlike,
  written: ReadonlySet<string>,
  context: RuleContext<string>,
): void {
  const { key = '', span, edit } = lookAlike;
  const free = !written.has(key);
  const hasEffect = !context.runtime.fields.get(key)?.ignoredIn?.includes(context.scope);
  const message = key === 'tools' && free ? 'disguised-tools' : 'disguised';
  // What the runtime changes to read the front matter may change a field that it knows.
  const isRepaired = context.load.reading.state === 'repaired';
  const kind = !isRepaired && fitsField(entry, key, context) ? 'safe' : 'suggestion';
  const fix = { title: `Write \`${key}\``, kind, edits: [edit] } as const;
  const fixes = free && hasEffect ? [harmless(context, fix)] : [];
  context.report(message, span, { values: lookAlikeValues(context.document, lookAlike), fixes });
}

/** Only where the parent is not written yet and the entry is a single line. */
function nestFix(
  entry: FieldEntry,
  parent: string,
  written: ReadonlySet<string>,
  document: AgentDocument,
): Fix | undefined {
  const text = document.text.slice(entry.keySpan.start, entry.valueSpan.end);
  if (written.has(parent) || /[\r\n]/.test(text)) return undefined;
  const start = { start: entry.keySpan.start, end: entry.keySpan.start };
  return {
    title: `Move into \`${parent}\``,
    kind: 'suggestion',
    edits: [replace(start, `${parent}:${lineBreakOf(document)}  `)],
  };
}
