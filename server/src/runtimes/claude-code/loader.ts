// The loader of Claude Code, with the fields and versions it goes by.
import type { IndexedRuntime } from '../indexed.ts';
import { EVIDENCE } from './evidence.ts';
import { claudeCodeFields } from './fields.ts';
import { load } from './load.ts';

export const claudeCode: IndexedRuntime = {
  id: 'claude-code',
  label: 'Claude Code',
  measuredOn: EVIDENCE.version,
  scopes: ['project', 'plugin'],
  fields: claudeCodeFields,
  load,
};
