// What happens in Kiro by its documentation, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'unclosed-front-matter':
    'The front matter is never closed, so Kiro may take it for the prompt. Add a line `---` after it.',
  'unreadable-yaml': 'The YAML is not valid ({message}), so Kiro may not read these fields.',
  'not-a-mapping': 'The front matter is not a mapping of keys to values, so Kiro may not read it.',
  'unknown-key': 'Kiro does not know `{key}`.',
  'unknown-tool': 'Kiro has no tool named `{value}`.',
  'missing-key': '`{key}` is missing, and every rule in Kiro has one.',
  'wrong-type': 'Kiro takes {expected} for `{key}`.',
  'invalid-value': 'Kiro takes {expected} for `{key}`.',
};
