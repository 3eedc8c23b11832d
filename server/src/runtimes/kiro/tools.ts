// The tools of Kiro: tags that each stand for tools of one kind, and `@` with the name of an MCP server.
import type { CanonicalTool, ToolDoc, ToolVocabulary } from '../runtime.ts';

const TAGS: readonly ToolDoc[] = [
  { value: 'read', canonical: 'read', description: 'Reads, finds and searches files.' },
  { value: 'write', canonical: 'write', description: 'Creates and changes files.' },
  { value: 'shell', canonical: 'shell', description: 'Runs shell commands.' },
  { value: 'web', canonical: 'fetch', description: 'Fetches and searches the web.' },
  { value: 'subagent', canonical: 'subagent', description: 'Starts other agents.' },
  { value: 'context', canonical: null, description: 'Works with the context of the session.' },
  { value: '@mcp', canonical: null, description: 'Every tool of every MCP server.' },
  { value: '@builtin', canonical: null, description: 'Every tool that Kiro brings.' },
  { value: '*', canonical: null, description: 'Every tool.' },
];

/** Its tag for what a tool does: one tag covers several tools of other runtimes. */
const OWN: Readonly<Partial<Record<CanonicalTool, string>>> = {
  read: 'read',
  glob: 'read',
  grep: 'read',
  list: 'read',
  write: 'write',
  edit: 'write',
  shell: 'shell',
  fetch: 'web',
  'web-search': 'web',
  subagent: 'subagent',
};

/** What each tag gives; `@mcp` and the names of servers depend on the session. */
const COVERED: ReadonlyMap<string, readonly CanonicalTool[]> = coverage();

function coverage(): Map<string, CanonicalTool[]> {
  const covered = new Map<string, CanonicalTool[]>();
  const all = Object.entries(OWN) as [CanonicalTool, string][];
  for (const [tool, tag] of all) covered.set(tag, [...(covered.get(tag) ?? []), tool]);
  return covered.set(
    '@builtin',
    all.map(([tool]) => tool),
  );
}

const BY_NAME = new Map(TAGS.map((tag) => [tag.value, tag]));

export const kiroTools: ToolVocabulary = {
  all: TAGS,
  canonical: (name) => BY_NAME.get(name)?.canonical ?? null,
  own: (canonical) => OWN[canonical] ?? null,
  covers: (name) => COVERED.get(name) ?? [],
};

/** `@` stands before the name of a server, and which there are depends on the session. */
export function isToolName(name: string): boolean {
  return BY_NAME.has(name) || name.startsWith('@');
}
