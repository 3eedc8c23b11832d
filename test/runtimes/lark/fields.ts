// The fields of a Lark agent.
import * as z from 'zod';
import { createFieldTable, type Evidence } from '../../../server/src/runtimes/fields.ts';

const manual: readonly Evidence[] = [
  { source: 'documentation', detail: 'made up for a test', verifiedOn: '2026-11-25' },
];
const REJECTS = 'rejects the file';

export const LARK_FIELDS = createFieldTable({
  role: {
    role: 'description',
    schema: z.string(),
    shape: 'a string',
    onInvalid: REJECTS,
    description: 'What the lark is for.',
    required: true,
    evidence: manual,
  },
  instruments: {
    role: 'tools.allow',
    schema: z.array(z.string()),
    shape: 'a list of tools',
    onInvalid: REJECTS,
    description: 'What the lark may use.',
    evidence: manual,
  },
  voice: {
    role: 'model',
    schema: z.string(),
    shape: 'the name of a model',
    onInvalid: REJECTS,
    description: 'The model that sings.',
    evidence: manual,
  },
});
