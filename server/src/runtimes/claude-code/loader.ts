// The loader of Claude Code, with the fields and versions it goes by.
import type { IndexedRuntime } from '../indexed.ts';
import { claudeCodeFields } from './fields.ts';
import { load } from './load.ts';
import { MEASURED_ON } from './vocabulary.ts';

export const claudeCode: IndexedRuntime = {
  id: 'claude-code',
  label: 'Claude Code',
  measuredOn: MEASURED_ON,
  scopes: ['project', 'plugin'],
  fields: claudeCodeFields,
  load,
};
