// What an agent of OpenCode V2 means apart from it.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning } from '../meaning.ts';
import type { Place } from '../runtime.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { meantUnder, modelOf, sharedSettings } from '../shared/opencode/meaning.ts';
import { meaningFrom } from '../shared/opencode/meaningV1.ts';
import { createSettingReader, numberOf, recordOf, settingsOf } from '../shared/settings.ts';
import { legacyFields, v2Fields } from './fields.ts';
import { heldRules, isLegacy, load } from './load.ts';
import { measuredName } from './tools.ts';

/** Null for a file that does not load, and for one that is taken raw. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity) return null;
  const { entries, values } = report.reading;
  const legacy = isLegacy(entries);
  const rules = heldRules(values, legacy).rules.map((rule) => ({ ...rule, permission: measuredName(rule.permission) }));
  if (legacy) return meaningFrom(identity, report, legacyFields, rules);
  const reader = createSettingReader(report, v2Fields, (_, key) => values[key]);
  reader.skip('description', 'model', 'permissions');
  const settings = { ...sharedSettings(reader), ...requestSettings(reader) };
  return {
    ...identity,
    tools: meantUnder(rules),
    model: modelOf(report.model),
    settings,
    rest: reader.rest(),
    keys: { ...CORE_KEYS, tools: 'permissions', denied: 'permissions' },
  };
}

/** Keys of `request.body` that V1 has as fields. */
function requestSettings({ take }: ReturnType<typeof createSettingReader>): AgentMeaning['settings'] {
  const part = (key: string) => (written: unknown) => numberOf(recordOf(recordOf(written)?.body)?.[key]);
  return settingsOf({
    temperature: take('request', part('temperature')),
    topP: take('request', part('top_p')),
    providerOptions: take('request', (written) => {
      const { temperature: _, top_p: __, ...others } = recordOf(recordOf(written)?.body) ?? {};
      return Object.keys(others).length > 0 ? others : undefined;
    }),
  });
}
