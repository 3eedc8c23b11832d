// What an agent of OpenCode V1 or Kilo means apart from them.
import type { AgentDocument } from '../../../model/document.ts';
import type { FieldTable } from '../../fields.ts';
import type { AgentMeaning } from '../../meaning.ts';
import { CORE_KEYS, identityOf } from '../meaningOf.ts';
import { createSettingReader } from '../settings.ts';
import type { V1Report } from './loadV1.ts';
import { legacySettings, meantUnder, modelOf, sharedSettings } from './meaning.ts';
import { type PermissionRule, rulesOf } from './permissions.ts';

export function meaningV1(document: AgentDocument, report: V1Report, fields: FieldTable): AgentMeaning | null {
  const identity = identityOf(document, report);
  if (!identity) return null;
  const { rules } = rulesOf(report.reading.values);
  return meaningFrom(identity, report, fields, rules);
}

/** Also of a file that V2 reads as V1 did. */
export function meaningFrom(
  identity: NonNullable<ReturnType<typeof identityOf>>,
  report: V1Report,
  fields: FieldTable,
  rules: readonly PermissionRule[],
): AgentMeaning {
  const reader = createSettingReader(report, fields, (_, key) => report.reading.values[key]);
  reader.skip('name', 'description', 'model', 'permission', 'tools');
  const settings = { ...sharedSettings(reader), ...legacySettings(reader) };
  const key = report.reading.entries.some((entry) => entry.key === 'tools') ? 'tools' : 'permission';
  return {
    ...identity,
    tools: meantUnder(rules),
    model: modelOf(report.model),
    settings,
    rest: reader.rest(),
    keys: { ...CORE_KEYS, tools: key, denied: key },
  };
}
