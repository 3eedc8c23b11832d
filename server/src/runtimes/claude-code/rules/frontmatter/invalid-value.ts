// Reports values that a field does not accept.

import { plainValue } from '../../../../model/plain.ts';
import type { Fix } from '../../../../model/problem.ts';
import { scalarOf } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { nearest } from '../../../../util/similar.ts';
import { slice } from '../../../../util/text.ts';
import { type FieldEntry, valueOrKeySpan } from '../../../entries.ts';
import type { Field } from '../../../fields.ts';
import type { IndexedReport } from '../../../indexed.ts';
import { documented, measured } from '../../evidence.ts';
import { commentedValue, removeHashFix } from '../support/commentedValue.ts';
import { boundFieldsBut } from '../support/fieldKinds.ts';

/** Colors and hooks have their own rules. */
const CHECKED = boundFieldsBut(['color', 'hooks']);

const TRUE_WORDS = ['yes', 'on', '1', 'y', 'True', 'TRUE'];
const FALSE_WORDS = ['no', 'off', '0', 'n', 'False', 'FALSE'];

export default defineRule({
  code: 'frontmatter/invalid-value',
  severity: 'warning',
  summary: 'Claude Code ignores a field because its value is invalid.',
  rationale:
    'An invalid value never stops Claude Code from loading an agent: it ignores the field, with a debug message at most. `background: yes`, `permissionMode: delegate`, and `maxTurns: 0` all look as if they worked.',
  evidence: [
    documented('the values of each field'),
    measured(
      'invalid values of color, model, effort, permissionMode, memory, isolation, background, maxTurns never block loading',
    ),
  ],
  messages: {
    value: '`{key}` takes {shape}, not `{value}`: Claude Code {effect}.',
    meant: '`{key}` takes {shape}, not `{value}`: Claude Code {effect}. Did you mean `{meant}`?',
    comment: '`#` starts a comment, so `{key}` is empty: Claude Code {effect}. It takes {shape}.',
    empty: '`{key}` has no value: Claude Code {effect}. It takes {shape}.',
  },
  examples: {
    invalid: [
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\nbackground: ⟦yes⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nbackground: true\n---\nReview.\n',
      },
      {
        message: 'value',
        text: '---\nname: reviewer\ndescription: Reviews code\npermissionMode: ⟦delegate⟧\n---\nReview.\n',
      },
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\npermissionMode: ⟦accept-edits⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\npermissionMode: acceptEdits\n---\nReview.\n',
      },
      { message: 'value', text: '---\nname: reviewer\ndescription: Reviews code\nmaxTurns: ⟦0⟧\n---\nReview.\n' },
      {
        message: 'value',
        text: '---\nname: reviewer\ndescription: Reviews code\nexperimental:\n  ⟦cacheTtl: 2h⟧\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\nmemory: ⟦#project⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmemory: project\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\nmaxTurns: ⟦# as many as it takes⟧\n---\nReview.\n',
      },
      { message: 'empty', text: '---\nname: reviewer\ndescription: Reviews code\n⟦memory⟧:\n---\nReview.\n' },
    ],
    valid: [
      {
        text: '---\nname: reviewer\ndescription: Reviews code\nbackground: true\neffort: High\nmaxTurns: "10"\nmemory: project\n---\nReview.\n',
      },
      { text: '---\nname: reviewer\ndescription: Reviews code\nexperimental:\n  cacheTtl: 1h\n---\nReview.\n' },
    ],
  },
  check(context) {
    const { document, runtime, scope, load, report } = context;
    for (const entry of load.reading.entries) {
      const field = runtime.fields.get(entry.key);
      if (!field || !CHECKED.has(entry.key) || entry.overridden || field.ignoredIn?.includes(scope)) continue;
      const plain = plainValue(entry.value);
      if (field.schema.safeParse(plain).success) continue;
      const value = shorten(slice(document.text, entry.valueSpan));
      const values = { key: entry.key, shape: field.shape, effect: field.onInvalid, value };
      const comment = commentedValue(document, entry);
      if (comment) {
        report('comment', comment, { values, fixes: [removeHashFix(document, comment, field)] });
        continue;
      }
      if (plain === null || plain === '') {
        report('empty', valueOrKeySpan(entry), { values });
        continue;
      }
      const meant = meantValue(field, String(plain));
      const fixes = [harmless(context, meant ? writeFix(entry, meant, load) : undefined)];
      report(meant ? 'meant' : 'value', entry.valueSpan, { values: { ...values, ...(meant ? { meant } : {}) }, fixes });
    }
  },
});

function meantValue(field: Field, written: string): string | undefined {
  const words = field.values?.map(({ value }) => value) ?? [];
  if (words.includes('true')) {
    if (TRUE_WORDS.includes(written)) return 'true';
    if (FALSE_WORDS.includes(written)) return 'false';
  }
  return nearest(written, words);
}

/** Safe only if the two differ only in case and separators, and no tool list grows. */
function writeFix(entry: FieldEntry, meant: string, load: IndexedReport): Fix | undefined {
  const value = scalarOf(entry.value)?.value;
  if (value === undefined) return undefined;
  const certain = String(value).replace(/[-_]/g, '').toLowerCase() === meant.toLowerCase();
  const grows = entry.key === 'memory' && load.tools !== 'inherit';
  return {
    title: `Change to \`${meant}\``,
    kind: certain && !grows ? 'safe' : 'suggestion',
    edits: [replace(entry.valueSpan, meant)],
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
