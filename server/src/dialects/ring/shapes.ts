// The keys inside `output_schema` and `input_schema`, declared once with what each is for.
import * as z from 'zod';
import { INPUT_TYPES, METRIC_TYPES } from './vocabulary.ts';

const text = (description: string, values?: readonly string[]) =>
  z.string().meta(values ? { description, values } : { description });

export const requiredWhen = z
  .looseObject({
    invocation_context: text('The call in which the section is required, such as `dev-refactor`.').optional(),
    prompt_contains: text('A text of the task that makes the section required.').optional(),
  })
  .meta({ description: 'When the section is required; without it `required` counts in every call.' });

export const requiredSection = z.looseObject({
  name: text('What the section is called.'),
  pattern: text('A regular expression tried on every line of the answer: `^## Summary`.'),
  required: z.boolean().optional().meta({ description: 'Whether an answer must have it; `true` where not written.' }),
  description: text('What belongs into the section.').optional(),
  required_when: z.union([requiredWhen, z.string()]).optional().meta({ description: 'When the section is required.' }),
});

export const metric = z.looseObject({
  name: text('What the figure is called.'),
  type: text('What kind of figure it is.', METRIC_TYPES),
  description: text('What it counts.').optional(),
});

export const inputPart = z.looseObject({
  name: text('What the part of the input is called.'),
  type: text('What it is.', INPUT_TYPES),
  description: text('What the agent does with it.').optional(),
  enum: z.array(z.string()).optional().meta({ description: 'The values it may have.' }),
});

export const outputSchema = z.looseObject({
  format: text('How the answer is written.', ['markdown']).optional(),
  required_sections: z
    .array(requiredSection)
    .optional()
    .meta({ description: 'The sections of the answer, in their order.' }),
  verdict_values: z.array(z.string()).optional().meta({ description: 'The verdicts a reviewer may give.' }),
  vulnerability_format: z
    .looseObject({ required_fields: z.array(z.string()).meta({ description: 'What is said of each vulnerability.' }) })
    .optional()
    .meta({ description: 'How a security reviewer describes a vulnerability.' }),
  error_handling: z
    .looseObject({
      on_blocker: text('What the agent does when it cannot go on.', ['pause_and_report']).optional(),
      escalation_path: text('Whom it tells.', ['orchestrator']).optional(),
    })
    .optional()
    .meta({ description: 'What the agent does when it cannot go on.' }),
  metrics: z.array(metric).optional().meta({ description: 'Figures the answer gives.' }),
});

export const inputSchema = z.looseObject({
  required_context: z.array(inputPart).optional().meta({ description: 'What the agent must be told.' }),
  optional_context: z.array(inputPart).optional().meta({ description: 'What the agent may be told.' }),
});

export const projectRules = z.looseObject({
  check_first: z.array(z.string()).optional().meta({ description: 'Files of the project to read first.' }),
  ring_standards: z.array(z.string()).optional().meta({ description: 'Standards of Ring to read.' }),
  both_required: z.boolean().optional().meta({ description: 'Whether both must be there.' }),
});
