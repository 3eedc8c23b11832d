// What a session that starts the agents of a folder finds around them. Worked out once for a folder, not for each agent.
import { NO_SETTINGS, type Session } from '../dialects/session.ts';
import type { AgentPlace, KnownServer } from '../rules/workspaceView.ts';

export interface SessionFacts {
  /** Undefined where no configuration of servers is known. */
  serversFor(uri: string): readonly KnownServer[] | undefined;
  serversOfPlugin(root: string): readonly KnownServer[];
}

export class Sessions {
  private readonly known = new Map<string, Session>();

  of(place: AgentPlace, facts: SessionFacts): Session {
    const key = `${place.scope} ${place.plugin ?? ''} ${place.root}`;
    const session = this.known.get(key) ?? sessionOf(place, facts);
    this.known.set(key, session);
    return session;
  }

  /** Servers, settings or plugins have changed. */
  forget(): void {
    this.known.clear();
  }
}

/** Agents of plugins and of the user run in any project, whose servers cannot be known. */
function sessionOf({ scope, plugin, root }: AgentPlace, facts: SessionFacts): Session {
  const isOfProject = scope === 'project' || (scope === 'loose' && plugin === null);
  const servers = isOfProject ? facts.serversFor(`${root}/.claude`) : undefined;
  return {
    plugin: scope === 'plugin' ? plugin : null,
    servers: servers ? namesOf(servers) : null,
    pluginServers: namesOf(scope === 'plugin' ? facts.serversOfPlugin(root) : []),
    // Measured: only agents of a project wait for trust. In a plugin hooks and servers are ignored anyhow.
    needsTrust: scope === 'project' || scope === 'loose',
    settings: NO_SETTINGS,
  };
}

function namesOf(servers: readonly KnownServer[]): Set<string> {
  return new Set(servers.map(({ name }) => name));
}
