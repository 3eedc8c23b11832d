// What a session that starts the agents of a folder finds around them. Worked out once for a folder, not for each agent.

import type { AgentPlace, KnownServer } from '../rules/workspaceView.ts';
import type { Session, SessionSettings } from '../runtimes/session.ts';
import { SettingsIndex } from './settingsIndex.ts';
import type { FileSummary } from './summary.ts';
import { decidesSessions } from './summaryFace.ts';

export interface SessionFacts {
  /** Undefined where no configuration of servers is known. */
  serversFor(uri: string): readonly KnownServer[] | undefined;
  serversOfPlugin(root: string): readonly KnownServer[];
  readonly userFolder: string | null;
  shownPath(uri: string): string;
}

export class Sessions {
  private readonly settings = new SettingsIndex();
  private readonly known = new Map<string, Session>();

  /** What a file said before, and what it says now. */
  replace(uri: string, before: FileSummary | undefined, now: FileSummary | undefined): void {
    if (!decidesSessions(before) && !decidesSessions(now)) return;
    this.known.clear();
    if (now?.settings) this.settings.set(uri, now.settings);
    else this.settings.delete(uri);
  }

  of(place: AgentPlace, facts: SessionFacts): Session {
    const key = [place.scope, place.plugin, place.root, place.repository].join('\n');
    const session =
      this.known.get(key) ??
      sessionOf(
        place,
        facts,
        this.settings.for(place, facts.userFolder, (uri) => facts.shownPath(uri)),
      );
    this.known.set(key, session);
    return session;
  }

  /** What settings count where, or how files are shown, has changed. */
  forget(): void {
    this.known.clear();
  }
}

/** Agents of plugins and of the user run in any project, whose servers cannot be known. */
function sessionOf({ scope, plugin, root }: AgentPlace, facts: SessionFacts, settings: SessionSettings): Session {
  const isOfProject = scope === 'project' || (scope === 'loose' && plugin === null);
  const servers = isOfProject ? facts.serversFor(`${root}/.claude`) : undefined;
  return {
    plugin: scope === 'plugin' ? plugin : null,
    servers: servers ? namesOf(servers.filter((server) => !isSwitchedOff(server, settings))) : null,
    pluginServers: namesOf(scope === 'plugin' ? facts.serversOfPlugin(root) : []),
    // Measured: only agents of a project wait for trust. In a plugin hooks and servers are ignored anyhow.
    needsTrust: scope === 'project' || scope === 'loose',
    settings,
  };
}

/** Measured: settings switch servers of a project off, not those of the user. */
function isSwitchedOff({ uri, name }: KnownServer, { disabledServers }: SessionSettings): boolean {
  return disabledServers.has(name) && uri.endsWith('/.mcp.json');
}

function namesOf(servers: readonly KnownServer[]): Set<string> {
  return new Set(servers.map(({ name }) => name));
}
