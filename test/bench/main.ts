// `npm run bench`: prints what the product costs: time in the editor and on the command line, how it grows, and sizes. With a
// name (`npm run bench -- constructs`) only that part.
// Timings are for comparing within one run on one machine; they never pass or fail anything.

import { runStep } from '../../scripts/steps.ts';
import { benchCommandLine } from './commandLine.ts';
import { benchConstructs } from './constructs.ts';
import { benchEditor } from './editor.ts';
import { row } from './measure.ts';
import { benchSizes } from './sizes.ts';
import { benchWorkspace } from './workspace.ts';

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  editor: benchEditor,
  workspace: benchWorkspace,
  commandLine: benchCommandLine,
  constructs: benchConstructs,
  sizes: benchSizes,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(`bench: no part ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await runStep('build', process.execPath, ['scripts/build.ts', '--production']);
  row('', 'p50 / p95', 'target');
  for (const [name, run] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await run();
}
