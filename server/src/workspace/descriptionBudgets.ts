// What the descriptions of the agents of each root cost together, and which is the longest. A change costs the same
// however many there are.

interface Length {
  readonly uri: string;
  readonly tokens: number;
}

export interface RootBudget {
  readonly tokens: number;
  readonly count: number;
  /** The URI of the agent with the longest. */
  readonly longest: string;
}

export class DescriptionBudgets {
  private readonly roots = new Map<string, Lengths>();

  set(root: string, uri: string, tokens: number): void {
    const lengths = this.roots.get(root) ?? new Lengths();
    this.roots.set(root, lengths);
    lengths.set(uri, tokens);
  }

  delete(root: string, uri: string): void {
    const lengths = this.roots.get(root);
    lengths?.delete(uri);
    if (lengths?.count === 0) this.roots.delete(root);
  }

  /** Undefined for a root without agents. */
  of(root: string): RootBudget | undefined {
    return this.roots.get(root);
  }
}

class Lengths implements RootBudget {
  tokens = 0;
  private readonly known = new Map<string, number>();
  /** The longest first. */
  private readonly ordered: Length[] = [];

  get count(): number {
    return this.ordered.length;
  }

  get longest(): string {
    return this.ordered[0]?.uri ?? '';
  }

  set(uri: string, tokens: number): void {
    this.delete(uri);
    this.known.set(uri, tokens);
    this.tokens += tokens;
    this.ordered.splice(this.placeOf({ uri, tokens }), 0, { uri, tokens });
  }

  delete(uri: string): void {
    const tokens = this.known.get(uri);
    if (tokens === undefined) return;
    this.known.delete(uri);
    this.tokens -= tokens;
    this.ordered.splice(this.placeOf({ uri, tokens }), 1);
  }

  private placeOf(wanted: Length): number {
    let low = 0;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.ordered[middle];
      if (there && isBefore(there, wanted)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isBefore(one: Length, other: Length): boolean {
  return one.tokens > other.tokens || (one.tokens === other.tokens && one.uri < other.uri);
}
