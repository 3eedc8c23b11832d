// What happens in Gemini CLI, in its own terms, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'no-front-matter': 'Gemini CLI rejects a file that does not start with `---` and YAML front matter.',
  'unclosed-front-matter':
    'The front matter is never closed, so Gemini CLI rejects the file. Add a line `---` after it.',
  'unreadable-yaml': 'Gemini CLI cannot read the YAML and rejects the file: {message}.',
  'not-a-mapping': 'The front matter is not a mapping of keys to values, so Gemini CLI rejects the file.',
  'missing-name': '`name` is missing, so Gemini CLI rejects the file.',
  'missing-description': '`description` is missing, so Gemini CLI rejects the file.',
  'missing-key': '`{key}` is missing, so Gemini CLI rejects the file.',
  'invalid-name': 'Gemini CLI rejects the file: `name` takes only lowercase letters, digits, hyphens and underscores.',
  'invalid-description': '`description` must be a string that is not empty. Gemini CLI rejects the file.',
  'unknown-key': 'Gemini CLI does not know `{key}` and rejects the file.',
  'unknown-tool': 'Gemini CLI has no tool `{value}` and rejects the file.',
  'wrong-type': '`{key}` must be {expected}. Gemini CLI rejects the file.',
  'invalid-value': '`{key}` must be {expected}. Gemini CLI rejects the file.',
  'wrong-place': 'Gemini CLI reads only files directly in its agents folder, so it never sees this one.',
  'wrong-file-name': 'Gemini CLI skips this file because of its name: names end with `.md` and do not start with `_`.',
  'empty-prompt': 'Text after the closing `---` makes Gemini CLI lose the whole prompt. Put nothing else on that line.',
};
