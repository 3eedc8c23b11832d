// `npm run check`: types, style, generated files, licences. Runs all of them and names each that fails.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from './host/errors.ts';
import { outputFolder, repositoryRoot } from './host/paths.ts';
import { runStep } from './steps.ts';

const bin = (name: string): string => join(repositoryRoot, 'node_modules', '.bin', name);

const STEPS: readonly { readonly name: string; run(): Promise<void> }[] = [
  { name: 'types', run: () => runStep('types', process.execPath, [bin('tsc'), '-b']) },
  { name: 'style', run: () => runStep('style', bin('biome'), ['ci', '--error-on-warnings']) },
  {
    name: 'generated files',
    run: () => runStep('generated files', process.execPath, ['scripts/generate.ts', '--check']),
  },
  { name: 'build and licences', run: () => runStep('build', process.execPath, ['scripts/build.ts', '--production']) },
  {
    name: 'own agents',
    run: () =>
      runStep('own agents', process.execPath, ['dist/cli.js', 'check', 'samples/.claude/agents/code-reviewer.md']),
  },
  { name: 'notices', run: checkNotices },
];

mkdirSync(outputFolder, { recursive: true });
const failures: string[] = [];
for (const { name, run } of STEPS) {
  try {
    await run();
    process.stdout.write(`ok: ${name}\n`);
  } catch (error) {
    failures.push(name);
    process.stderr.write(`${printable(error)}\n`);
  }
}
if (failures.length > 0) {
  process.stderr.write(`check failed: ${failures.join(', ')}\n`);
  process.exitCode = 1;
}

/** Every package that is a dependency of what we ship must have its licence in the notices. */
async function checkNotices(): Promise<void> {
  const notices = readFileSync(join(repositoryRoot, 'dist', 'THIRD_PARTY_NOTICES.txt'), 'utf8');
  const manifests = ['client/package.json', 'server/package.json'].map((path) =>
    JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8')),
  );
  const names = manifests.flatMap(({ devDependencies }: { devDependencies?: Record<string, string> }) =>
    Object.keys(devDependencies ?? {}),
  );
  // Types are for the compiler and are never bundled.
  const bundled = names.filter((name) => !name.startsWith('@types/'));
  const missing = bundled.filter((name) => !notices.includes(`\n${name} `));
  if (missing.length > 0) throw new Error(`no licence collected for ${missing.join(', ')}: is the package still used?`);
}
