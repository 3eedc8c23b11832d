// The fields of a Qwen Code agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type FieldMeta } from '../fields.ts';
import { documented, measured } from './evidence.ts';
import { isModel, QWEN_MODELS } from './models.ts';
import { nameFault } from './names.ts';
import { textOf } from './values.ts';

type Declaration = FieldMeta & { readonly schema: z.ZodType };

const SKIPS = 'skips the file';
const IGNORES = 'ignores it';

const COLORS = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan', 'auto'] as const;

const described = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([value, description]) => ({ value, description }));

const asText = (fits: (text: string) => boolean) =>
  z.unknown().refine((value) => {
    const text = textOf(value);
    return text !== null && fits(text);
  });

/** Measured: infinity is a number, and what is not a number is not an integer. */
const number = z.custom<number>((value) => typeof value === 'number', 'a number');
const positiveInteger = number.refine((value) => Number.isInteger(value) && value > 0, 'a positive integer');
const numeric = z.union([
  positiveInteger,
  z.string().refine((text) => text !== '' && Number.isInteger(Number(text)) && Number(text) > 0),
]);

const toolNames = z.union([z.string(), z.array(z.string().refine((name) => name.trim() !== '', 'the name of a tool'))]);

const identity = {
  name: {
    role: 'name',
    schema: asText((text) => nameFault(text) === null),
    shape: 'two to 50 letters, digits, hyphens and underscores',
    onInvalid: SKIPS,
    description:
      'What the agent is called. Two to 50 letters of any script, digits, hyphens and underscores, with a letter or a digit at both ends. `self`, `system`, `user`, `model`, `tool`, `config`, `default` and `main` are reserved.',
    required: true,
    snippet: '${1:my-agent}',
    evidence: [documented('lowercase is recommended'), measured('anything else skips the file; upper case loads')],
  },
  description: {
    role: 'description',
    schema: asText((text) => text.trim() !== ''),
    shape: 'a string that is not empty',
    onInvalid: SKIPS,
    description: 'When to use the agent. The main agent reads it to decide whom to delegate to.',
    required: true,
    snippet: '${1:Use this agent when …}',
    evidence: [measured('a number or a boolean becomes a string; null, "" or a mapping skips the file')],
  },
} satisfies Record<string, Declaration>;

const powers = {
  tools: {
    role: 'tools.allow',
    schema: toolNames,
    shape: 'a list of tool names, or one string of names with commas between them',
    onInvalid: 'gives the agent every tool',
    description:
      'The tools the agent may use, by Qwen Code’s own names: `read_file`, `run_shell_command`, `mcp__server__tool`, or as it shows them: `ReadFile`, `Shell`. Names it does not know give nothing, without a warning; an empty list gives every tool.',
    default: 'every tool of the session',
    snippet: '\n  - ${1:read_file}',
    evidence: [
      measured('`Read, Grep, Bash` gives `grep_search` alone'),
      measured('`[]`, `[3]`, `3`, `true` and a mapping give every tool'),
    ],
  },
  disallowedTools: {
    role: 'tools.deny',
    schema: toolNames,
    shape: 'a list of tool names, or one string of names with commas between them',
    onInvalid: 'takes nothing away',
    description: 'Tools the agent does not get, by the same names as in `tools`.',
    default: 'none',
    snippet: '\n  - ${1:write_file}',
    evidence: [measured('`glob, edit` takes both; a name it does not know takes nothing')],
  },
  model: {
    role: 'model',
    schema: asText((text) => text === '' || isModel(text)),
    shape: 'a string',
    onInvalid: SKIPS,
    description:
      'The model the agent runs on: `inherit`, `fast`, the id of a model, or `provider:model`. Any string goes to the provider as it is, `sonnet` too.',
    default: 'the model of the session',
    values: QWEN_MODELS,
    snippet: '${1:inherit}',
    evidence: [measured('`openai:` without a model skips the file; a number or a list becomes a string')],
  },
  approvalMode: {
    role: 'approval',
    schema: z.union([z.literal(''), z.enum(['plan', 'default', 'auto-edit', 'auto', 'yolo', 'bubble'])]),
    shape: '`plan`, `default`, `auto-edit`, `auto`, `yolo` or `bubble`',
    onInvalid: SKIPS,
    description: 'What the agent may do without asking. Wins over `permissionMode`.',
    default: 'the mode of the session',
    values: described({
      plan: 'Plans and changes nothing.',
      default: 'Asks before it changes files or runs commands.',
      'auto-edit': 'Changes files without asking.',
      auto: 'Decides by itself what needs asking.',
      yolo: 'Never asks.',
      bubble: 'Hands every question to the main session.',
    }),
    snippet: '${1|default,plan,auto-edit,auto,yolo,bubble|}',
    evidence: [measured('any other value skips the file')],
  },
  permissionMode: {
    role: 'approval',
    schema: z.enum(['acceptEdits', 'auto', 'bypassPermissions', 'default', 'dontAsk', 'plan']),
    shape: '`acceptEdits`, `auto`, `bypassPermissions`, `default`, `dontAsk` or `plan`',
    onInvalid: IGNORES,
    description: 'The mode by Claude Code’s names, where `approvalMode` says nothing.',
    default: 'the mode of the session',
    values: described({
      default: 'As `approvalMode: default`.',
      plan: 'As `approvalMode: plan`.',
      acceptEdits: 'As `approvalMode: auto-edit`.',
      auto: 'As `approvalMode: auto-edit`.',
      bypassPermissions: 'As `approvalMode: yolo`.',
      dontAsk: 'As `approvalMode: default`.',
    }),
    snippet: '${1|default,plan,acceptEdits,auto,bypassPermissions,dontAsk|}',
    evidence: [measured('another value is dropped')],
  },
  mcpServers: {
    role: 'mcp',
    schema: z.record(z.string(), z.record(z.string(), z.unknown())),
    shape: 'a mapping of server names to their settings',
    onInvalid: IGNORES,
    description: 'MCP servers for this agent. A list of names, as Claude Code takes it, is ignored.',
    default: 'the servers of the session',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}',
    evidence: [measured('a list or a string is dropped; what is inside is not checked when the file loads')],
  },
  hooks: {
    role: 'hooks',
    schema: z.record(z.string(), z.array(z.unknown())),
    shape: 'a mapping of events to lists',
    onInvalid: IGNORES,
    description: 'Hooks that run while the agent does, written as in Claude Code.',
    default: 'none',
    snippet:
      '\n  ${1:PreToolUse}:\n    - matcher: ${2:run_shell_command}\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
    evidence: [measured('an event without a list is dropped; names of events are not checked')],
  },
} satisfies Record<string, Declaration>;

