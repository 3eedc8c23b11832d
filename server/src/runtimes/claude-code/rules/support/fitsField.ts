// Whether a value would be valid under another key, which makes renaming the key safe.

import { plainValue } from '../../../../model/plain.ts';
import type { RuleContext } from '../../../../rules/rule.ts';
import type { FieldEntry } from '../../../entries.ts';
import { hooksProblems } from '../../hooks.ts';
import { resolveModel } from '../../models.ts';
import { canonicalTool, isForMainConversation, toolMentions } from '../../toolList.ts';

/** Fields that affect one another: renaming a key to one is safe only if the others are absent. */
const POWERS: readonly string[] = ['tools', 'disallowedtools', 'memory'];

export function fitsField(entry: FieldEntry, key: string, context: RuleContext<string>): boolean {
  const { runtime, load, document, environment } = context;
  const field = runtime.fields.get(key);
  const plain = plainValue(entry.value);
  if (!field || !plain || environment.runtimeVersion !== undefined) return false;
  if (!field.schema.safeParse(plain).success || commentFollows(document.text, entry)) return false;
  if (POWERS.includes(fold(key)) && load.reading.entries.some((other) => other !== entry && isPower(other)))
    return false;
  switch (key) {
    case 'tools':
    case 'disallowedTools':
      return toolMentions(document.text, entry.value).every(
        ({ name, spec }) => spec === null && canonicalTool(name) !== null && !isForMainConversation(name, false),
      );
    case 'name':
      // A plugin agent named after its file would be renamed.
      return !load.loads;
    case 'model':
      return resolveModel(String(plain)).kind === 'alias';
    case 'hooks':
      return hooksProblems(entry).length === 0;
    case 'mcpServers':
      return Array.isArray(plain) && plain.every((item) => typeof item === 'string');
    default:
      return true;
  }
}

/** Includes misspelled ones, because they may be fixed at the same time. */
function isPower({ key }: FieldEntry): boolean {
  return POWERS.includes(fold(key));
}

function fold(key: string): string {
  return key.replace(/[-_]/g, '').toLowerCase();
}

/** In a text field, a comment cuts the text off. */
function commentFollows(text: string, { valueSpan }: FieldEntry): boolean {
  return /^[ \t]+#/.test(text.slice(valueSpan.end, valueSpan.end + 100));
}
