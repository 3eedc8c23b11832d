// `npm run build`: bundles everything into dist/, small, because what is small starts sooner. `--watch` rebuilds on change
// and leaves the code as it is, `--production` leaves source maps out.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, context } from 'esbuild';
import { repositoryRoot as root } from './host/paths.ts';
import { lazyPackages } from './lazyPackages.ts';
import { writeNotices } from './notices.ts';

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, production: { type: 'boolean', default: false } },
});

const dist = join(root, 'dist');

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  outdir: 'dist',
  target: 'node20',
  platform: 'node',
  format: 'cjs',
  minify: !flags.watch,
  keepNames: true,
  sourcemap: flags.production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  external: ['vscode'],
  alias: {
    // js-yaml looks for it at every start, and does without.
    esprima: join(root, 'scripts', 'noEsprima.cjs'),
    // Its CommonJS loads its parts in a way that cannot be bundled.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  plugins: [lazyPackages],
};

/** The command is started again for every run: nothing is loaded or named at its start that a check does not need. */
const command: BuildOptions = {
  ...shared,
  entryPoints: { command: 'server/src/cli/main.ts' },
  alias: { ...shared.alias, 'node:child_process': join(root, 'scripts', 'noChildProcess.cjs') },
  keepNames: false,
};

const bundles: readonly BuildOptions[] = [
  { ...shared, entryPoints: { extension: 'client/src/extension.ts' } },
  { ...shared, entryPoints: { server: 'server/src/node/main.ts' } },
  command,
  { ...shared, entryPoints: { cli: 'server/src/cli/start.ts' }, banner: { js: '#!/usr/bin/env node' } },
  // Apart from the command, which starts faster without Markdown.
  { ...shared, entryPoints: { 'card-page': 'server/src/cli/card.ts' } },
  {
    ...shared,
    entryPoints: { card: 'client/src/preview/webview/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  },
];

mkdirSync(dist, { recursive: true });
rmSync(join(dist, 'card.css'), { force: true });
if (flags.watch) {
  for (const options of bundles) await (await context(options)).watch();
  copyAssets();
  process.stdout.write('watching\n');
} else {
  const started = performance.now();
  const results = await Promise.all(bundles.map((options) => build(options)));
  copyAssets();
  writeNotices(
    results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})),
    join(dist, 'THIRD_PARTY_NOTICES.txt'),
  );
  process.stdout.write(`built dist/ in ${Math.round(performance.now() - started)} ms\n`);
}

function copyAssets(): void {
  copyFileSync(join(root, 'client/src/preview/webview/card.css'), join(dist, 'card.css'));
}
