// The MCP servers of a workspace, by the files that configure them.
import type { KnownServer } from '../rules/workspaceView.ts';
import { parentUri, selfAndParents } from './uris.ts';

const PROJECT_FILE = '/.mcp.json';

export class ServerIndex {
  private readonly files = new Map<string, readonly KnownServer[]>();
  /** The user's own, which count everywhere. */
  private readonly own = new Set<string>();

  set(uri: string, servers: readonly KnownServer[]): void {
    this.files.set(uri, servers);
    if (uri.endsWith('/.claude.json')) this.own.add(uri);
  }

  delete(uri: string): void {
    this.files.delete(uri);
    this.own.delete(uri);
  }

  /** Measured: every `.mcp.json` of the folders above counts, and the user's own servers. Undefined without either. */
  seenFrom(uri: string): KnownServer[] | undefined {
    const above = selfAndParents(parentUri(uri)).map((folder) => folder + PROJECT_FILE);
    const files = [...above.filter((file) => this.files.has(file)), ...this.own];
    return files.length === 0 ? undefined : files.sort().flatMap((file) => this.files.get(file) ?? []);
  }

  /** Those a plugin brings with it, as its own folder says. */
  ofPlugin(root: string): KnownServer[] {
    return [root + PROJECT_FILE, `${root}/.claude-plugin/plugin.json`].flatMap((file) => this.files.get(file) ?? []);
  }

  all(): KnownServer[] {
    return [...this.files.keys()].sort().flatMap((file) => this.files.get(file) ?? []);
  }
}
