// The tools of Lark.
import { createToolVocabulary } from '../../../server/src/runtimes/runtime.ts';

export const LARK_TOOLS = createToolVocabulary([
  { value: 'peek', description: 'Reads a file.', canonical: 'read' },
  { value: 'soar', description: 'Only larks do.', canonical: null },
]);
