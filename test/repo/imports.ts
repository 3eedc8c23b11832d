// Who may import whom: the table of ARCHITECTURE, read against every import of the sources.
import { posix } from 'node:path';
import type { Source } from './sources.ts';

export interface Import {
  readonly from: string;
  /** A path relative to the repository, or the name of a package as imported. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

const SHARED_RUNTIME = 'server/src/runtimes';
const FACADE = 'server/src/vocabulary.ts';
const REGISTRY = 'server/src/runtimes/registry.ts';

/** In the order of imports: a row may import itself and what stands above it. */
const BELOW_RUNTIMES = ['server/src/util', 'server/src/model', 'server/src/text', SHARED_RUNTIME, 'server/src/rules'];
const READERS = ['server/src/runtimes/readers.ts', 'server/src/runtimes/owner.ts'];
const BELOW_WORKSPACE = [...BELOW_RUNTIMES, 'server/src/formats', REGISTRY, ...READERS, 'server/src/lint'];
const BELOW_HOSTS = [
  ...BELOW_WORKSPACE,
  'server/src/workspace',
  'server/src/portability',
  'server/src/card',
  'server/src/features',
];

/**
 * Rows may import themselves and the rows named; the longest row that a path begins with is its own. A folder without a
 * row is a violation. Each runtime's folder is a row, see `rowOf`: of all others, only the registry and the façade may import it.
 */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'server/src/util': [],
  'server/src/model': ['server/src/util'],
  'server/src/text': ['server/src/util', 'server/src/model'],
  // What runtimes share: the interface, and readers that are measured to be the same.
  [SHARED_RUNTIME]: ['server/src/util', 'server/src/model', 'server/src/text'],
  'server/src/rules': ['server/src/util', 'server/src/model', 'server/src/text', SHARED_RUNTIME],
  'server/src/formats': BELOW_RUNTIMES,
  [REGISTRY]: [...BELOW_RUNTIMES, 'server/src/formats'],
  ...Object.fromEntries(READERS.map((path) => [path, [...BELOW_RUNTIMES, REGISTRY, ...READERS]])),
  'server/src/lint': [...BELOW_RUNTIMES, 'server/src/formats', REGISTRY, ...READERS],
  'server/src/workspace': BELOW_WORKSPACE,
  'server/src/portability': [...BELOW_WORKSPACE, 'server/src/workspace'],
  'server/src/card': [...BELOW_WORKSPACE, 'server/src/workspace', 'server/src/portability'],
  'server/src/features': BELOW_HOSTS,
  'server/src/lsp': BELOW_HOSTS,
  'server/src/node': [...BELOW_HOSTS, 'server/src/lsp'],
  // The command runs on Node, so it shares what is there; it has no use for the protocol.
  'server/src/cli': [...BELOW_HOSTS, 'server/src/node'],
  // The words that server and client share: pure.
  [FACADE]: ['server/src/util', 'server/src/model', 'server/src/formats', SHARED_RUNTIME],
  'client/src': [],
};

/** The only files of the server the client may import. */
export const CLIENT_MAY_IMPORT: readonly string[] = ['server/src/lsp/protocol.ts', 'server/src/vocabulary.ts'];

