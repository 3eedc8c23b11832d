// What happens in Factory by its documentation, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'no-front-matter': 'A droid needs front matter with a `name`, so Factory does not load this file.',
  'unclosed-front-matter':
    'The front matter is never closed, so Factory does not load the droid. Add a line `---` after it.',
  'unreadable-yaml': 'The YAML is not valid ({message}), so Factory does not load the droid.',
  'not-a-mapping': 'The front matter is not a mapping of keys to values, so Factory does not load the droid.',
  'missing-name': '`name` is missing, so Factory does not load the droid.',
  'missing-description': '`description` is missing, and Factory warns about it.',
  'invalid-name':
    'Factory does not load the droid: `name` takes only lowercase letters, digits, hyphens and underscores.',
  'invalid-description': 'Factory takes a string of at most 500 characters for `description`.',
  'unknown-key': 'Factory does not know `{key}`.',
  'unknown-tool': 'Factory has no tool named `{value}`, so it does not load the droid.',
  'wrong-type': 'Factory takes {expected} for `{key}`.',
  'wrong-type:drops-file': '`{key}` must be {expected}. Factory does not load the droid.',
  'invalid-value': 'Factory takes {expected} for `{key}`.',
  'invalid-value:drops-file': '`{key}` must be {expected}. Factory does not load the droid.',
  'wrong-place': 'Factory reads only files directly in `.factory/droids`, so it never sees this one.',
  'empty-prompt': 'The prompt is empty, so Factory does not load the droid.',
};
