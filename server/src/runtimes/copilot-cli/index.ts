// Copilot CLI.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { copilotFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { COPILOT_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { copilotTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const copilotCli: Runtime = {
  id: 'copilot-cli',
  label: 'Copilot CLI',
  evidence: EVIDENCE,
  places: PLACES,
  fields: copilotFields,
  tools: copilotTools,
  models: COPILOT_MODELS,
  defaultModel: null,
  words: WORDS,
  load,
  meaning,
  write,
};
