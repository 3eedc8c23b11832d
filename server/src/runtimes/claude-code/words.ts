// What happens in Claude Code, in its own terms, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'no-front-matter': 'Claude Code treats a file without front matter as documentation and skips it.',
  'unclosed-front-matter':
    'The front matter is never closed, so Claude Code skips the file. Add a line `---` after it.',
  'unreadable-yaml': 'Claude Code cannot read the YAML: {message}.',
  'repaired-yaml': 'The YAML is not valid. Claude Code quotes the value of `{key}` and reads it again.',
  'not-a-mapping': 'The front matter is not a mapping of keys to values, so Claude Code drops the file.',
  'missing-name': '`name` is missing, so Claude Code treats the file as documentation and skips it.',
  'missing-description': '`description` is missing, so Claude Code drops the file.',
  'invalid-name': 'Claude Code drops the file because of its `name`.',
  'invalid-description': '`description` must be a string that is not empty. Claude Code drops the file.',
  'unknown-key': 'Claude Code does not know `{key}` and ignores it.',
  'unknown-tool': 'Claude Code grants no tool for `{value}`.',
  'invalid-value': 'Claude Code does not use `{key}` as it is written.',
  'wrong-place': 'Claude Code does not load this file from where it is.',
};
