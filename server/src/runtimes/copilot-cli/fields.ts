// The fields of a Copilot CLI agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type FieldMeta } from '../fields.ts';
import { announced, documented, measured } from './evidence.ts';
import { COPILOT_MODELS } from './models.ts';

type Declaration = FieldMeta & { readonly schema: z.ZodType };

const REJECTS = 'rejects the file';

const strings = z.array(z.string());

/** Measured: only what is listed is checked, and everything is needed but `type` of a local server. */
const localServer = z.looseObject({
  type: z.enum(['local', 'stdio']).optional(),
  command: z.string(),
  args: strings,
  tools: strings,
});
const remoteServer = z.looseObject({ type: z.enum(['http', 'sse']), url: z.string(), tools: strings });

const flags = [
  { value: 'true', description: 'Yes.' },
  { value: 'false', description: 'No.' },
];

const shown = {
  name: {
    role: 'label',
    schema: z.string(),
    shape: 'a string',
    onInvalid: REJECTS,
    description:
      'The name shown to people. The agent is called by its file name: `team/reviewer.agent.md` is `team--reviewer`.',
    default: 'the file name',
    snippet: '${1:My Agent}',
    evidence: [documented('display name, optional'), measured('a number, a boolean, a list or null rejects the file')],
  },
  description: {
    role: 'description',
    schema: z.string(),
    shape: 'a string',
    onInvalid: REJECTS,
    description: 'What the agent does and when to use it. The main agent reads it to decide whom to delegate to.',
    required: true,
    snippet: '${1:Use this agent when …}',
    evidence: [
      documented('required'),
      measured('without it the file is rejected; "" loads, a number or null does not'),
    ],
  },
} satisfies Record<string, Declaration>;

const powers = {
  tools: {
    role: 'tools.allow',
    schema: z.union([z.string(), strings]),
    shape: 'a list of tool names, or one string of names with commas between them',
    onInvalid: REJECTS,
    description:
      'The tools the agent may use: `read`, `edit`, `search`, `execute`, `agent`, `web`, `todo`, names of single tools, or `server/tool` and `server/*` for MCP servers. `*` means all of them. Names it does not know give nothing, without a warning.',
    default: 'every tool of the session',
    snippet: "[${1:'read', 'search'}]",
    evidence: [
      documented('list or comma-separated string; [] for none; unknown names are ignored'),
      measured('case does not count; names with spaces between them are one unknown name; null rejects the file'),
    ],
  },
  model: {
    role: 'model',
    schema: z.union([z.string(), strings]),
    shape: 'a string, or a list of strings',
    onInvalid: REJECTS,
    description: 'The model the agent runs on. Of a list, the first available one. Any string is accepted.',
    default: 'the model of the session',
    values: COPILOT_MODELS,
    snippet: '${1:claude-sonnet-4.5}',
    evidence: [
      announced('a list since 1.0.83; names as VS Code shows them since 1.0.24'),
      measured('a number, a mapping or null rejects the file; `models` is an unknown field'),
    ],
  },
  'mcp-servers': {
    role: 'mcp',
    schema: z.record(z.string(), z.union([localServer, remoteServer])).nullable(),
    shape: 'a mapping of server names to their settings',
    onInvalid: REJECTS,
    description:
      'MCP servers for this agent. Every server needs `tools`, one that runs here also `command` and `args`, a remote one `type` and `url`.',
    default: 'the servers of the session',
    snippet:
      '\n  ${1:server}:\n    type: local\n    command: ${2:npx}\n    args: [${3:"-y", "package"}]\n    tools: ["*"]',
    evidence: [measured('a server without tools, or a local one without args, rejects the file; null is accepted')],
  },
  skills: {
    role: 'skills',
    schema: strings,
    shape: 'a list of skill names',
    onInvalid: REJECTS,
    description: 'Skills whose text is loaded into the agent at the start.',
    default: 'none preloaded',
    since: '1.0.22',
    snippet: '\n  - ${1:skill-name}',
    evidence: [announced('since 1.0.22'), measured('a string, null or a list with a number rejects the file')],
  },
  hooks: {
    role: 'hooks',
    schema: z.record(z.string(), z.unknown()).nullable(),
    shape: 'a mapping',
    onInvalid: REJECTS,
    description: 'Hooks that run while the agent does.',
    default: 'none',
    undocumented: true,
    snippet: '\n  ${1:preToolUse}:\n    - type: command\n      bash: ${2:./check.sh}',
    evidence: [measured('a string rejects the file; what is inside is not checked when the file loads')],
  },
  github: {
    schema: z.unknown(),
    shape: 'a mapping',
    onInvalid: REJECTS,
    description: 'What the agent may do on GitHub.',
    default: 'the settings of the session',
    undocumented: true,
    evidence: [measured('accepted; what is inside is not checked when the file loads')],
  },
} satisfies Record<string, Declaration>;

