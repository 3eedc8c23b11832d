// The directions of imports and the owners of packages, and proof that a violation is seen.
import { describe, expect, test } from 'vitest';
import {
  CLIENT_MAY_IMPORT,
  FOLDERS,
  folderViolations,
  importsOf,
  PACKAGES,
  packagesBehind,
  packageViolations,
  productSources,
  rowOf,
} from './imports.ts';
import { planted, repositorySources } from './sources.ts';

const sources = repositorySources();
const product = productSources(sources);

describe('imports go one way', () => {
  test('no file imports a folder above its own', () => {
    expect(folderViolations(sources)).toEqual([]);
  });

  test('every row of the table has a file', () => {
    const used = new Set(product.map(({ path }) => rowOf(path)));
    expect(Object.keys(FOLDERS).filter((row) => !used.has(row))).toEqual([]);
  });

  test('the client imports what it may', () => {
    const imported = new Set(
      product
        .filter(({ path }) => path.startsWith('client/'))
        .flatMap(importsOf)
        .map(({ to }) => to),
    );
    expect(CLIENT_MAY_IMPORT.filter((path) => !imported.has(path))).toEqual([]);
  });

  test.each([
    [
      'server/src/model/upward.ts',
      [
        'server/src/rules/rule.ts',
        'server/src/lint/lint.ts',
        'server/src/runtimes/claude-code/load.ts',
        'server/src/rules/index.ts',
      ],
    ],
    ['client/src/reachesIn.ts', ['server/src/model/document.ts']],
  ])('a planted import is seen: %s', (path, expected) => {
    expect(folderViolations(planted(path))).toEqual(expected.map((to) => `${path} imports ${to}`));
  });

  test('a planted folder without a row is seen', () => {
    const path = 'server/src/strange/folder.ts';
    expect(folderViolations(planted(path))).toEqual([`${path} is in a folder without a row in the table`]);
  });
});

describe('packages have owners', () => {
  test('no file imports a package that is not its own', () => {
    expect(packageViolations(sources)).toEqual([]);
  });

  test('every row of the table is used', () => {
    const imported = product.flatMap(importsOf).filter(({ isPackage }) => isPackage);
    const used = new Set(imported.map(({ to }) => (to.startsWith('node:') ? 'node:' : to)));
    const unused = Object.keys(PACKAGES).filter((name) => !used.has(name));
    expect(unused).toEqual([]);
  });

  test('planted imports of packages are seen', () => {
    const path = 'server/src/model/packages.ts';
    const packages = [
      'gray-matter',
      'yaml',
      'markdown-it',
      'node:fs',
      'vscode',
      'left-pad',
      'vscode-languageserver-types',
    ];
    expect(packageViolations(planted(path))).toEqual(packages.map((name) => `${path} imports ${name}`));
  });

  test.each(CLIENT_MAY_IMPORT)('%s brings no parser into the client', (entry) => {
    expect(packagesBehind(entry, product)).toEqual([]);
  });

  test('a package behind two imports is seen', () => {
    const chain = [
      { path: 'a.ts', text: "import { b } from './b.ts';\nimport type { C } from 'types';\n" },
      { path: 'b.ts', text: "export {\n  c,\n} from 'yaml';\n" },
    ];
    expect(packagesBehind('a.ts', chain)).toEqual(['yaml']);
  });
});
