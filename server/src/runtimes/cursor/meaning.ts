// What an agent of Cursor means apart from it, by its documentation.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning, MeantModel } from '../meaning.ts';
import type { Place } from '../runtime.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { readModelName } from '../shared/modelNames.ts';
import { createSettingReader, flagOf, STARTED_BY_AGENTS, settingsOf } from '../shared/settings.ts';
import { EVERY_TOOL } from '../shared/toolNames.ts';
import { cursorFields } from './fields.ts';
import { load } from './load.ts';

export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity) return null;
  const reader = createSettingReader(report, cursorFields);
  const { take } = reader;
  reader.skip('name', 'description', 'model');
  // Documented: it neither edits files nor runs commands that change anything.
  const readonly = take('readonly', (written) => (written === true ? ('plan' as const) : undefined));
  return {
    ...identity,
    tools: readonly ? { ...EVERY_TOOL, denied: ['write', 'edit'] } : EVERY_TOOL,
    model: modelOf(report.model),
    settings: settingsOf({
      audience: STARTED_BY_AGENTS,
      approval: readonly,
      background: take('is_background', flagOf),
    }),
    rest: reader.rest(),
    keys: { ...CORE_KEYS, denied: 'readonly' },
  };
}

function modelOf(written: string | null): MeantModel | null {
  return written === null || written === 'inherit' ? null : { written, others: [], ...readModelName(written) };
}
