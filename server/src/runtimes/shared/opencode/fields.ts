// The fields of agents as OpenCode V1 declared them and Kilo took them over: shape (zod) and everything said about them.
import * as z from 'zod';
import type { Evidence, FieldMeta, ValueDoc } from '../../fields.ts';
import { ACTIONS } from './permissions.ts';
import { OPENCODE_TOOLS } from './tools.ts';

type Declaration = FieldMeta & { readonly schema: z.ZodType };

/** Where the two differ. */
export interface IndexedRuntime {
  documented(detail: string): Evidence;
  measured(detail: string): Evidence;
  /** What a wrong value does: `skips the file`. */
  readonly onInvalid: string;
  /** Whether an empty value counts as none where a string, a number or a permission is expected. */
  readonly takesNull: boolean;
  readonly models: readonly ValueDoc[];
}

export const MODES: readonly ValueDoc[] = [
  { value: 'primary', description: 'People talk to it and switch to it with Tab.' },
  { value: 'subagent', description: 'Other agents start it, and people mention it with `@`.' },
  { value: 'all', description: 'Both. The default.' },
];
export const THEME_COLORS = ['primary', 'secondary', 'accent', 'success', 'warning', 'error', 'info'] as const;
export const colorSchema = z.union([z.string().regex(/^#[0-9a-fA-F]{6}$/), z.enum(THEME_COLORS)]);
export const modeSchema = z.enum(['subagent', 'primary', 'all']);
export const stepsSchema = z.number().int().positive();

export const FLAGS: readonly ValueDoc[] = [
  { value: 'true', description: 'Yes.' },
  { value: 'false', description: 'No.' },
];

const ruleMeta = (description: string) => ({ description, values: [...ACTIONS] });
const described = new Map(OPENCODE_TOOLS.map(({ value, description }) => [value, description]));

/** `takesNull`: a rule without a value counts as none. */
function permissionSchema(takesNull: boolean) {
  const orNull = <T extends z.ZodType>(schema: T) => (takesNull ? schema.nullable() : schema);
  const action = orNull(z.enum(ACTIONS));
  const rule = z.union([action, z.record(z.string(), action)]);
  const anyUse = (about: string, description = described.get(about) ?? '') =>
    rule.meta(ruleMeta(description)).optional();
  /** Only as a whole: a mapping of patterns is refused. */
  const whole = (about: string, description = described.get(about) ?? '') =>
    action.meta(ruleMeta(description)).optional();
  const byTool = z
    .object({
      '*': anyUse('*', 'Everything that no later rule is about.'),
      read: anyUse('read'),
      edit: anyUse('edit'),
      glob: anyUse('glob'),
      grep: anyUse('grep'),
      list: anyUse('list', 'Listing folders.'),
      bash: anyUse('bash'),
      task: anyUse('task'),
      external_directory: anyUse('external_directory', 'Paths outside the project.'),
      question: whole('question'),
      webfetch: whole('webfetch'),
      websearch: whole('websearch'),
      lsp: anyUse('lsp', 'Language servers.'),
      doom_loop: whole('doom_loop', 'Repeating the same call again and again.'),
      skill: anyUse('skill'),
    })
    .catchall(rule);
  return orNull(z.union([z.enum(ACTIONS), byTool]));
}

const toolFlags = z
  .object(
    Object.fromEntries(
      OPENCODE_TOOLS.map(({ value, description }) => [value, z.boolean().meta({ description }).optional()]),
    ),
  )
  .catchall(z.boolean());

export function createV1Fields({ documented, measured, onInvalid, takesNull, models }: IndexedRuntime) {
  const orNull = <T extends z.ZodType>(schema: T) => (takesNull ? schema.nullable() : schema);
  const empty = takesNull ? 'an empty value counts as none' : `an empty value is refused`;
  return {
    description: {
      role: 'description',
      schema: orNull(z.string()),
      shape: 'a string',
      onInvalid,
      description: 'What the agent does and when to use it. Other agents read it to decide whom to start.',
      snippet: '${1:Use this agent when …}',
      evidence: [documented('required'), measured(`loads without it; a number or a date is refused, and ${empty}`)],
    },
    mode: {
      schema: modeSchema,
      shape: '`primary`, `subagent` or `all`',
      onInvalid,
      description: 'Who talks to the agent. In a folder of modes it is always `primary`.',
      default: '`all`',
      values: MODES,
      snippet: '${1|subagent,primary,all|}',
      evidence: [documented('primary, subagent or all'), measured('case counts; an empty value is refused')],
    },
    model: {
      role: 'model',
      schema: orNull(z.string()),
      shape: 'a string such as `anthropic/claude-sonnet-4-5`',
      onInvalid,
      description:
        'The model the agent runs on: its provider, a slash, and its id. Without the slash, it counts as a provider alone.',
      default: 'the model of the session',
      values: models,
      snippet: '${1:anthropic/claude-sonnet-4-5}',
      evidence: [documented('provider/model-id'), measured('`sonnet` becomes a provider with an empty model')],
    },
    variant: {
      role: 'effort',
      schema: orNull(z.string()),
      shape: 'a string',
      onInvalid,
      description: 'The variant of the model, such as how much it reasons. Counts only with the agent’s own model.',
      snippet: '${1:high}',
      evidence: [measured('any string; a number is refused')],
    },
    permission: {
      role: 'tools.allow',
      schema: permissionSchema(takesNull),
      shape: '`allow`, `ask` or `deny`, or a mapping of tools to these or to patterns with one each',
      onInvalid,
      description:
        'What the agent may do: a tool, or a pattern of its uses, with `allow`, `ask` or `deny`. The last matching rule counts, so put `"*"` first. `edit` covers `write` and `patch`.',
      default: 'what the configuration allows',
      values: [
        { value: 'allow', description: 'Everything, without asking.' },
        { value: 'ask', description: 'Everything, after asking the user.' },
        { value: 'deny', description: 'Nothing.' },
      ],
      snippet: '\n  ${1:edit}: ${2|deny,ask,allow|}',
      evidence: [
        documented('the last matching rule wins'),
        measured('`write`, `patch` and `Edit` are accepted and restrict nothing'),
      ],
    },
    tools: {
      role: 'tools.allow',
      schema: toolFlags,
      shape: 'a mapping of tool names to `true` or `false`',
      onInvalid,
      description: 'Older form of `permission`: a tool with `true` or `false`. `write`, `edit` and `patch` are one.',
      default: 'every tool',
      snippet: '\n  ${1:edit}: ${2|false,true|}',
      evidence: [documented('deprecated'), measured('a list, a string or an empty value is refused')],
    },
    temperature: {
      role: 'temperature',
      schema: orNull(z.number()),
      shape: 'a number',
      onInvalid,
      description: 'How much the answers vary.',
      default: 'that of the model',
      snippet: '${1:0.1}',
      evidence: [measured(`any finite number; a string is refused, and ${empty}`)],
    },
    top_p: {
      schema: orNull(z.number()),
      shape: 'a number',
      onInvalid,
      description: 'How many of the likeliest words the model chooses from.',
      default: 'that of the model',
      snippet: '${1:0.9}',
      evidence: [measured(`any finite number; a string is refused, and ${empty}`)],
    },
    steps: {
      role: 'turns',
      schema: orNull(stepsSchema),
      shape: 'a whole number above 0',
      onInvalid,
      description: 'How many turns the agent takes before it has to answer in words.',
      default: 'unlimited',
      snippet: '${1:20}',
      evidence: [documented('at most so many turns'), measured('0, a fraction or a string is refused')],
    },
    maxSteps: {
      role: 'turns',
      schema: stepsSchema,
      shape: 'a whole number above 0',
      onInvalid,
      description: 'Older name of `steps`, which counts where both are written.',
      evidence: [documented('deprecated'), measured('counts where `steps` is missing')],
    },
    color: {
      role: 'color',
      schema: colorSchema,
      shape: '`"#rrggbb"` in quotes, or a color of the theme such as `accent`',
      onInvalid,
      description:
        'The color the agent is shown in. Put quotes around `"#ff5733"`: what follows a bare `#` is a comment.',
      values: THEME_COLORS.map((value) => ({ value, description: `The color ${value} of the theme.` })),
      snippet: '${1:accent}',
      evidence: [documented('hex or a theme color'), measured('`blue`, `"#0af"` and an empty value are refused')],
    },
    hidden: {
      schema: z.boolean(),
      shape: '`true` or `false`',
      onInvalid,
      description: 'Keeps the agent out of the `@` menu.',
      default: '`false`',
      values: FLAGS,
      snippet: '${1|true,false|}',
      evidence: [documented('for subagents'), measured('`"true"` in quotes is refused')],
    },
    disable: {
      schema: z.boolean(),
      shape: '`true` or `false`',
      onInvalid,
      description: 'Turns the agent off.',
      default: '`false`',
      values: FLAGS,
      snippet: '${1|true,false|}',
      evidence: [documented('true turns it off'), measured('`"true"` in quotes is refused')],
    },
    name: {
      role: 'name',
      schema: z.string(),
      shape: 'a string',
      onInvalid,
      description: 'What the agent is called by, in place of its path below the folder.',
      default: 'the path below the folder, without `.md`',
      undocumented: true,
      snippet: '${1:reviewer}',
      evidence: [measured('any string, an empty one too; a number, a list or a mapping is refused')],
    },
    prompt: {
      schema: z.unknown(),
      shape: 'nothing in a Markdown file',
      onInvalid: 'ignores it',
      description: 'Has no effect in a Markdown file: its body is the prompt.',
      evidence: [measured('replaced by the body, even by an empty one')],
    },
    options: {
      schema: z.record(z.string(), z.unknown()),
      shape: 'a mapping',
      onInvalid,
      description: 'Options sent to the provider of the model. Unknown keys of the file are put in here too.',
      snippet: '\n  ${1:reasoningEffort}: ${2:high}',
      evidence: [documented('passed through to the provider'), measured('a string or a list is refused')],
    },
  } satisfies Record<string, Declaration>;
}
