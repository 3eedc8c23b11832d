// Lark, a runtime that does not exist: all that the product has to be told about one. It has its own folder and reads
// Claude Code's too, where it rejects what has no `role`.
import type { Runtime } from '../../../server/src/runtimes/runtime.ts';
import { LARK_FIELDS } from './fields.ts';
import { load } from './load.ts';
import { meaning } from './meaning.ts';
import { LARK_TOOLS } from './tools.ts';
import { write } from './write.ts';

export const lark: Runtime = {
  id: 'lark',
  label: 'Lark',
  evidence: { source: 'documentation', version: '0.9.1', on: '2026-11-25' },
  places: [
    { scope: 'project', path: '.lark/agents', extensions: ['.md'], nested: false },
    { scope: 'user', path: '.lark/agents', extensions: ['.md'], nested: false },
    { scope: 'project', path: '.claude/agents', extensions: ['.md'], nested: true, foreign: true },
  ],
  fields: LARK_FIELDS,
  tools: LARK_TOOLS,
  models: [{ value: 'dawn', description: 'The model of the morning.' }],
  defaultModel: 'dawn',
  words: {
    'no-front-matter': 'Lark takes a file without front matter whole, as its prompt.',
    'unreadable-yaml': 'Lark cannot read the YAML and rejects the file.',
    'missing-key': '`{key}` is missing, so Lark rejects the file.',
    'unknown-key': 'Lark does not know `{key}` and ignores it.',
    'unknown-tool': 'Lark has no tool `{value}` and gives the agent every tool.',
  },
  load,
  meaning,
  write,
};
