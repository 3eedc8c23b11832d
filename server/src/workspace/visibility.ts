// Who sees whom: which agents and skills one session of Claude Code loads together.
import { type AgentPlace, isSeenTogether, type KnownAgent, type KnownSkill } from '../rules/workspaceView.ts';
import { isWithin } from '../util/uri.ts';
import { type PlaceContext, pluginAround } from './places.ts';
import { parentUri, selfAndParents } from './uris.ts';

/** The roots of which a session in an agent's own root loads the agents, its own first; without the user's. */
export function visibleRoots({ scope, root, repository }: AgentPlace): string[] {
  if (scope !== 'project') return [root];
  return selfAndParents(root).filter((each) => repository === null || isWithin(each, repository));
}

/**
 * What a name means in a document comes first: agents that are loaded together with it, those of exactly that name, those
 * that load, those of nearer folders.
 */
export function byNearness(
  name: string,
  fromUri: string,
  from: KnownAgent | undefined,
): (a: KnownAgent, b: KnownAgent) => number {
  const bare = !name.includes(':');
  const above = new Map(selfAndParents(parentUri(fromUri)).map((folder, distance) => [folder, distance]));
  const rank = (agent: KnownAgent): number[] => [
    from && isSeenTogether(from, agent) ? 0 : 1,
    (bare ? agent.name : agent.id) === name ? 0 : 1,
    agent.loads ? 0 : 1,
    above.get(agent.place.root) ?? Number.MAX_SAFE_INTEGER,
    ['project', 'plugin', 'user', 'loose'].indexOf(agent.place.scope),
  ];
  return (a, b) => {
    const [ranks, others] = [rank(a), rank(b)];
    const at = ranks.findIndex((value, index) => value !== others[index]);
    return at < 0 ? (a.uri < b.uri ? -1 : 1) : (ranks[at] ?? 0) - (others[at] ?? 0);
  };
}

/** Skills of the folders above, of the user, and of plugins. */
export function isSkillSeen({ uri }: KnownSkill, fromUri: string, context: PlaceContext): boolean {
  if (context.userFolder !== null && isWithin(uri, context.userFolder)) return true;
  const claude = uri.indexOf('/.claude/');
  if (claude >= 0) return isWithin(fromUri, uri.slice(0, claude));
  return pluginAround(uri, context) !== undefined;
}
