// The tools of OpenCode.
import { createToolVocabulary } from '../runtime.ts';
import { OPENCODE_TOOLS } from '../shared/opencode/tools.ts';

export const opencodeTools = createToolVocabulary(OPENCODE_TOOLS);
