// Packages that most runs never call, loaded on their first call: a command that only checks files starts in half the
// time. An import at the top of a module is loaded at the start; bundled CommonJS inside a function is not.
import type { Plugin } from 'esbuild';

/** What our own code imports of each; a name that is missing here fails the build. All of them are functions. */
const PACKAGES: Readonly<Record<string, string>> = {
  yaml: exportsOf(['isAlias', 'isCollection', 'isMap', 'isNode', 'parseAllDocuments']),
  'js-yaml': exportsOf(['load']),
  'jsonc-parser': exportsOf(['parseTree', 'printParseErrorCode']),
  'gray-matter': 'export default (...args) => loaded()(...args);',
  picomatch:
    'export default Object.assign((...args) => loaded()(...args), { isMatch: (...args) => loaded().isMatch(...args) });',
  re2js:
    'export const RE2JS = { compile: (...args) => loaded().RE2JS.compile(...args), get MULTILINE() { return loaded().RE2JS.MULTILINE; } };',
};

export const lazyPackages: Plugin = {
  name: 'lazy-packages',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:${Object.keys(PACKAGES).join('|')})$`);
    onResolve({ filter }, ({ path, kind }) =>
      // The stand-in itself, and packages among themselves, ask for the real one by `require`.
      kind === 'import-statement' ? { path, namespace: 'lazy' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: `const loaded = () => require('${path}');\n${PACKAGES[path]}`,
      resolveDir: import.meta.dirname,
    }));
  },
};

function exportsOf(names: readonly string[]): string {
  return names.map((name) => `export const ${name} = (...args) => loaded().${name}(...args);`).join('\n');
}
