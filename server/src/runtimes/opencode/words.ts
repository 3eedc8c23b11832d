// What happens in OpenCode, in its own terms, for each cause its loader reports.
import type { Runtime } from '../runtime.ts';
import { createWords } from '../shared/opencode/words.ts';

export const WORDS: Runtime['words'] = createWords('OpenCode');
