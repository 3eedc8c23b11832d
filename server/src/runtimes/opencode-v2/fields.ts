// The fields of an OpenCode V2 agent, declared once, and those of V1 that make it read a file as V1 did.
import * as z from 'zod';
import { createFieldTable, type FieldMeta } from '../fields.ts';
import {
  colorSchema,
  createV1Fields,
  FLAGS,
  MODES,
  modeSchema,
  stepsSchema,
  THEME_COLORS,
} from '../shared/opencode/fields.ts';
import { ACTIONS } from '../shared/opencode/permissions.ts';
import { documented, measured } from './evidence.ts';
import { V2_MODELS } from './models.ts';

type Declaration = FieldMeta & { readonly schema: z.ZodType };

const SKIPS = 'skips the file';

const rule = z.object({
  action: z.string().meta({ description: 'What the rule is about: a tool, or `*`.' }),
  resource: z.string().meta({ description: 'Which uses of it: a pattern such as `git *`, or `"*"`.' }),
  effect: z.enum(ACTIONS).meta({ description: 'What happens then.' }),
});

const native = {
  description: {
    role: 'description',
    schema: z.string(),
    shape: 'a string',
    onInvalid: SKIPS,
    description: 'What the agent does and when to use it. Other agents read it to decide whom to start.',
    snippet: '${1:Use this agent when …}',
    evidence: [measured('loads without it; a number, a date or an empty value skips the file')],
  },
  mode: {
    schema: modeSchema,
    shape: '`primary`, `subagent` or `all`',
    onInvalid: SKIPS,
    description: 'Who talks to the agent. In a folder of modes it is always `primary`.',
    default: '`all`',
    values: MODES,
    snippet: '${1|subagent,primary,all|}',
    evidence: [documented('primary, subagent or all'), measured('without it, `all`')],
  },
  model: {
    role: 'model',
    schema: z.string(),
    shape: 'a string such as `anthropic/claude-sonnet-4-5`',
    onInvalid: SKIPS,
    description:
      'The model the agent runs on: its provider, a slash, and its id. Without the slash, OpenCode finds only a provider.',
    default: 'the model of the session',
    values: V2_MODELS,
    snippet: '${1:anthropic/claude-sonnet-4-5}',
    evidence: [
      documented('provider/model-id#variant, or a mapping'),
      measured('a mapping skips the file; # is not split off'),
    ],
  },
  variant: {
    role: 'effort',
    schema: z.string(),
    shape: 'a string',
    onInvalid: SKIPS,
    description: 'The variant of the model, such as how much it reasons.',
    snippet: '${1:high}',
    evidence: [measured('any string; a number skips the file')],
  },
  permissions: {
    role: 'tools.allow',
    schema: z.array(rule),
    shape: 'a list of rules with `action`, `resource` and `effect`',
    onInvalid: SKIPS,
    description:
      'What the agent may do. The last matching rule counts. One key of V1 beside it, even `name`, and none of these rules has any effect.',
    default: 'what the configuration allows',
    snippet: '\n  - action: ${1:edit}\n    resource: "${2:*}"\n    effect: ${3|deny,ask,allow|}',
    evidence: [documented('a list of rules'), measured('with a key of V1 in the same file it is a provider option')],
  },
  steps: {
    role: 'turns',
    schema: stepsSchema,
    shape: 'a whole number above 0',
    onInvalid: SKIPS,
    description: 'How many turns the agent takes before it has to answer in words.',
    default: 'unlimited',
    snippet: '${1:20}',
    evidence: [measured('0, a fraction or a string skips the file')],
  },
  color: {
    role: 'color',
    schema: colorSchema,
    shape: '`"#rrggbb"` in quotes, or a color of the theme such as `accent`',
    onInvalid: SKIPS,
    description:
      'The color the agent is shown in. Put quotes around `"#ff5733"`: what follows a bare `#` is a comment.',
    values: THEME_COLORS.map((value) => ({ value, description: `The color ${value} of the theme.` })),
    snippet: '${1:accent}',
    evidence: [documented('hex only'), measured('colors of the theme are accepted too')],
  },
  hidden: {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: SKIPS,
    description: 'Keeps the agent out of the `@` menu.',
    default: '`false`',
    values: FLAGS,
    snippet: '${1|true,false|}',
    evidence: [measured('`"true"` in quotes skips the file')],
  },
  disabled: {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: SKIPS,
    description: 'Turns the agent off.',
    default: '`false`',
    values: FLAGS,
    snippet: '${1|true,false|}',
    evidence: [documented('true turns it off'), measured('with a key of V1 in the same file it has no effect')],
  },
  request: {
    schema: z.object({
      headers: z.record(z.string(), z.string()).optional().meta({ description: 'Headers of each request.' }),
      body: z.record(z.string(), z.unknown()).optional().meta({ description: 'Options sent to the provider.' }),
    }),
    shape: 'a mapping with `headers` and `body`',
    onInvalid: SKIPS,
    description: 'What is sent to the provider of the model with each request, such as `temperature`.',
    snippet: '\n  body:\n    ${1:temperature}: ${2:0.2}',
    evidence: [
      documented('takes the place of temperature and options'),
      measured('with a key of V1 in the same file it has no effect'),
    ],
  },
  system: {
    schema: z.unknown(),
    shape: 'nothing in a Markdown file',
    onInvalid: 'ignores it',
    description: 'Has no effect in a Markdown file: its body is the prompt.',
    evidence: [measured('replaced by the body')],
  },
} satisfies Record<string, Declaration>;

export const v2Fields = createFieldTable(native);

const { name: _, ...v1 } = createV1Fields({
  documented,
  measured,
  onInvalid: SKIPS,
  takesNull: false,
  models: V2_MODELS,
});

/** Of a file that is read as V1 did. Measured: `name` may be anything, because the path is the name. */
export const legacyFields = createFieldTable(v1);
