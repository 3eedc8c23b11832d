// Claude Code behind the interface that all runtimes have.
import type { Runtime } from '../runtime.ts';
import { EVIDENCE } from './evidence.ts';
import { claudeCode as loader } from './loader.ts';
import { meaning } from './meaning.ts';
import { PLACES } from './places.ts';
import { report } from './report.ts';
import { canonicalTool } from './toolList.ts';
import { TOOLS } from './tools.ts';
import { MODEL_ALIASES } from './vocabulary.ts';
import { WORDS } from './words.ts';
import { write } from './write.ts';

export const claudeCode: Runtime = {
  id: 'claude-code',
  label: loader.label,
  evidence: EVIDENCE,
  places: PLACES,
  fields: loader.fields,
  tools: {
    ...TOOLS,
    canonical: (name) => TOOLS.canonical(canonicalTool(name) ?? name),
  },
  models: MODEL_ALIASES,
  defaultModel: null,
  words: WORDS,
  load: (document, place) =>
    report(loader.load(document, { scope: place.scope === 'plugin' ? 'plugin' : 'project' }), document, place),
  meaning,
  write,
};
