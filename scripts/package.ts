// `npm run package`: builds for production and packs agentwright.vsix, then says how large it is.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from './host/errors.ts';
import { repositoryRoot } from './host/paths.ts';
import { runStep } from './steps.ts';

const TARGET = 'agentwright.vsix';

try {
  await runStep('build', process.execPath, ['scripts/build.ts', '--production']);
  const vsce = join(repositoryRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  await runStep('package', process.execPath, [vsce, 'package', '--no-dependencies', '--out', TARGET, '--skip-license']);
  const kilobytes = Math.round(statSync(join(repositoryRoot, TARGET)).size / 1000);
  process.stdout.write(`${TARGET}: ${kilobytes} KB\n`);
} catch (error) {
  process.stderr.write(`${printable(error)}\n`);
  process.exitCode = 1;
}
