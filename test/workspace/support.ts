// Workspaces in a few words: files by path, and what is known of them as lines of text.
import { createFakeFiles, type FakeFiles, pathOf } from '../harness/fakeFiles.ts';
import { type OpenWorkspace, openWorkspace, type WorkspaceSetup } from '../harness/openWorkspace.ts';

export type Files = Readonly<Record<string, string>>;

/** An agent of that name; other fields and a prompt where they matter. */
export function agent(name: string, { fields = '', body = '', description = `Does ${name}` } = {}): string {
  return `---\nname: ${name}\ndescription: ${description}\n${fields}---\n${body}`;
}

/** `path: scope id`, in order of the paths; with what its plugin's manifest has against it. */
export function agentsOf({ workspace: { index } }: OpenWorkspace): string[] {
  return index.agents().map(({ uri, place, id }) => {
    const verdict = place.manifest === 'loads' ? '' : ` (${place.manifest})`;
    return `${pathOf(uri) ?? uri}: ${place.scope} ${id}${verdict}`;
  });
}

export async function agentsIn(files: Files | FakeFiles, setup?: WorkspaceSetup): Promise<string[]> {
  return agentsOf(await openWorkspace(files, setup));
}

/** `path: id`. */
export async function skillsIn(files: Files): Promise<string[]> {
  const { workspace } = await openWorkspace(files);
  return workspace.index.skills().map(({ uri, id }) => `${pathOf(uri)}: ${id}`);
}

/** Paths of the files that are known. */
export function knownFiles({ workspace: { index } }: OpenWorkspace): string[] {
  return index.uris().map((uri) => pathOf(uri) ?? uri);
}

/** Paths of the files that were read since this was last asked, in order of the paths. */
export function takeReads({ files }: OpenWorkspace): string[] {
  return files
    .takeReads()
    .map((uri) => pathOf(uri) ?? uri)
    .sort();
}

/** Opened, with all that was read for it forgotten. */
export async function opened(files: Files, links: Files = {}): Promise<OpenWorkspace> {
  const fake = createFakeFiles(files);
  for (const [path, target] of Object.entries(links)) fake.link(path, target);
  const result = await openWorkspace(fake);
  result.files.takeReads();
  result.takeNeighbourChanges();
  return result;
}
