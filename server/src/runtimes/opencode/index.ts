// OpenCode, as version 1 reads agents.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { opencodeFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { OPENCODE_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { opencodeTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const opencode: Runtime = {
  id: 'opencode',
  label: 'OpenCode',
  evidence: EVIDENCE,
  places: PLACES,
  fields: opencodeFields,
  tools: opencodeTools,
  models: OPENCODE_MODELS,
  defaultModel: null,
  words: WORDS,
  load,
  meaning,
  write,
};
