// What an agent of Lark means apart from it.
import type { AgentDocument } from '../../../server/src/model/document.ts';
import type { AgentMeaning } from '../../../server/src/runtimes/meaning.ts';
import type { Place } from '../../../server/src/runtimes/runtime.ts';
import { identityOf } from '../../../server/src/runtimes/shared/meaningOf.ts';
import { readModelName } from '../../../server/src/runtimes/shared/modelNames.ts';
import { createSettingReader } from '../../../server/src/runtimes/shared/settings.ts';
import { EVERY_TOOL, meantTools } from '../../../server/src/runtimes/shared/toolNames.ts';
import { LARK_FIELDS } from './fields.ts';
import { load } from './load.ts';
import { LARK_TOOLS } from './tools.ts';

export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity) return null;
  const reader = createSettingReader(report, LARK_FIELDS);
  reader.skip('role', 'instruments', 'voice');
  const { tools, model } = report;
  const allowed = tools === 'inherit' || tools === null ? null : tools;
  return {
    ...identity,
    tools: allowed
      ? { ...EVERY_TOOL, allowed: meantTools(allowed, (name) => [LARK_TOOLS.canonical(name) ?? `own:lark:${name}`]) }
      : EVERY_TOOL,
    model: model === null ? null : { written: model, others: [], ...readModelName(model) },
    settings: {},
    rest: reader.rest(),
    keys: { name: 'path', description: 'role', tools: 'instruments', denied: 'instruments', model: 'voice' },
  };
}
