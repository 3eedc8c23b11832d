// What happens in Qwen Code, in its own terms, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';

export const WORDS: Runtime['words'] = {
  'no-front-matter': 'Qwen Code skips a file whose first line is not exactly `---`.',
  'unclosed-front-matter':
    'The front matter is never closed, so Qwen Code skips the file. Add a line that is exactly `---`, with a line break after it.',
  'unreadable-yaml': 'The YAML is not valid ({message}). Qwen Code skips such a file where it names an `executor`.',
  'repaired-yaml':
    'The YAML is not valid ({message}), so Qwen Code reads it line by line. That loses text blocks, nested keys and lists in brackets.',
  'repaired-yaml:none':
    'The YAML is not valid ({message}). Qwen Code reads it line by line and still finds every value.',
  'missing-name': '`name` is missing, so Qwen Code skips the file.',
  'missing-description': '`description` is missing, so Qwen Code skips the file.',
  'invalid-name': 'Qwen Code skips the file: {problem}.',
  'invalid-description': 'Qwen Code skips the file: {problem}.',
  'unknown-key': 'Qwen Code does not know `{key}` and ignores it.',
  'unknown-tool': 'Qwen Code gives agents no tool named `{value}`.',
  'unknown-tool:grants-more': 'Qwen Code has no tool named `{value}`, so this takes nothing away from the agent.',
  'no-tools': 'Qwen Code knows none of these tools, so the agent has no tools.',
  'no-tools:grants-more': 'Qwen Code gives the agent every tool where `tools` is empty. List the tools it may use.',
  'wrong-type': '`{key}` must be {expected}. Qwen Code ignores this value.',
  'wrong-type:drops-file': '`{key}` must be {expected}. Qwen Code skips the file.',
  'wrong-type:grants-more': '`{key}` must be {expected}. As it is, Qwen Code takes no tool away from the agent.',
  'wrong-type:grants-less': '`{key}` must be {expected}. Qwen Code leaves it out.',
  'invalid-value': '`{key}` must be {expected}. Qwen Code ignores this value.',
  'invalid-value:drops-file': '`{key}` must be {expected}. Qwen Code skips the file.',
  'wrong-place': 'Qwen Code reads only files directly in `.qwen/agents`, so it never sees this one.',
  'wrong-file-name': 'Qwen Code skips this file because its name does not end with `.md`.',
  'empty-prompt': 'The prompt has fewer than 10 characters, so Qwen Code skips the file.',
};
