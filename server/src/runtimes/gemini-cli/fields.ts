// The fields of a Gemini CLI agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type Evidence, type FieldMeta } from '../fields.ts';
import { auth } from './auth.ts';
import { EVIDENCE } from './evidence.ts';
import { GEMINI_MODELS } from './models.ts';
import { isToolName } from './tools.ts';

const PAGE = 'https://github.com/google-gemini/gemini-cli/blob/main/docs/core/subagents.md';

function documented(detail: string): Evidence {
  return { source: 'documentation', detail, url: PAGE, verifiedOn: '2026-08-21' };
}

function measured(detail: string): Evidence {
  return { source: 'measured', detail: `Gemini CLI ${EVIDENCE.version}: ${detail}`, verifiedOn: EVIDENCE.on };
}

type Declaration = FieldMeta & { readonly schema: z.ZodType };

const REJECTS = 'rejects the file';

/** Measured: infinity is a number, and what is not a number is not. */
const number = z.custom<number>((value) => typeof value === 'number' && !Number.isNaN(value));
const positiveInteger = number.refine((value) => Number.isInteger(value) && value > 0);
const strings = z.array(z.string());
const stringMap = z.record(z.string(), z.string());

const server = z.object({
  command: z.string().optional(),
  args: strings.optional(),
  env: stringMap.optional(),
  cwd: z.string().optional(),
  url: z.string().optional(),
  http_url: z.string().optional(),
  headers: stringMap.optional(),
  tcp: z.string().optional(),
  type: z.enum(['sse', 'http']).optional(),
  timeout: number.optional(),
  trust: z.boolean().optional(),
  description: z.string().optional(),
  include_tools: strings.optional(),
  exclude_tools: strings.optional(),
  auth: z.unknown().optional(),
});

const shared = {
  name: {
    role: 'name',
    schema: z.string().regex(/^[a-z0-9-_]+$/),
    shape: 'lowercase letters, digits, hyphens and underscores',
    onInvalid: REJECTS,
    description: 'What the agent is called. Lowercase letters, digits, hyphens and underscores only.',
    required: true,
    snippet: '${1:my-agent}',
    evidence: [measured('must match ^[a-z0-9-_]+$; a leading hyphen or underscore is accepted')],
  },
  display_name: {
    role: 'label',
    schema: z.string(),
    shape: 'a string',
    onInvalid: REJECTS,
    description: 'The name shown to people.',
    default: 'the name',
    snippet: '${1:My Agent}',
    evidence: [measured('any string, an empty one too')],
  },
} satisfies Record<string, Declaration>;

const local = {
  kind: {
    role: 'kind',
    schema: z.literal('local'),
    shape: '`local` or `remote`',
    onInvalid: REJECTS,
    description:
      '`local`: the body is the prompt. `remote`: the agent runs elsewhere and is reached by its agent card.',
    default: '`local`',
    values: [
      { value: 'local', description: 'Runs in Gemini CLI with the body as its prompt.' },
      { value: 'remote', description: 'Runs elsewhere, reached over A2A.' },
    ],
    snippet: '${1|local,remote|}',
    evidence: [measured('case counts; anything else rejects the file')],
  },
  ...shared,
  description: {
    role: 'description',
    schema: z.string().min(1),
    shape: 'a string that is not empty',
    onInvalid: REJECTS,
    description: 'When to use the agent. The main agent reads it to decide whom to delegate to.',
    required: true,
    snippet: '${1:Use this agent when …}',
    evidence: [measured('a number, a boolean, a date, null or "" rejects the file; "  " loads')],
  },
  tools: {
    role: 'tools.allow',
    schema: z.array(z.string().refine(isToolName)),
    shape: 'a list of tool names',
    onInvalid: REJECTS,
    description:
      'The tools the agent may use, as a YAML list of Gemini CLI’s names: `read_file`, `mcp_server_*`, `*`. One name it does not know rejects the file.',
    default: 'every tool of the session',
    snippet: '\n  - ${1:read_file}',
    evidence: [measured('a comma-separated string, a mapping or one unknown name rejects the file; [] gives no tools')],
  },
  mcp_servers: {
    role: 'mcp',
    schema: z.record(z.string(), server),
    shape: 'a mapping of server names to their settings',
    onInvalid: REJECTS,
    description: 'MCP servers for this agent. Written `mcp_servers`, although the documentation says `mcpServers`.',
    default: 'the servers of the session',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}',
    evidence: [measured('`mcpServers` rejects the file; unknown keys inside a server are dropped silently')],
  },
  model: {
    role: 'model',
    schema: z.string(),
    shape: 'a string',
    onInvalid: REJECTS,
    description: 'The model the agent runs on: an alias or the id of a Gemini model. Any string is accepted.',
    default: '`inherit`',
    values: GEMINI_MODELS,
    snippet: '${1:inherit}',
    evidence: [measured('any string; null or a number rejects the file')],
  },
  temperature: {
    role: 'temperature',
    schema: number,
    shape: 'a number',
    onInvalid: REJECTS,
    description: 'The sampling temperature, 0 to 2.',
    default: '1',
    snippet: '${1:0.2}',
    evidence: [documented('0 to 2'), measured('any number; the range is not checked')],
  },
  max_turns: {
    role: 'turns',
    schema: positiveInteger,
    shape: 'a positive integer',
    onInvalid: REJECTS,
    description: 'How many turns the agent may take.',
    default: '30',
    snippet: '${1:30}',
    evidence: [measured('0, -1, 1.5 or "5" rejects the file')],
  },
  timeout_mins: {
    role: 'timeout',
    schema: positiveInteger,
    shape: 'a positive integer',
    onInvalid: REJECTS,
    description: 'How many minutes the agent may run.',
    default: '10',
    snippet: '${1:10}',
    evidence: [measured('0, -1, 1.5 or "5" rejects the file')],
  },
} satisfies Record<string, Declaration>;

const remote = {
  kind: { ...local.kind, schema: z.literal('remote') },
  ...shared,
  description: { ...local.description, schema: z.string().optional(), required: false },
  agent_card_url: {
    schema: z.url(),
    shape: 'a URL',
    onInvalid: REJECTS,
    description: 'Where the card of the remote agent is. Give this or `agent_card_json`, not both.',
    snippet: '${1:https://example.com/.well-known/agent-card.json}',
    evidence: [measured('exactly one of the two')],
  },
  agent_card_json: {
    schema: z.string().refine(isJson),
    shape: 'a string of JSON',
    onInvalid: REJECTS,
    description: 'The card of the remote agent as JSON. Give this or `agent_card_url`, not both.',
    evidence: [measured('must parse as JSON')],
  },
  auth: {
    schema: auth,
    shape: 'a mapping with a `type` and what that type needs',
    onInvalid: REJECTS,
    description: 'How to sign in to the remote agent: `apiKey`, `http`, `google-credentials` or `oauth`.',
    evidence: [
      documented('apiKey, http, google-credentials, oauth'),
      measured('`http` with scheme Bearer and no token rejects the file'),
    ],
  },
} satisfies Record<string, Declaration>;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const localFields = createFieldTable(local);
export const remoteFields = createFieldTable(remote);
/** Everything an agent file of either kind may say. */
export const geminiFields = createFieldTable({ ...remote, ...local });
