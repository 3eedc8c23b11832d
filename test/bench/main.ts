// `npm run bench`: prints what the product costs: time in the editor and on the command line, how it grows, and sizes. With a
// name (`npm run bench -- constructs`) only that part, and of its rows those with a word: `npm run bench -- constructs:skills`.
// Timings are for comparing within one run on one machine; they never pass or fail anything.

import { runStep } from '../../scripts/steps.ts';
import { benchCommandLine, benchPeers } from './commandLine.ts';
import { benchConstructs } from './constructs.ts';
import { benchEditor } from './editor.ts';
import { row } from './measure.ts';
import { benchSizes } from './sizes.ts';
import { benchWorkspace } from './workspace.ts';

const PARTS: Readonly<Record<string, (word?: string) => void | Promise<void>>> = {
  editor: benchEditor,
  workspace: benchWorkspace,
  commandLine: benchCommandLine,
  peers: benchPeers,
  constructs: benchConstructs,
  sizes: benchSizes,
};

const asked = new Map<string, string | undefined>();
for (const [name = '', word] of process.argv.slice(2).map((argument) => argument.split(':'))) asked.set(name, word);
const unknown = [...asked.keys()].filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(`bench: no part ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await runStep('build', process.execPath, ['scripts/build.ts', '--production']);
  row('', 'p50 / p95', 'target');
  for (const [name, run] of Object.entries(PARTS)) if (asked.size === 0 || asked.has(name)) await run(asked.get(name));
}
