// Claude Code behind the interface that all runtimes have. Its loader still lives in `runtimes/claude-code`.

import type { AgentFolder, Runtime } from '../runtime.ts';
import { claudeCode as runtime } from './loader.ts';
import { report } from './report.ts';
import { canonicalTool } from './toolList.ts';
import { TOOLS } from './tools.ts';
import { MODEL_ALIASES } from './vocabulary.ts';
import { WORDS } from './words.ts';

const PLACES: readonly AgentFolder[] = [
  { scope: 'project', path: '.claude/agents', extensions: ['.md'], nested: true },
  { scope: 'user', path: '.claude/agents', extensions: ['.md'], nested: true },
  // Measured: the names of a plugin's files may end in upper case.
  { scope: 'plugin', path: 'agents', extensions: ['.md', '.MD'], nested: true },
];

export const claudeCode: Runtime = {
  id: 'claude-code',
  label: runtime.label,
  evidence: { source: 'measured', version: runtime.measuredOn, on: '2026-11-25' },
  places: PLACES,
  fields: runtime.fields,
  tools: {
    ...TOOLS,
    canonical: (name) => TOOLS.canonical(canonicalTool(name) ?? name),
  },
  models: MODEL_ALIASES,
  defaultModel: null,
  words: WORDS,
  load: (document, place) =>
    report(runtime.load(document, { scope: place.scope === 'plugin' ? 'plugin' : 'project' }), document, place),
};
