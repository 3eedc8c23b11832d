// The fix that gives a mistyped key the name of the field it was meant as.

import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import type { RuleContext } from '../../../../rules/rule.ts';
import { slice } from '../../../../util/text.ts';
import type { FieldEntry } from '../../../entries.ts';
import { fitsField } from './fitsField.ts';

/** Certain only where nothing but case and separators differs, and the value is one the field takes as it stands. */
export function renameKeyFix(entry: FieldEntry, meant: string, context: RuleContext<string>): Fix | undefined {
  const { runtime, scope, document } = context;
  if (runtime.fields.get(meant)?.ignoredIn?.includes(scope)) return undefined;
  const alike = entry.key.replace(/[-_]/g, '').toLowerCase() === meant.toLowerCase();
  const quote = /^["']/.exec(slice(document.text, entry.keySpan))?.[0] ?? '';
  return {
    title: `Rename to \`${meant}\``,
    kind: alike && fitsField(entry, meant, context) ? 'safe' : 'suggestion',
    edits: [replace(entry.keySpan, `${quote}${meant}${quote}`)],
  };
}
