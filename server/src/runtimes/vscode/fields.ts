// The fields of a VS Code agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type Evidence, type FieldMeta } from '../fields.ts';
import { EVIDENCE } from './evidence.ts';
import { VSCODE_MODELS } from './models.ts';

const PAGE = 'https://code.visualstudio.com/docs/copilot/customization/custom-agents';

function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: PAGE, verifiedOn: '2026-07-29' };
}

function measured(detail: string): Evidence {
  return { source: 'measured', detail: `VS Code ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}

const IGNORES = 'marks it as an error and ignores it';
const nonEmpty = z.string().min(1);
const stringOrStrings = z.union([nonEmpty, z.array(z.string()).min(1)]);
const toolList = z.union([z.string(), z.array(z.string())]);

const handoff = z.object({
  label: nonEmpty,
  agent: nonEmpty,
  prompt: z.string(),
  send: z.boolean().optional(),
  showContinueOn: z.boolean().optional(),
  model: z.string().optional(),
});

const BOOLEANS = [
  { value: 'true', description: 'Yes.' },
  { value: 'false', description: 'No.' },
] as const;

const TARGETS = [
  { value: 'vscode', description: 'VS Code only.' },
  { value: 'github-copilot', description: 'The Copilot coding agent and Copilot CLI only.' },
] as const;

const fields = {
  name: {
    role: 'name',
    schema: nonEmpty,
    shape: 'a string that is not empty',
    onInvalid: IGNORES,
    description: 'What the agent is called. Handoffs and `agents` name it by this.',
    default: 'the name of the file',
    snippet: '${1:My Agent}',
    evidence: [documented('optional; defaults to the name of the file')],
  },
  description: {
    role: 'description',
    schema: nonEmpty,
    shape: 'a string that is not empty',
    onInvalid: IGNORES,
    description: 'What the agent is for. Shown in the chat input, and read by agents that choose whom to delegate to.',
    snippet: '${1:Use this agent when …}',
    evidence: [measured('a missing description is never reported')],
  },
  'argument-hint': {
    schema: nonEmpty,
    shape: 'a string that is not empty',
    onInvalid: IGNORES,
    description: 'A hint shown in the chat input when the agent is chosen.',
    snippet: '${1:what to work on}',
    evidence: [documented('hint text')],
  },
  tools: {
    role: 'tools.allow',
    schema: toolList,
    shape: 'a list or a comma-separated string of tool names',
    onInvalid: IGNORES,
    description:
      'The tools the agent may use: tool sets such as `read`, single tools such as `edit/editFiles`, and those of MCP servers as `server/tool` or `server/*`. Unknown names are ignored.',
    default: 'every tool',
    snippet: "['${1:read}', '${2:search}']",
    evidence: [measured('[] gives no tools; unknown names are ignored')],
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
    schema: z.string(),
    shape: '`low`, `medium`, `high`, `xhigh` or `max`',
    onInvalid: 'does not check it',
    description: 'How much the model reasons.',
    values: ['low', 'medium', 'high', 'xhigh', 'max'].map((value) => ({ value, description: `Effort: ${value}.` })),
    snippet: '${1|low,medium,high,xhigh,max|}',
    evidence: [measured('offered; any value is accepted')],
  },
  agents: {
    schema: z.array(z.string()),
    shape: 'a list of agent names, `*` for all',
    onInvalid: IGNORES,
    description: 'The agents it may start. Needs the `agent` tool.',
    default: 'all',
    snippet: "['${1:reviewer}']",
    evidence: [documented('list of names, * or []')],
  },
  handoffs: {
    schema: z.array(handoff),
    shape: 'a list of items with `label`, `agent` and `prompt`',
    onInvalid: 'leaves out the handoff',
    description: 'Buttons shown after an answer that hand the conversation to another agent.',
    snippet:
      '\n  - label: ${1:Start Implementation}\n    agent: ${2:implementer}\n    prompt: ${3:Implement the plan.}',
    evidence: [measured('an item without label, agent or prompt is not shown')],
  },
  target: {
    schema: z.enum(['vscode', 'github-copilot']),
    shape: '`vscode` or `github-copilot`',
    onInvalid: IGNORES,
    description: 'Where the agent is meant to run.',
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
    evidence: [measured('unquoted true or false only')],
  },
  'disable-model-invocation': {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: IGNORES,
    description: 'Keeps other agents from starting this one.',
    default: '`false`',
    values: BOOLEANS,
    snippet: '${1|true,false|}',
    evidence: [measured('unquoted true or false only')],
  },
  infer: {
    schema: z.boolean(),
    shape: '`true` or `false`',
    onInvalid: IGNORES,
    description: 'Deprecated: use `user-invocable` and `disable-model-invocation`.',
    evidence: [measured('reported as deprecated')],
  },
  'mcp-servers': {
    role: 'mcp',
    schema: z.record(z.string(), z.unknown()),
    shape: 'a mapping of server names to their settings',
    onInvalid: 'ignores it',
    description: 'MCP servers for the Copilot coding agent. VS Code itself ignores them.',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}',
    evidence: [measured('ignored when running locally')],
  },
  hooks: {
    role: 'hooks',
    schema: z.record(z.string(), z.unknown()),
    shape: 'a mapping of events to lists of commands',
    onInvalid: IGNORES,
    description: 'Commands that run on events of the session.',
    snippet: '\n  ${1:SessionStart}:\n    - type: command\n      command: ${2:echo start}',
    evidence: [measured('must be a mapping')],
  },
  github: {
    schema: z.record(z.string(), z.unknown()),
    shape: 'a mapping with `permissions`',
    onInvalid: IGNORES,
    description: 'Permissions of the Copilot coding agent on GitHub.',
    evidence: [measured('a mapping with permissions')],
  },
  advancedOptions: {
    schema: z.record(z.string(), z.unknown()),
    shape: 'a mapping',
    onInvalid: 'ignores it',
    description: 'Undocumented options.',
    undocumented: true,
    evidence: [measured('recognized')],
  },
} satisfies Record<string, FieldMeta & { readonly schema: z.ZodType }>;

export const vscodeFields = createFieldTable(fields);
/** Read by GitHub, and no mistake in a file that VS Code reads too. */
export const GITHUB_FIELDS: ReadonlySet<string> = new Set([
  'metadata',
  'skills',
  'model-policy',
  'deferred-tool-loading',
]);
