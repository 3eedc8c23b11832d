// The Claude Code dialect.
import type { Dialect } from '../dialect.ts';
import { claudeCodeFields } from './fields.ts';
import { load } from './load.ts';
import { MEASURED_ON } from './vocabulary.ts';

export const claudeCode: Dialect = {
  id: 'claude-code',
  label: 'Claude Code',
  measuredOn: MEASURED_ON,
  scopes: ['project', 'plugin'],
  fields: claudeCodeFields,
  load,
};
