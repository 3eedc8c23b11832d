// What happens in Copilot CLI, in its own terms, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'no-front-matter': 'Copilot CLI rejects a file that does not start with `---` and YAML front matter.',
  'unclosed-front-matter':
    'The front matter is never closed, so Copilot CLI rejects the file. Add a line `---` after it.',
  'unreadable-yaml': 'Copilot CLI cannot read the YAML and rejects the file: {message}.',
  'not-a-mapping': 'The front matter is not a mapping of keys to values, so Copilot CLI rejects the file.',
  'duplicate-key': 'This key is written twice, so Copilot CLI rejects the file. Remove one of the two.',
  'missing-description': '`description` is missing, so Copilot CLI rejects the file.',
  'missing-key': '`{key}` is missing, so Copilot CLI rejects the file.',
  'invalid-name': '`name` is {received}, so Copilot CLI rejects the file. Write a string, or remove the key.',
  'invalid-description': '`description` is {received}, so Copilot CLI rejects the file. Write a string.',
  'wrong-type': '`{key}` is {received}, so Copilot CLI rejects the file. It must be {expected}.',
  'invalid-value': '`{key}` must be {expected}. Copilot CLI rejects the file.',
  'unknown-key': 'Copilot CLI does not know `{key}` and ignores it.',
  'unknown-tool': 'Copilot CLI has no tool `{value}` and ignores the name.',
  'no-tools': 'Copilot CLI knows none of these tools, so the agent has no tools. Separate names with commas.',
  'wrong-place': 'Copilot CLI does not look for agents here. It reads `.github/agents` and `.claude/agents`.',
  'wrong-file-name':
    'Copilot CLI skips this file because of its name: names end with `.md`, and neither they nor their folders start with a dot.',
};
