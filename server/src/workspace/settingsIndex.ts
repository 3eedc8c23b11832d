// The settings files of a workspace and of the user, and what they come to together for the agents of a folder.

import type { AgentPlace } from '../rules/workspaceView.ts';
import { type DenyRule, NO_SETTINGS, type SessionSettings, type SettingSource } from '../runtimes/session.ts';
import type { SettingsFacts } from './settingsFile.ts';

const SHARED = 'settings.json';
const LOCAL = 'settings.local.json';

/** Whether a file in a `.claude` folder holds settings. */
export function isSettingsFile(uri: string): boolean {
  return /\/\.claude\/settings(?:\.local)?\.json$/.test(uri);
}

/** The user's own settings, in the user's folder, which may have any name. */
export function userSettingsFile(userFolder: string): string {
  return `${userFolder}/${SHARED}`;
}

export class SettingsIndex {
  private readonly files = new Map<string, SettingsFacts>();

  set(uri: string, facts: SettingsFacts): void {
    this.files.set(uri, facts);
  }

  delete(uri: string): void {
    this.files.delete(uri);
  }

  /**
   * Measured: a session reads `settings.json` of the folder it starts in, `settings.local.json` of its repository's top
   * or else of that folder, and the user's. All deny rules count; of other values that of the first of these files that
   * has one: local, shared, the user's. The session is taken to start in the folder that has the agents.
   */
  for(place: AgentPlace, userFolder: string | null, pathOf: (uri: string) => string): SessionSettings {
    const files = this.filesFor(place, userFolder);
    if (files.length === 0) return NO_SETTINGS;
    const source = (uri: string): Pick<SettingSource, 'uri' | 'path'> => ({ uri, path: pathOf(uri) });
    const first = <Value>(pick: (facts: SettingsFacts) => Value | null): (Value & ReturnType<typeof source>) | null => {
      for (const [uri, facts] of files) {
        const found = pick(facts);
        if (found !== null) return { ...found, ...source(uri) };
      }
      return null;
    };
    const force = first(({ forceModel }) => forceModel);
    return {
      deny: files.flatMap(([uri, { deny }]) => deny.map((rule): DenyRule => ({ ...rule, ...source(uri) }))),
      subagentModel: first(({ subagentModel }) => subagentModel),
      forceModel: force?.isOn ? force : null,
      disabledServers: new Set(files.flatMap(([, { disabledServers }]) => disabledServers)),
    };
  }

  private filesFor({ scope, root, repository }: AgentPlace, userFolder: string | null): [string, SettingsFacts][] {
    const ofUser = userFolder === null ? [] : [userSettingsFile(userFolder)];
    if (scope !== 'project') return this.known(scope === 'loose' ? [] : ofUser);
    const local = [repository, root].map((folder) => `${folder ?? root}/.claude/${LOCAL}`);
    const own = local.find((file) => this.files.has(file));
    return this.known([...(own === undefined ? [] : [own]), `${root}/.claude/${SHARED}`, ...ofUser]);
  }

  private known(files: readonly string[]): [string, SettingsFacts][] {
    return [...new Set(files)].flatMap((uri): [string, SettingsFacts][] => {
      const facts = this.files.get(uri);
      return facts ? [[uri, facts]] : [];
    });
  }
}
