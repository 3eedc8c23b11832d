// frontmatter/unknown-key: a key Claude Code does not know, and so ignores.

import { FOREIGN_KEYS } from '../../dialects/claude-code/vocabulary.ts';
import type { FieldEntry } from '../../dialects/dialect.ts';
import type { AgentDocument } from '../../model/document.ts';
import type { Fix } from '../../model/problem.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { documented, measured, reported } from '../support/evidence.ts';
import { fitsField } from '../support/fitsField.ts';
import { harmless } from '../support/harmless.ts';
import { disguise, type LookAlike, lookAlikeValues } from '../support/lookAlikes.ts';
import { meantField } from '../support/meantField.ts';
import { renameKeyFix } from '../support/renameKey.ts';
import { looksLikeText } from '../support/spilledText.ts';
import { lineBreakOf, replace } from '../support/values.ts';

export default defineRule({
  code: 'frontmatter/unknown-key',
  severity: 'warning',
  summary: 'A key that Claude Code does not know and therefore ignores.',
  rationale:
    'Field names must match exactly, case included. Everything else is ignored with a line in the debug log at most. Where the key was meant to restrict the tools, the agent has **all** of them.',
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
        message: 'misplaced',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦cacheTtl⟧: 1h\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nexperimental:\n  cacheTtl: 1h\n---\nReview.\n',
      },
      { message: 'foreign', text: '---\nname: reviewer\ndescription: Reviews code\n⟦license⟧: MIT\n---\nReview.\n' },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\nmaxTurns: 5\nobserver: lead\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews code\nversion: 1.0.0\ntype: reviewer\n---\nReview.\n' },
    ],
  },
  check(context) {
    const { document, dialect, load, environment, report } = context;
    const { entries } = load.reading;
    const addTo = 'knownFields';
    const written = new Set(entries.map(({ key }) => key));
    const meantBy = entries.map(({ key }) => (dialect.fields.get(key) ? undefined : meantField(key)));
    for (const entry of entries) {
      const { key } = entry;
      const lookAlike = dialect.fields.get(key) ? undefined : disguise(document, entry);
      if (lookAlike?.key !== undefined) {
        if (!isMissed(lookAlike.key, context)) reportDisguised(entry, lookAlike, written, context);
        continue;
      }
      if (dialect.fields.get(key) || key === '<<' || environment.knownFields.has(key) || looksLikeText(entry)) continue;
      const meant = meantField(key);
      if (meant === 'name' && isMissed(meant, context)) continue;
      const parent = Object.hasOwn(NESTED_KEYS, key) ? NESTED_KEYS[key] : undefined;
      if (parent) {
        report('misplaced', entry.keySpan, {
          addTo,
          values: { key, parent },
          fixes: [harmless(context, nestFix(entry, parent, written, document))],
        });
      } else if (meant) {
        const free = !written.has(meant);
        const message = meant === 'tools' && free ? 'all-tools' : 'meant';
        const only = free && meantBy.filter((each) => each === meant).length === 1;
        const fix = only ? renameKeyFix(entry, meant, context) : undefined;
        report(message, entry.keySpan, { addTo, values: { key, meant }, fixes: [harmless(context, fix)] });
      } else if (Object.hasOwn(FOREIGN_KEYS, key)) {
        report('foreign', entry.keySpan, { addTo, values: { key, reader: `a key of ${FOREIGN_KEYS[key]}` } });
      } else {
        report('unknown', entry.keySpan, { addTo, values: { key } });
      }
    }
  },
});

/** Whether the rule about the missing field says why it is. */
function isMissed(key: string, { load }: RuleContext<string>): boolean {
  const isWritten = load.reading.entries.some((entry) => entry.key === key);
  return !isWritten && (key === 'description' || load.reason === `frontmatter/missing-${key}`);
}

function reportDisguised(
  entry: FieldEntry,
  lookAlike: LookAlike,
  written: ReadonlySet<string>,
  context: RuleContext<string>,
): void {
  const { key = '', span, edit } = lookAlike;
  const free = !written.has(key);
  const message = key === 'tools' && free ? 'disguised-tools' : 'disguised';
  const kind = fitsField(entry, key, context) ? 'safe' : 'suggestion';
  const fix = { title: `Write \`${key}\``, kind, edits: [edit] } as const;
  const fixes = free ? [harmless(context, fix)] : [];
  context.report(message, span, { values: lookAlikeValues(context.document, lookAlike), fixes });
}

/** Keys that are known one level down. */
const NESTED_KEYS: Readonly<Record<string, string>> = { cacheTtl: 'experimental' };

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
