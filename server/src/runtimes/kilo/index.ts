// Kilo, which was made of OpenCode.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { kiloFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { KILO_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { kiloTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const kilo: Runtime = {
  id: 'kilo',
  label: 'Kilo',
  evidence: EVIDENCE,
  places: PLACES,
  fields: kiloFields,
  tools: kiloTools,
  models: KILO_MODELS,
  defaultModel: null,
  words: WORDS,
  load,
  meaning,
  write,
};