const use = {
  'disable-model-invocation': {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: REJECTS,
    description: 'Whether the main agent must not start this agent by itself.',
    default: '`false`',
    values: flags,
    snippet: '${1|true,false|}',
    evidence: [
      documented('wins over infer'),
      measured('a string such as "true" or yes, a number or null rejects the file'),
    ],
  },
  'user-invocable': {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: REJECTS,
    description: 'Whether people can choose the agent.',
    default: '`true`',
    values: flags,
    snippet: '${1|true,false|}',
    evidence: [
      documented('default true'),
      measured('a string such as "false" or off, a number or null rejects the file'),
    ],
  },
  infer: {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: REJECTS,
    description:
      'Whether the main agent may start this agent by itself. Retired: use `disable-model-invocation` and `user-invocable`.',
    default: '`true`',
    values: flags,
    snippet: '${1|true,false|}',
    evidence: [documented('retired'), measured('still read; anything but a boolean rejects the file')],
  },
  'include-custom-instructions': {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: REJECTS,
    description: 'Whether the custom instructions of the repository are part of the prompt.',
    default: '`false`',
    values: flags,
    snippet: '${1|true,false|}',
    evidence: [documented('default false'), measured('anything but a boolean rejects the file')],
  },
  'reasoning-effort': {
    role: 'effort',
    schema: z.unknown(),
    shape: '`low`, `medium`, `high` or `xhigh`',
    onInvalid: 'is not known to do anything',
    description: 'How much the model thinks. Written with a hyphen: `reasoningEffort` is unknown.',
    default: 'the effort of the session',
    since: '1.0.66',
    values: ['low', 'medium', 'high', 'xhigh'].map((value) => ({ value, description: `The level ${value}.` })),
    snippet: '${1|low,medium,high,xhigh|}',
    evidence: [announced('since 1.0.66'), measured('reasoningEffort is ignored with a warning')],
  },
  'model-policy': {
    schema: z.unknown(),
    shape: '`preferred` or `required`',
    onInvalid: 'is not known to do anything',
    description: 'Whether another model may run where the one of `model` is not available.',
    default: '`preferred`',
    values: [
      { value: 'preferred', description: 'Another model may run.' },
      { value: 'required', description: 'No other model may run.' },
    ],
    snippet: '${1|preferred,required|}',
    evidence: [announced('no effect without model'), measured('modelPolicy is ignored with a warning')],
  },
  'deferred-tool-loading': {
    schema: z.unknown(),
    shape: '`true` or `false`',
    onInvalid: 'is not known to do anything',
    description: 'Whether tools are loaded only when the agent looks for them.',
    default: 'the setting of the session',
    since: '1.0.52',
    values: flags,
    snippet: '${1|true,false|}',
    evidence: [announced('since 1.0.52')],
  },
} satisfies Record<string, Declaration>;

export const copilotFields = createFieldTable({ ...shown, ...powers, ...use });
