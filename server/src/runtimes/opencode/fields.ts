// The fields of an OpenCode agent.
import { createFieldTable } from '../fields.ts';
import { createV1Fields } from '../shared/opencode/fields.ts';
import { documented, measured } from './evidence.ts';
import { OPENCODE_MODELS } from './models.ts';

export const opencodeFields = createFieldTable(
  createV1Fields({
    documented,
    measured,
    onInvalid: 'loads no agent of the project',
    takesNull: false,
    models: OPENCODE_MODELS,
  }),
);
