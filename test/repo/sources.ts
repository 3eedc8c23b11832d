// The source files the repository's tests look at, and the planted violations that prove that they look.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Source {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const here = dirname(fileURLToPath(import.meta.url));
export const root: string = join(here, '..', '..');

const SOURCE_FOLDERS = ['server/src', 'client', 'scripts', 'test'];
const SKIPPED = /(?:^|\/)(?:node_modules|generated|fixtures)\//;
/** The fixtures lie where they pretend to be, under a name no compiler reads. */
const FIXTURE_SUFFIX = '.txt';

export function repositorySources(): Source[] {
  return SOURCE_FOLDERS.flatMap((folder) => filesBelow(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => /\.m?ts$/.test(path) && !SKIPPED.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Everything planted, or the one file with this path. */
export function planted(only?: string): Source[] {
  const fixtures = join(here, 'fixtures');
  const found = filesBelow(fixtures)
    .filter((name) => name.endsWith(FIXTURE_SUFFIX))
    .map((name) => ({
      path: name.slice(0, -FIXTURE_SUFFIX.length),
      text: readFileSync(join(fixtures, name), 'utf8'),
    }))
    .filter(({ path }) => only === undefined || path === only);
  if (found.length === 0) throw new Error(`nothing is planted at ${only}`);
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
