// Factory, of which only the documentation is known.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { factoryFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { FACTORY_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { factoryTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const factory: Runtime = {
  id: 'factory',
  label: 'Factory',
  evidence: EVIDENCE,
  places: PLACES,
  fields: factoryFields,
  tools: factoryTools,
  models: FACTORY_MODELS,
  defaultModel: 'inherit',
  words: WORDS,
  load,
  meaning,
  write,
};
