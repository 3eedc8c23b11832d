// Before `npm pack` of the server: puts the bundles where its package ships them from.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './host/paths.ts';
import { runStep } from './steps.ts';

const SHIPPED = ['cli.js', 'command.js', 'server.js', 'card-page.js', 'THIRD_PARTY_NOTICES.txt'];

await runStep('build', process.execPath, ['scripts/build.ts', '--production']);
const target = join(repositoryRoot, 'server', 'dist');
mkdirSync(target, { recursive: true });
for (const file of SHIPPED) copyFileSync(join(repositoryRoot, 'dist', file), join(target, file));
// The sources are ES modules, the bundles are not.
writeFileSync(join(target, 'package.json'), '{ "type": "commonjs" }\n');
copyFileSync(join(repositoryRoot, 'LICENSE'), join(repositoryRoot, 'server', 'LICENSE'));
