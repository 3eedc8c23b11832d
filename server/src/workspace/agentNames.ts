// The agents of a workspace by name: which ones a name may mean in a file, and which was meant by a mistyped one.
import type { KnownAgent } from '../rules/workspaceView.ts';
import { KnownNames } from './knownNames.ts';
import { bareName, foldName } from './names.ts';
import { SortedSets } from './sortedSets.ts';
import { parentUri } from './uris.ts';
import { byNearness } from './visibility.ts';

/** Answers kept until an agent gets another name or place: thousands of agents can have one name. */
const MOST_REMEMBERED = 1000;
/** Of thousands the nearest are enough for everybody who asks. */
const MOST_ANSWERED = 100;

export class AgentNames {
  private readonly agents = new Map<string, KnownAgent>();
  private readonly byName = new SortedSets();
  private readonly ids = new KnownNames();
  private readonly answers = new Map<string, readonly string[]>();

  /** What a file has now in place of what it had; undefined for no agent. */
  replace(uri: string, before: KnownAgent | undefined, after: KnownAgent | undefined): void {
    if (after) this.agents.set(uri, after);
    else this.agents.delete(uri);
    if (faceOf(before) === faceOf(after)) return;
    this.answers.clear();
    if (before) {
      this.byName.remove(foldName(bareName(before.id)), uri);
      this.ids.remove(before.id);
    }
    if (after) {
      this.byName.add(foldName(bareName(after.id)), uri);
      this.ids.add(after.id);
    }
  }

  at(uri: string): KnownAgent | undefined {
    return this.agents.get(uri);
  }

  /** What a name means in a file comes first. */
  called(name: string, fromUri: string): KnownAgent[] {
    const key = `${name}\n${standpoint(fromUri, this.agents.get(fromUri))}`;
    const uris = this.answers.get(key) ?? this.look(name, fromUri).map(({ uri }) => uri);
    if (this.answers.size >= MOST_REMEMBERED) this.answers.clear();
    this.answers.set(key, uris);
    return uris.flatMap((uri) => this.agents.get(uri) ?? []);
  }

  nearest(name: string): string | undefined {
    return this.ids.nearest(name);
  }

  private look(name: string, fromUri: string): KnownAgent[] {
    const wanted = foldName(name);
    const isMeant = ({ id, otherIds, name: own }: KnownAgent): boolean =>
      [id, ...otherIds, own].some((each) => foldName(each) === wanted);
    const found = this.byName.of(foldName(bareName(name))).flatMap((uri) => this.agents.get(uri) ?? []);
    const meant = name.includes(':') ? found.filter(isMeant) : found;
    return meant.sort(byNearness(name, fromUri, this.agents.get(fromUri))).slice(0, MOST_ANSWERED);
  }
}

/** All that counts of who asks: the agents of one folder see the same, so thousands of them ask for one answer. */
function standpoint(uri: string, agent: KnownAgent | undefined): string {
  const { scope = null, plugin = null, root = null, repository = null } = agent?.place ?? {};
  return JSON.stringify([parentUri(uri), scope, plugin, root, repository]);
}

/** All that counts where a name is looked up. */
function faceOf(agent: KnownAgent | undefined): string {
  return agent ? JSON.stringify([agent.id, agent.otherIds, agent.loads, agent.place]) : '';
}