/** Where a package may be imported, by prefix of the path. A package without a row may be imported nowhere. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'gray-matter': ['server/src/model/frontmatter.ts'],
  yaml: ['server/src/model/yaml.ts'],
  'jsonc-parser': ['server/src/model/json.ts'],
  'markdown-it': ['server/src/model/render.ts'],
  'fastest-levenshtein': ['server/src/util/similar.ts'],
  'js-yaml': ['server/src/runtimes/shared/jsYaml.ts'],
  zod: ['server/src/runtimes/', 'server/src/formats/', 'server/src/lint/config.ts', 'server/src/lsp/settings.ts'],
  picomatch: ['server/src/lint/config.ts', 'server/src/workspace/searchScope.ts'],
  ignore: ['server/src/workspace/searchScope.ts'],
  re2js: ['server/src/formats/ring/pattern.ts'],
  picocolors: ['server/src/cli/'],
  commander: ['server/src/cli/'],
  'vscode-uri': ['server/src/lsp/', 'server/src/node/', 'server/src/cli/', 'server/src/workspace/'],
  'vscode-languageserver-types': ['server/src/features/', 'server/src/lsp/'],
  'vscode-languageserver-textdocument': ['server/src/features/', 'server/src/lsp/'],
  'vscode-languageserver': ['server/src/lsp/'],
  'vscode-languageserver/node': ['server/src/node/'],
  'vscode-languageclient': ['client/src/'],
  'vscode-languageclient/node': ['client/src/'],
  vscode: ['client/src/'],
  'node:': ['server/src/node/', 'server/src/cli/'],
};

const IMPORT =
  /^[ \t]*(?:import|export)\s+(?<type>type\s)?(?:[\w*\s{},$]*?\sfrom\s*|[\w*\s{},$]*\}\s*from\s*)?['"](?<to>[^'"\n]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"\n]+)['"]/gm;

export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(IMPORT)].map(({ groups }) => {
    const target = groups?.to ?? groups?.dynamic ?? '';
    const isPackage = !target.startsWith('.');
    const to = isPackage ? target : posix.join(posix.dirname(path), target);
    return { from: path, to, isPackage, typeOnly: groups?.type !== undefined };
  });
}

/** The product's own sources: what the table is about. */
export function productSources(sources: readonly Source[]): Source[] {
  return sources.filter(({ path }) => /^(?:server|client)\/src\//.test(path));
}

const RUNTIME_FOLDER = /^server\/src\/runtimes\/(?!shared\/)[^/.]+(?=\/)/;

/** The row a file belongs to; undefined where the table has none. The folder of a runtime is a row by itself. */
export function rowOf(path: string): string | undefined {
  const [runtime] = RUNTIME_FOLDER.exec(path) ?? [];
  if (runtime !== undefined) return runtime;
  const rows = Object.keys(FOLDERS).filter((row) => path === row || path.startsWith(`${row}/`));
  return rows.sort((a, b) => b.length - a.length)[0];
}

export function folderViolations(sources: readonly Source[]): string[] {
  return productSources(sources).flatMap((source) => {
    const row = rowOf(source.path);
    if (row === undefined) return [`${source.path} is in a folder without a row in the table`];
    const wrong = importsOf(source).filter(({ to, isPackage }) => !isPackage && !mayImport(row, to));
    return wrong.map(({ to }) => `${source.path} imports ${to}`);
  });
}

function mayImport(row: string, to: string): boolean {
  const target = rowOf(to);
  // A package.json says which version this is; it is no code.
  if (target === row || to.endsWith('/package.json')) return true;
  if (row.startsWith('client/')) return CLIENT_MAY_IMPORT.includes(to);
  if (target === undefined) return false;
  if (RUNTIME_FOLDER.test(`${target}/`)) return row === REGISTRY || row === FACADE;
  return (RUNTIME_FOLDER.test(`${row}/`) ? BELOW_RUNTIMES : (FOLDERS[row] ?? [])).includes(target);
}

export function packageViolations(sources: readonly Source[]): string[] {
  return productSources(sources).flatMap((source) =>
    importsOf(source)
      .filter(({ to, isPackage }) => isPackage && !packageRow(to)?.some((place) => source.path.startsWith(place)))
      .map(({ to }) => `${source.path} imports ${to}`),
  );
}

export function packageRow(name: string): readonly string[] | undefined {
  return PACKAGES[name.startsWith('node:') ? 'node:' : name];
}

/** Packages that come into a bundle with a file: imports of values, followed through the sources. */
export function packagesBehind(entry: string, sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const seen = new Set<string>([entry]);
  const packages = new Set<string>();
  for (const path of seen) {
    const source = byPath.get(path);
    if (!source) throw new Error(`${path} is imported but is no source file`);
    for (const { to, isPackage, typeOnly } of importsOf(source)) {
      if (typeOnly) continue;
      if (isPackage) packages.add(to);
      else seen.add(to);
    }
  }
  return [...packages].sort();
}
