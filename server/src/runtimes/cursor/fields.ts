// The fields of a Cursor agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type FieldMeta } from '../fields.ts';
import { documented } from './evidence.ts';
import { CURSOR_MODELS } from './models.ts';

const UNKNOWN = 'does something that is not documented';

const flag = {
  schema: z.boolean(),
  shape: '`true` or `false`',
  onInvalid: UNKNOWN,
  default: '`false`',
  values: [
    { value: 'true', description: 'Yes.' },
    { value: 'false', description: 'No.' },
  ],
  snippet: '${1|true,false|}',
};

const fields = {
  name: {
    role: 'name',
    schema: z.string(),
    shape: 'a string',
    onInvalid: UNKNOWN,
    description: 'What the agent is called. Lowercase letters and hyphens.',
    default: 'the name of the file',
    snippet: '${1:my-agent}',
    evidence: [documented('optional; lowercase letters and hyphens; the file name by default')],
  },
  description: {
    role: 'description',
    schema: z.string(),
    shape: 'a string',
    onInvalid: UNKNOWN,
    description: 'When to use the agent. The main agent reads it to decide whom to delegate to.',
    snippet: '${1:Use this agent when …}',
    evidence: [documented('optional; a hint for delegation')],
  },
  model: {
    role: 'model',
    schema: z.string(),
    shape: 'a string',
    onInvalid: UNKNOWN,
    description:
      'The model the agent runs on: `inherit`, `fast`, or the id of a model. Another one runs where the plan or an administrator does not allow it.',
    default: '`inherit`',
    values: CURSOR_MODELS,
    snippet: '${1:inherit}',
    evidence: [documented('inherit, fast or a model id')],
  },
  readonly: {
    ...flag,
    description: 'Whether the agent must not change files or run commands that change anything.',
    evidence: [documented('no file edits, no state-changing shell commands')],
  },
  is_background: {
    ...flag,
    role: 'background',
    description: 'Whether the agent runs in the background, without the main agent waiting for it.',
    evidence: [documented('false by default')],
  },
} satisfies Record<string, FieldMeta & { readonly schema: z.ZodType }>;

export const cursorFields = createFieldTable(fields);
