// The part of `inspect --format json` that only Claude Code's reports have: what gives and takes an agent's powers.

import type { IndexedReport } from '../runtimes/indexed.ts';
import { trustedOnly } from '../runtimes/powers.ts';
import { indexed } from '../runtimes/registry.ts';
import type { DenyRule } from '../runtimes/session.ts';

/** `model` of the report is what was written; `effectiveModel` is what the settings make of it. */
export function powersJson(load: IndexedReport) {
  const { startFault, grantedTools, refusedTools, deniedTools, deniedBySettings, effectiveModel } = load;
  return {
    starts: load.loads && startFault === null,
    startFault: startFault && { kind: startFault.kind, ...('by' in startFault ? settingJson(startFault.by) : {}) },
    toolOrigins: grantedTools.map(({ name, from }) => ({ tool: name, from })),
    refusedTools: refusedTools.map(({ name, reason, by }) => ({ tool: name, reason, ...(by ? settingJson(by) : {}) })),
    deniedTools: [
      ...deniedTools.map((tool) => ({ tool, by: 'disallowedTools' })),
      ...deniedBySettings.map(({ name, by }) => ({ tool: name, by: 'settings', ...settingJson(by) })),
    ],
    effectiveModel: {
      model: effectiveModel.value,
      id: indexed.models.resolve(effectiveModel.value).id,
      file: effectiveModel.by?.path ?? null,
    },
    ...load.options,
    onlyInTrustedFolders: trustedOnly(load),
    mainSession: load.mainSession,
  };
}

function settingJson({ rule, path }: DenyRule) {
  return { rule, file: path };
}
