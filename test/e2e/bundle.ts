// Bundles the suite files into the one module that VS Code runs in its extension host.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles all `*.test.ts` of a folder, with the runner around them, into a CommonJS module that exports `run`. */
export async function bundleSuites(folder: string, runner: string, outfile: string): Promise<string[]> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  const loads = names.map((name) => `  ${JSON.stringify(name)}: () => import(${JSON.stringify(`./${name}`)}),`);
  const entry = [
    `import { run as runSuites } from ${JSON.stringify(runner.replaceAll('\\', '/'))};`,
    `export const run = () => runSuites({\n${loads.join('\n')}\n});`,
  ];
  await build({
    stdin: { contents: entry.join('\n'), resolveDir: folder, sourcefile: join(folder, 'entry.ts'), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    sourcemap: 'external',
    logLevel: 'warning',
    // mocha resolves the files of its parallel mode, which is not used here.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
  return names;
}