const run = {
  maxTurns: {
    role: 'turns',
    schema: numeric,
    shape: 'a positive integer',
    onInvalid: IGNORES,
    description: 'How many turns the agent may take. Wins over `runConfig.max_turns`.',
    default: 'no limit',
    snippet: '${1:30}',
    evidence: [measured('"5" and 1e2 count; 0, -1, 1.5 and ten are dropped')],
  },
  runConfig: {
    schema: z.looseObject({
      max_time_minutes: number
        .refine((value) => !(value <= 0), 'a positive number')
        .optional()
        .describe('How many minutes the agent may run.'),
      max_turns: positiveInteger.optional().describe('How many turns the agent may take.'),
    }),
    shape: 'a mapping with `max_time_minutes` and `max_turns`',
    onInvalid: SKIPS,
    description: 'How long the agent may run: `max_time_minutes`, and `max_turns` as an integer.',
    default: 'no limits',
    snippet: '\n  max_time_minutes: ${1:10}\n  max_turns: ${2:30}',
    evidence: [measured('0, -1, 1.5 turns or "5" inside skips the file; anything but a mapping is ignored')],
  },
  background: {
    role: 'background',
    schema: z.union([z.boolean(), z.enum(['true', 'false'])]),
    shape: '`true` or `false`',
    onInvalid: IGNORES,
    description: 'Whether the agent runs in the background.',
    default: '`false`',
    values: described({ true: 'In the background.', false: 'In the foreground.' }),
    snippet: '${1|true,false|}',
    evidence: [measured('1, yes and every other value are ignored')],
  },
  color: {
    role: 'color',
    schema: z.enum(COLORS),
    shape: `${COLORS.slice(0, -1)
      .map((name) => `\`${name}\``)
      .join(', ')} or \`auto\``,
    onInvalid: IGNORES,
    description: 'The color the agent is shown in.',
    default: '`auto`',
    values: COLORS.map((value) => {
      return { value, description: value === 'auto' ? 'Qwen Code chooses.' : `Shown in ${value}.` };
    }),
    snippet: `\${1|${COLORS.join(',')}|}`,
    evidence: [measured('another value is dropped')],
  },
  executor: {
    schema: z.looseObject({
      kind: z.enum(['acp', 'codex']).describe('How Qwen Code talks to the program.'),
      command: z
        .string()
        .refine((text) => text.trim() !== '', 'the name of a program')
        .describe('The program to start.'),
      args: z.array(z.string()).optional().describe('What the program is started with.'),
    }),
    shape: 'a mapping with `kind` (`acp` or `codex`), `command` and `args`',
    onInvalid: SKIPS,
    description: 'A program that runs the agent in place of Qwen Code itself.',
    default: 'Qwen Code runs the agent',
    snippet: '\n  kind: ${1|acp,codex|}\n  command: ${2:my-agent}',
    evidence: [measured('an invalid or empty executor skips the file, and so does any YAML fault behind it')],
  },
  modelConfig: {
    schema: z.looseObject({ model: z.string().optional().describe('The model the agent runs on.') }),
    shape: 'a mapping with `model`',
    onInvalid: IGNORES,
    description: 'The older way to write `model`, which wins over it.',
    default: 'the model of the session',
    snippet: '\n  model: ${1:inherit}',
    evidence: [measured('`modelConfig.model` counts where `model` is missing; every other key in it is ignored')],
  },
} satisfies Record<string, Declaration>;

export const qwenFields = createFieldTable({ ...identity, ...powers, ...run });
