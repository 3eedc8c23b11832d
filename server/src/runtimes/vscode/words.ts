// What happens in VS Code, in its own terms, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'unclosed-front-matter':
    'The front matter is never closed, so VS Code takes the whole file for it and the agent has no prompt. Add a line `---` after it.',
  'missing-description':
    '`description` is missing. VS Code loads the agent all the same, but other agents cannot tell what it is for.',
  'unknown-key': 'VS Code does not know `{key}` and ignores it.',
  'wrong-type': '`{key}` must be {expected}. VS Code ignores it as it is.',
  'invalid-value': '`{key}` must fit the field, which takes {expected}. VS Code ignores it as it is.',
  'missing-key': '`{key}` is missing, so VS Code leaves the whole item out.',
  'wrong-place': 'VS Code reads only files directly in its agents folder, so it never sees this one.',
  'wrong-file-name': 'VS Code leaves out `README.md`.',
};
