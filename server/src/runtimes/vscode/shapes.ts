// The shapes of fields, as VS Code checks them. Scalars reach it as strings, but for booleans without quotes.
import * as z from 'zod';

export const scalar = z.union([z.string(), z.boolean()]);
export const filled = scalar.refine((value) => String(value).trim() !== '');
export const toolList = z.union([scalar, z.array(scalar)]);
export const stringOrStrings = z.union([filled, z.array(filled).min(1)]);

export const handoffSchema = z.strictObject({
  label: filled
    .refine((value) => /[a-z0-9]/i.test(String(value)))
    .meta({ description: 'What the button says. At least one letter or digit.' }),
  agent: filled.meta({ description: 'The name of the agent that goes on.' }),
  prompt: scalar.meta({ description: 'What the agent is asked to do. May be empty.' }),
  send: z.boolean().optional().meta({ description: 'Whether the prompt is sent at once.' }),
  showContinueOn: z
    .boolean()
    .optional()
    .meta({ description: 'Whether the button also offers other places to go on in.' }),
  model: scalar.optional().meta({ description: 'The model the agent goes on with: `Name (vendor)`.' }),
});

const readWriteNone = z.enum(['read', 'write', 'none']).optional();

export const githubSchema = z.strictObject({
  permissions: z
    .strictObject({
      actions: readWriteNone,
      checks: z.enum(['read', 'none']).optional(),
      contents: readWriteNone,
      discussions: readWriteNone,
      issues: readWriteNone,
      metadata: z.enum(['read']).optional(),
      'pull-requests': readWriteNone,
      'security-events': z.enum(['read', 'none']).optional(),
      workflows: z.enum(['write', 'none']).optional(),
    })
    .optional(),
});

const text = filled.optional();
const hookCommon = { type: z.literal('command'), cwd: scalar.optional(), env: z.record(z.string(), scalar).optional() };
const seconds = scalar.refine((value) => !Number.isNaN(Number(value))).optional();
const shells = { bash: text, powershell: text };

/** A command of VS Code, and of a file without a target. */
export const hookCommand = z.strictObject({
  ...hookCommon,
  ...shells,
  command: text,
  windows: text,
  linux: text,
  osx: text,
  timeout: seconds,
});
/** A command in a file for GitHub. */
export const githubHookCommand = z.strictObject({ ...hookCommon, ...shells, timeoutSec: seconds });
