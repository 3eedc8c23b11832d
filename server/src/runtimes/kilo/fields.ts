// The fields of a Kilo agent: those of OpenCode, where more of them may be left empty.
import { createFieldTable } from '../fields.ts';
import { createV1Fields } from '../shared/opencode/fields.ts';
import { documented, measured } from './evidence.ts';
import { KILO_MODELS } from './models.ts';

export const kiloFields = createFieldTable(
  createV1Fields({ documented, measured, onInvalid: 'skips the file', takesNull: true, models: KILO_MODELS }),
);
