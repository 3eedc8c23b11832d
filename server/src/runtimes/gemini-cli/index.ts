// Gemini CLI.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { geminiFields } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { GEMINI_MODELS } from './models.ts';
import { PLACES } from './places.ts';
import { geminiTools } from './tools.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const geminiCli: Runtime = {
  id: 'gemini-cli',
  label: 'Gemini CLI',
  evidence: EVIDENCE,
  places: PLACES,
  fields: geminiFields,
  tools: geminiTools,
  models: GEMINI_MODELS,
  defaultModel: 'inherit',
  words: WORDS,
  load,
  meaning,
  write,
};
