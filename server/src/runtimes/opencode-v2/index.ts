// OpenCode V2.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { v2Fields } from './fields.ts';
import { isMeant, load } from './load.ts';
import { meaning } from './meaning.ts';
import { V2_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { v2Tools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const opencodeV2: Runtime = {
  id: 'opencode-v2',
  label: 'OpenCode V2',
  evidence: EVIDENCE,
  places: PLACES,
  fields: v2Fields,
  tools: v2Tools,
  models: V2_MODELS,
  defaultModel: null,
  words: WORDS,
  isMeant,
  load,
  meaning,
  write,
};
