// The fields of a Kiro agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type FieldMeta } from '../fields.ts';
import { documented } from './evidence.ts';
import { KIRO_MODELS } from './models.ts';

const UNKNOWN = 'does something that is not documented';

const flag = {
  schema: z.boolean(),
  shape: '`true` or `false`',
  onInvalid: UNKNOWN,
  values: [
    { value: 'true', description: 'Yes.' },
    { value: 'false', description: 'No.' },
  ],
  snippet: '${1|true,false|}',
};

const permission = z.looseObject({
  capability: z.string().describe('What the rule is about: a tag such as `shell` or `write`.'),
  effect: z.string().describe('What happens then: `allow`, `ask` or `deny`.'),
  match: z.array(z.string()).optional().describe('Patterns the rule holds for; everything without it.'),
});

const fields = {
  name: {
    role: 'label',
    schema: z.string(),
    shape: 'a string',
    onInvalid: UNKNOWN,
    description: 'A name for people. The agent is called by its path: `team/planner.md` is `team/planner`.',
    default: 'the path of the file',
    snippet: '${1:My Agent}',
    evidence: [documented('the id is the path below the agents folder')],
  },
  description: {
    role: 'description',
    schema: z.string(),
    shape: 'a string',
    onInvalid: UNKNOWN,
    description: 'When to use the agent.',
    snippet: '${1:Use this agent when …}',
    evidence: [documented('optional')],
  },
  model: {
    role: 'model',
    schema: z.string(),
    shape: 'a string',
    onInvalid: UNKNOWN,
    description: 'The id of the model the agent runs on.',
    default: 'the model of the session',
    values: KIRO_MODELS,
    snippet: '${1:claude-sonnet-4}',
    evidence: [documented('such as claude-sonnet-4')],
  },
  tools: {
    role: 'tools.allow',
    schema: z.union([z.string(), z.array(z.string())]),
    shape: 'a list of tags',
    onInvalid: UNKNOWN,
    description:
      'The tools the agent may use, by tags: `read`, `write`, `shell`, `web`, `subagent`, `context`, `@mcp`, `@builtin`, `*`, or `@` with the name of an MCP server.',
    default: 'the tools of the session',
    snippet: "['${1:read}', '${2:shell}']",
    evidence: [documented('tags, @mcp, @builtin and *')],
  },
  mcpServers: {
    role: 'mcp',
    schema: z.record(z.string(), z.unknown()),
    shape: 'a mapping of server names to their settings',
    onInvalid: UNKNOWN,
    description: 'MCP servers for this agent.',
    default: 'the servers of the session',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}',
    evidence: [documented('a mapping')],
  },
  permissions: {
    role: 'approval',
    schema: z.array(permission),
    shape: 'a list of rules with `capability`, `effect` and `match`',
    onInvalid: UNKNOWN,
    description: 'What the agent may do without asking, what it has to ask for, and what it must not do.',
    default: 'the permissions of the session',
    snippet: '\n  - capability: ${1:shell}\n    effect: ${2|allow,ask,deny|}\n    match: ["${3:git *}"]',
    evidence: [documented('a list of capability, effect and match')],
  },
  resources: {
    schema: z.array(z.string()),
    shape: 'a list of `file://` and `skill://` addresses',
    onInvalid: UNKNOWN,
    description: 'Files and skills the agent has at hand: `file://README.md`, `skill://testing`.',
    default: 'none',
    snippet: '\n  - file://${1:README.md}',
    evidence: [documented('file:// and skill://')],
  },
  welcomeMessage: {
    schema: z.string(),
    shape: 'a string',
    onInvalid: UNKNOWN,
    description: 'What is shown when the agent starts.',
    default: 'nothing',
    snippet: '${1:What shall I look at?}',
    evidence: [documented('a string')],
  },
  includeMcpJson: {
    ...flag,
    description: 'Whether the agent has the MCP servers of the configuration too. Of earlier versions.',
    evidence: [documented('in agents of the IDE before 1.0')],
  },
  includePowers: {
    ...flag,
    description: 'Whether the agent has the powers that are installed. Of earlier versions.',
    evidence: [documented('in agents of the IDE before 1.0')],
  },
} satisfies Record<string, FieldMeta & { readonly schema: z.ZodType }>;

export const kiroFields = createFieldTable(fields);
