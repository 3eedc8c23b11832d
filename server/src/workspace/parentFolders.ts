// What a session reads above the folder it is opened in: Claude Code climbs to the top of the repository.
import type { FileSystem } from './host.ts';
import { REPOSITORY } from './searchScope.ts';
import { childUri, parentUri, selfAndParents } from './uris.ts';

/** A folder this deep in a repository is nobody's project. */
const HIGHEST = 20;

/** The folders above one, nearest first, to the one in which its repository begins. Empty where there is none above. */
export async function foldersUpToRepository(folder: string, files: FileSystem): Promise<string[]> {
  const climbed = [folder, ...selfAndParents(parentUri(folder))].slice(0, HIGHEST);
  const kinds = await Promise.all(climbed.map((each) => files.stat(childUri(each, REPOSITORY))));
  const top = kinds.findIndex((kind) => kind !== null);
  return top < 0 ? [] : climbed.slice(1, top + 1);
}
