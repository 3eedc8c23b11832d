// Who sees whom: which agents, skills and servers one session of Claude Code loads together.
import { isSeenTogether, type KnownAgent, type KnownSkill } from '../rules/workspaceView.ts';
import { type PlaceContext, pluginAround } from './places.ts';
import { isWithin, parentUri, selfAndParents } from './uris.ts';

/** Of the roots with agents those whose descriptions a session in the agent's own root loads. */
export function visibleRoots({ place }: KnownAgent, roots: Iterable<string>): string[] {
  const known = new Set(roots);
  if (place.scope !== 'project') return known.has(place.root) ? [place.root] : [];
  return selfAndParents(place.root).filter((root) => known.has(root));
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

/** Skills of the folders above, of the user, and of plugins (which are asked for with their prefix). */
export function isSkillSeen({ uri }: KnownSkill, fromUri: string, context: PlaceContext): boolean {
  if (context.userFolder !== null && isWithin(uri, context.userFolder)) return true;
  const claude = uri.indexOf('/.claude/');
  if (claude >= 0) return isWithin(fromUri, uri.slice(0, claude));
  return pluginAround(uri, context) !== undefined;
}

/** The configuration of servers in a folder above, and that of the user, which counts everywhere. */
export function isServerSeen(file: string, fromUri: string): boolean {
  return file.endsWith('/.claude.json') || isWithin(fromUri, parentUri(file));
}
