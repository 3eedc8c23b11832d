// What happens in Cursor by its documentation, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'unclosed-front-matter':
    'The front matter is never closed, so Cursor may take it for the prompt. Add a line `---` after it.',
  'unreadable-yaml': 'The YAML is not valid ({message}), so Cursor may not read these fields.',
  'not-a-mapping': 'The front matter is not a mapping of keys to values, so Cursor may not read it.',
  'unknown-key': 'Cursor does not know `{key}`.',
  'unknown-key:grants-more': 'Cursor has no list of tools, so the agent has every tool in spite of `{key}`.',
  'unknown-key:changes': 'Cursor has no list of tools, so the agent has every tool in spite of `{key}`.',
  'wrong-type': 'Cursor takes {expected} for `{key}`.',
  'invalid-value': 'Cursor takes {expected} for `{key}`.',
};
