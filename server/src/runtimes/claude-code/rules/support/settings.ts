// What rules about settings share: whose settings a rule comes from, and where it stands.

import type { AgentDocument } from '../../../../model/document.ts';
import type { RelatedPlace } from '../../../../model/problem.ts';
import { isWithin } from '../../../../util/uri.ts';
import type { SettingSource } from '../../../session.ts';

/** Whether everyone who works on the project has the setting, and not only the person at this machine. */
export function isShared({ uri, path }: SettingSource, document: AgentDocument): boolean {
  const folder = /^(.*\/\.claude)\/settings\.json$/.exec(uri)?.[1];
  return folder !== undefined && isWithin(document.uri, folder) && !path.startsWith('~/');
}

export function placeOfSetting({ uri, range }: SettingSource): RelatedPlace {
  return { uri, range, message: 'The setting' };
}
