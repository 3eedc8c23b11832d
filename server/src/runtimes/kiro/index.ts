// Kiro, of which only the documentation is known.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { kiroFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { KIRO_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { kiroTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const kiro: Runtime = {
  id: 'kiro',
  label: 'Kiro',
  evidence: EVIDENCE,
  places: PLACES,
  fields: kiroFields,
  tools: kiroTools,
  models: KIRO_MODELS,
  defaultModel: null,
  words: WORDS,
  load,
  meaning,
  write,
};
