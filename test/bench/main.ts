// `npm run bench`: prints what the product costs: time in the editor and on the command line, and sizes.
// Timings are for comparing within one run on one machine; they never pass or fail anything.

import { runStep } from '../../scripts/steps.ts';
import { benchCommandLine } from './commandLine.ts';
import { benchEditor } from './editor.ts';
import { row } from './measure.ts';
import { benchSizes } from './sizes.ts';
import { benchWorkspace } from './workspace.ts';

await runStep('build', process.execPath, ['scripts/build.ts', '--production']);
row('', 'p50 / p95', 'target');
await benchEditor();
await benchWorkspace();
await benchCommandLine();
benchSizes();
