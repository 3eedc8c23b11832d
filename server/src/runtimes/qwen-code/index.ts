// Qwen Code.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { qwenFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { QWEN_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { qwenTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const qwenCode: Runtime = {
  id: 'qwen-code',
  label: 'Qwen Code',
  evidence: EVIDENCE,
  places: PLACES,
  fields: qwenFields,
  tools: qwenTools,
  models: QWEN_MODELS,
  defaultModel: null,
  words: WORDS,
  load,
  meaning,
  write,
};
