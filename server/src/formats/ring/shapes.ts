// The keys inside `output_schema` and `input_schema`, each declared once with its purpose.
import * as z from 'zod';
import { INPUT_TYPES, METRIC_TYPES } from './vocabulary.ts';

const text = (description: string, values?: readonly string[]) =>
  z.string().meta(values ? { description, values } : { description });

export const requiredWhen = z
  .looseObject({
    invocation_context: text('The call in which the section is required, such as `dev-refactor`.').optional(),
    prompt_contains: text('Text in the task that makes the section required.').optional(),
  })
  .meta({ description: 'When the section is required; by default, `required` applies to every call.' });

export const requiredSection = z.looseObject({
  name: text('The name of the section.'),
  pattern: text('A regular expression that is matched against every line of the answer: `^## Summary`.'),
  required: z
    .boolean()
    .optional()
    .meta({ description: 'Whether an answer must contain the section; `true` by default.' }),
  description: text('What belongs in the section.').optional(),
  required_when: z.union([requiredWhen, z.string()]).optional().meta({ description: 'When the section is required.' }),
});

export const metric = z.looseObject({
  name: text('The name of the metric.'),
  type: text('The type of the metric.', METRIC_TYPES),
  description: text('What the metric counts.').optional(),
});

export const inputPart = z.looseObject({
  name: text('The name of the input.'),
  type: text('The type of the input.', INPUT_TYPES),
  description: text('What the agent does with it.').optional(),
  enum: z.array(z.string()).optional().meta({ description: 'The allowed values.' }),
});

export const outputSchema = z.looseObject({
  format: text('The format of the answer.', ['markdown']).optional(),
  required_sections: z.array(requiredSection).optional().meta({ description: 'The sections of the answer, in order.' }),
  verdict_values: z.array(z.string()).optional().meta({ description: 'The verdicts a reviewer may give.' }),
  vulnerability_format: z
    .looseObject({
      required_fields: z.array(z.string()).meta({ description: 'What to state about each vulnerability.' }),
    })
    .optional()
    .meta({ description: 'How a security reviewer describes a vulnerability.' }),
  error_handling: z
    .looseObject({
      on_blocker: text('What the agent does if it cannot continue.', ['pause_and_report']).optional(),
      escalation_path: text('Whom it tells.', ['orchestrator']).optional(),
    })
    .optional()
    .meta({ description: 'What the agent does if it cannot continue.' }),
  metrics: z.array(metric).optional().meta({ description: 'Metrics in the answer.' }),
});

export const inputSchema = z.looseObject({
  required_context: z.array(inputPart).optional().meta({ description: 'What the caller must tell the agent.' }),
  optional_context: z.array(inputPart).optional().meta({ description: 'What the caller may tell the agent.' }),
});

export const projectRules = z.looseObject({
  check_first: z.array(z.string()).optional().meta({ description: 'Project files to read first.' }),
  ring_standards: z.array(z.string()).optional().meta({ description: 'Ring standards to read.' }),
  both_required: z.boolean().optional().meta({ description: 'Whether both must be present.' }),
});
