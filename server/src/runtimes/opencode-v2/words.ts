// What happens in OpenCode V2, in its own terms, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';
import { createWords } from '../shared/opencode/words.ts';

export const WORDS: Runtime['words'] = {
  ...createWords('OpenCode V2'),
  'empty-prompt': 'OpenCode V2 skips an empty file.',
  'repaired-yaml':
    'OpenCode V2 reads this value as a string, although in YAML its colon would start a key. Put the value in quotes.',
  'mixed-keys':
    'OpenCode V2 reads the whole file as V1 because of `{because}`, so `{key}` has no effect. Use keys of only one version.',
  'unknown-key':
    'OpenCode V2 does not know `{key}` and sends it to the provider of the model. Because of it, the whole file is read as V1.',
};
