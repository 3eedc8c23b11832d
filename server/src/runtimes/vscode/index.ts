// VS Code as a runtime: its places, fields, tools and what it does with a file.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { vscodeFields } from './fields.ts';
import { load } from './load.ts';
import { losesNothing } from './losesNothing.ts';
import { meaning } from './meaning.ts';
import { VSCODE_MODELS } from './models.ts';
import { naming } from './naming.ts';
import { PLACES } from './places.ts';
import { vscodeTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const vsCode: Runtime = {
  id: 'vscode',
  label: 'VS Code',
  evidence: EVIDENCE,
  places: PLACES,
  fields: vscodeFields,
  tools: vscodeTools,
  models: VSCODE_MODELS,
  defaultModel: null,
  words: WORDS,
  naming,
  marks: { tool: '#tool:', file: '#file:' },
  losesNothing,
  load,
  meaning,
  write,
};
