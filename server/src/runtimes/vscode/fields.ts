// The fields of a VS Code agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type Evidence, type FieldMeta } from '../fields.ts';
import { EVIDENCE } from './evidence.ts';
import { VSCODE_MODELS } from './models.ts';
import { filled, githubSchema, handoffSchema, scalar, stringOrStrings, toolList } from './shapes.ts';

type Declaration = FieldMeta & { readonly schema: z.ZodType };

const PAGE = 'https://code.visualstudio.com/docs/copilot/customization/custom-agents';

function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: PAGE, verifiedOn: '2026-07-29' };
}

function measured(detail: string): Evidence {
  return { source: 'measured', detail: `VS Code ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}

const IGNORES = 'marks it as an error and ignores it';

const BOOLEANS = [
  { value: 'true', description: 'Yes.' },
  { value: 'false', description: 'No.' },
] as const;

const TARGETS = [
  { value: 'vscode', description: 'VS Code only.' },
  { value: 'github-copilot', description: 'The Copilot coding agent and Copilot CLI only.' },
] as const;

const shown = {
  name: {
    role: 'name',
    schema: filled,
    shape: 'a string that is not empty',
    onInvalid: IGNORES,
    description: 'What the agent is called. Handoffs and `agents` refer to it by this name.',
    default: 'the name of the file',
    snippet: '${1:My Agent}',
    evidence: [documented('optional; defaults to the name of the file')],
  },
  description: {
    role: 'description',
    schema: filled,
    shape: 'a string that is not empty',
    onInvalid: IGNORES,
    description: 'What the agent is for. Shown in the chat input, and read by agents that choose whom to delegate to.',
    snippet: '${1:Use this agent when …}',
    evidence: [measured('a missing description is never reported')],
  },
  'argument-hint': {
    schema: filled,
    shape: 'a string that is not empty',
    onInvalid: IGNORES,
    description: 'A hint shown in the chat input when the agent is chosen.',
    snippet: '${1:what to work on}',
    evidence: [documented('hint text')],
  },
} satisfies Record<string, Declaration>;

const powers = {
  tools: {
    role: 'tools.allow',
    schema: toolList,
    shape: 'a list or a comma-separated string of tool names',
    onInvalid: 'marks it as an error and gives the agent every tool',
    description:
      'The tools the agent may use: tool sets such as `read`, single tools such as `edit/editFiles`, and those of MCP servers as `server/tool` or `server/*`. Unknown names are ignored.',
    default: 'every tool',
    snippet: "['${1:read}', '${2:search}']",
    evidence: [
      measured('[] and an empty value give no tools; a mapping gives every tool; unknown names are ignored'),
      measured('names without their set, and those of earlier versions, still work and are marked as renamed'),
    ],
  },
  model: {
    role: 'model',
    schema: stringOrStrings,
    shape: 'the name of a model, or a list of names',
    onInvalid: IGNORES,
    description: 'The model, as the picker shows it: `Name (vendor)`. Of a list, the first that is available is used.',
    default: 'the model of the session',
    values: VSCODE_MODELS,
    snippet: '${1:Claude Sonnet 4.5 (copilot)}',
    evidence: [documented('string or list; the first available one')],
  },
  'reasoning-effort': {
    role: 'effort',
    schema: z.unknown(),
    shape: '`low`, `medium`, `high`, `xhigh` or `max`',
    onInvalid: 'does not check it',
    description: 'How much the model reasons.',
    values: ['low', 'medium', 'high', 'xhigh', 'max'].map((value) => ({ value, description: `Effort: ${value}.` })),
    snippet: '${1|low,medium,high,xhigh,max|}',
    evidence: [measured('offered; any value is accepted')],
  },
  agents: {
    schema: z.array(scalar),
    shape: 'a list of agent names, `*` for all',
    onInvalid: IGNORES,
    description: 'The agents it may start. Where `tools` is written, it needs the `agent` tool there.',
    default: 'all',
    snippet: "['${1:reviewer}']",
    evidence: [documented('list of names, * or []'), measured('names of agents that do not exist are ignored')],
  },
  handoffs: {
    schema: z.array(handoffSchema),
    shape: 'a list of items with `label`, `agent` and `prompt`',
    onInvalid: 'leaves out the handoff',
    description: 'Buttons shown after an answer that hand the conversation to another agent.',
    snippet:
      '\n  - label: ${1:Start Implementation}\n    agent: ${2:implementer}\n    prompt: ${3:Implement the plan.}',
    evidence: [measured('an item without label, agent or prompt is not shown')],
  },
  hooks: {
    role: 'hooks',
    schema: z.record(z.string(), z.unknown()),
    shape: 'a mapping of events to lists of commands',
    onInvalid: IGNORES,
    description: 'Commands that run on events of the session.',
    snippet: '\n  ${1:SessionStart}:\n    - type: command\n      command: ${2:echo start}',
    evidence: [measured('a mapping of known events; a command without `type` runs all the same')],
  },
} satisfies Record<string, Declaration>;

const use = {
  target: {
    schema: z.enum(['vscode', 'github-copilot']),
    shape: '`vscode` or `github-copilot`',
    onInvalid: IGNORES,
    description: 'Where the agent is meant to run. It decides which of the other fields count.',
    default: 'both',
    values: TARGETS,
    snippet: '${1|vscode,github-copilot|}',
    evidence: [documented('vscode or github-copilot')],
  },
  'user-invocable': {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: IGNORES,
    description: 'Whether people can choose the agent.',
    default: '`true`',
    values: BOOLEANS,
    snippet: '${1|true,false|}',
    evidence: [measured('quoted words are marked as an error, and count all the same')],
  },
  'disable-model-invocation': {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: IGNORES,
    description: 'Keeps other agents from starting this one.',
    default: '`false`',
    values: BOOLEANS,
    snippet: '${1|true,false|}',
    evidence: [measured('quoted words are marked as an error, and count all the same')],
  },
  infer: {
    schema: z.unknown(),
    shape: '`true` or `false`',
    onInvalid: IGNORES,
    description: 'Deprecated: use `user-invocable` and `disable-model-invocation`.',
    evidence: [measured('marked as deprecated; where it is written, `disable-model-invocation` does not count')],
  },
} satisfies Record<string, Declaration>;

const github = {
  'mcp-servers': {
    role: 'mcp',
    schema: z.unknown(),
    shape: 'a mapping of server names to their settings',
    onInvalid: 'ignores it',
    description: 'MCP servers for the Copilot coding agent. VS Code itself ignores them.',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}',
    evidence: [measured('ignored when running locally')],
  },
  github: {
    schema: githubSchema,
    shape: 'a mapping with `permissions`',
    onInvalid: IGNORES,
    description: 'Permissions of the Copilot coding agent on GitHub.',
    evidence: [measured('only `permissions`, with known scopes and values')],
  },
  advancedOptions: {
    schema: z.unknown(),
    shape: 'a mapping',
    onInvalid: 'ignores it',
    description: 'Undocumented options.',
    undocumented: true,
    evidence: [measured('recognized')],
  },
} satisfies Record<string, Declaration>;

export const vscodeFields = createFieldTable({ ...shown, ...powers, ...use, ...github });
