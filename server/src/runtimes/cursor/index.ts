// Cursor, of which only the documentation is known.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { cursorFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { CURSOR_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { cursorTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const cursor: Runtime = {
  id: 'cursor',
  label: 'Cursor',
  evidence: EVIDENCE,
  places: PLACES,
  fields: cursorFields,
  tools: cursorTools,
  models: CURSOR_MODELS,
  defaultModel: 'inherit',
  words: WORDS,
  load,
  meaning,
  write,
};
