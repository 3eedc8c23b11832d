// The fields of a Claude Code agent, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type FieldMeta } from '../fields.ts';
import { documented, measured, typed } from './evidence.ts';
import { effortLevel, oneOf, onOrOff, stringOrStrings, wholeNumber } from './shapes.ts';
import {
  CACHE_TTLS,
  COLORS,
  EFFORTS,
  ISOLATIONS,
  MEMORY_SCOPES,
  MODEL_ALIASES,
  PERMISSION_MODES,
} from './vocabulary.ts';

const choice = (docs: readonly { value: string }[]): string => `\${1|${docs.map(({ value }) => value).join(',')}|}`;

type Declaration = FieldMeta & { readonly schema: z.ZodType };

const fields = {
  name: {
    role: 'name',
    schema: z.string().min(1).max(256),
    shape: 'a string',
    onInvalid: 'drops the file',
    description:
      'The agent’s name, by which it is chosen and which hooks see as `agent_type`. At most 256 characters, no `:`, no leading `-`. It need not match the file name.',
    required: true,
    since: '1.0.60',
    snippet: '${1:${TM_FILENAME_BASE:my-agent}}',
    evidence: [
      documented('required; at most 256 characters; no colon; no leading hyphen'),
      measured('a YAML string; 123, true and lists drop the file; My Agent and 代理 load'),
    ],
  },
  description: {
    role: 'description',
    schema: z.string().min(1),
    shape: 'a string',
    onInvalid: 'drops the file',
    description:
      'When to use the agent. The main conversation reads it to decide which agent to delegate to; the agent itself does not see it.',
    required: true,
    since: '1.0.60',
    snippet: '${1:Use this agent when …}',
    evidence: [
      documented('required; all descriptions together over 15,000 tokens give a warning'),
      measured('must be a non-empty YAML string, or the file is dropped'),
    ],
  },
  tools: {
    role: 'tools.allow',
    schema: stringOrStrings,
    shape: 'tool names separated by commas or spaces, or a list of them',
    onInvalid: 'gives the agent no tools at all',
    description:
      'The tools the agent may use: names separated by commas or spaces, or a list. If absent, the agent inherits every tool; **if empty, it has none**. Names are case-sensitive. `Tool(spec)` grants the whole tool.',
    default: 'every tool of the main conversation',
    since: '1.0.60',
    snippet: '${1:Read, Grep, Glob}',
    evidence: [
      documented('allow list; inherits all when omitted'),
      measured('empty, null, [] and numbers give no tools; unknown names are dropped silently'),
    ],
  },
  disallowedTools: {
    role: 'tools.deny',
    schema: stringOrStrings,
    shape: 'tool names separated by commas or spaces, or a list of them',
    onInvalid: 'removes no tool',
    description:
      'Tools to remove, applied before `tools`. `Bash(git push *)` removes **all** of Bash. `mcp__*` removes every MCP tool.',
    default: 'none',
    since: '2.0.30',
    snippet: '${1:Write, Edit}',
    evidence: [documented('applied first, then tools'), measured('a specifier removes the whole tool')],
  },
  model: {
    role: 'model',
    schema: z.string(),
    shape: 'an alias, a full model ID, or `inherit`',
    onInvalid: 'uses the model of the main conversation',
    description:
      'The model that runs the agent: an alias, a full model ID, or `inherit`. Not checked when the file loads: an invalid ID fails at the first request.',
    default: '`CLAUDE_CODE_SUBAGENT_MODEL`, or else the model of the main conversation',
    since: '1.0.64',
    values: MODEL_ALIASES,
    snippet: choice(MODEL_ALIASES.filter(({ offered }) => offered)),
    evidence: [
      documented('aliases, full ids, inherit'),
      measured('case-insensitive, trimmed; `default` is taken literally'),
    ],
  },
  permissionMode: {
    role: 'approval',
    schema: oneOf(PERMISSION_MODES),
    shape: 'one of its modes',
    onInvalid: 'ignores it and asks for permission as the main conversation does',
    description: 'How permission prompts are handled while the agent runs. An unknown value is ignored.',
    default: 'the mode of the main conversation',
    since: '2.0.43',
    ignoredIn: ['plugin'],
    values: PERMISSION_MODES,
    snippet: choice(PERMISSION_MODES),
    evidence: [documented('the modes'), measured('case-sensitive; `delegate` is no longer one; ignored in plugins')],
  },
  maxTurns: {
    role: 'turns',
    schema: wholeNumber(1),
    shape: 'a whole number of at least 1',
    onInvalid: 'ignores it and sets no limit',
    description: 'The maximum number of turns before the agent stops: a whole number of at least 1.',
    default: 'no limit',
    snippet: '${1:20}',
    evidence: [measured('"Must be a positive integer"; a quoted number is accepted')],
  },
  skills: {
    role: 'skills',
    schema: stringOrStrings,
    shape: 'a list of skill names, or names separated by commas',
    onInvalid: 'ignores it',
    description: 'Skills whose full text is loaded into the agent’s context at startup.',
    default: 'none preloaded',
    since: '2.0.43',
    snippet: '\n  - ${1:skill-name}',
    evidence: [documented('list; skills with disable-model-invocation cannot be preloaded')],
  },
  mcpServers: {
    role: 'mcp',
    schema: z.array(z.union([z.string(), z.record(z.string(), z.looseObject({}))])),
    shape: 'a list of server names and `name: {…}` configurations',
    onInvalid: 'skips entries it cannot read',
    description:
      'The agent’s MCP servers: names of configured servers, or `name: {…}` with a configuration. A subagent gets **every** tool of each server, whatever `tools` lists. A mapping or a string adds no server.',
    default: 'the servers of the main conversation',
    ignoredIn: ['plugin'],
    snippet: '\n  - ${1:server-name}',
    evidence: [
      documented('list of names or one-key maps'),
      measured('bad items are skipped one by one; ignored in plugins'),
      measured('since at least 2.1.331: all tools of each server are added for a subagent, none for a main session'),
    ],
  },
  hooks: {
    role: 'hooks',
    schema: z.record(z.string(), z.array(z.looseObject({}))),
    shape: 'a mapping of events, each with a list of `{matcher, hooks}`',
    onInvalid: 'may drop the whole agent',
    description:
      'Hooks that run while the agent does: `Event` → list of `{matcher, hooks}`. **An invalid entry can drop the whole agent.** `Stop` runs as `SubagentStop`.',
    default: 'none',
    since: '2.1.0',
    ignoredIn: ['plugin'],
    snippet:
      '\n  ${1|PreToolUse,PostToolUse,Stop|}:\n    - matcher: "${2:Bash}"\n      hooks:\n        - type: command\n          command: ${3:./check.sh}',
    evidence: [
      documented('settings-style map'),
      measured('[], text and bad PreToolUse entries drop the agent; ignored in plugins'),
    ],
  },
  memory: {
    role: 'memory',
    schema: oneOf(MEMORY_SCOPES),
    shape: '`user`, `project`, or `local`',
    onInvalid: 'ignores it, so the agent has no memory',
    description: 'Keeps a memory between runs. Adds Read, Write, and Edit to the tools, regardless of `tools`.',
    default: 'no memory',
    since: '2.1.33',
    values: MEMORY_SCOPES,
    snippet: choice(MEMORY_SCOPES),
    evidence: [
      documented('user, project or local'),
      measured('memory: user with tools: Bash gives Bash, Write, Edit, Read'),
    ],
  },
  background: {
    role: 'background',
    ...onOrOff('Always runs in the background.', 'Runs the way it is called.'),
    description: 'Whether the agent always runs in the background: `true` or `false`; `yes`, `on` and `1` are ignored.',
    since: '2.1.49',
    evidence: [measured('only true and false, as booleans or strings')],
  },
  omitClaudeMd: {
    ...onOrOff('Starts without the `CLAUDE.md` files.', 'Starts with them.'),
    description: 'Leaves the `CLAUDE.md` files out of the agent’s context.',
    since: '2.1.271',
    evidence: [documented('no effect for the main agent')],
  },
  effort: {
    role: 'effort',
    schema: effortLevel,
    shape: '`low`, `medium`, `high`, `xhigh`, `max`, or a whole number',
    onInvalid: 'ignores it',
    description: 'How much the agent thinks: a level or a whole number. The available levels depend on the model.',
    default: 'the effort of the main conversation',
    values: EFFORTS,
    snippet: choice(EFFORTS),
    evidence: [documented('the five levels'), measured('case-insensitive; a whole number is accepted too')],
  },
  isolation: {
    schema: oneOf(ISOLATIONS),
    shape: '`worktree`',
    onInvalid: 'ignores it, so the agent works in the folder of the session',
    description: 'Where the agent works: `worktree` gives it a temporary git worktree.',
    default: 'the session’s folder',
    since: '2.1.49',
    values: ISOLATIONS,
    snippet: 'worktree',
    evidence: [documented('worktree'), measured('worktree, remote')],
  },
  color: {
    role: 'color',
    schema: oneOf(COLORS),
    shape: 'one of eight colors',
    onInvalid: 'silently ignores it',
    description: 'The color in which the agent is displayed. Any other value is silently ignored.',
    default: 'chosen by Claude Code',
    values: COLORS,
    snippet: choice(COLORS),
    evidence: [documented('the eight colors'), measured('anything else is ignored without a log line')],
  },
  initialPrompt: {
    schema: z.string(),
    shape: 'a string',
    onInvalid: 'ignores it',
    description: 'The first message, sent only if the agent is the main session (`--agent`). Subagents do not use it.',
    default: 'none',
    since: '2.1.83',
    ignoredIn: ['plugin'],
    snippet: '${1:Start by …}',
    evidence: [documented('main session only; ignored in plugins')],
  },
  experimental: {
    schema: z.looseObject({ cacheTtl: oneOf(CACHE_TTLS) }),
    shape: 'a mapping with the key `cacheTtl`',
    onInvalid: 'ignores it',
    description: 'Experimental settings. The only key is `cacheTtl`: `5m` or `1h`.',
    default: 'none',
    since: '2.1.248',
    snippet: '\n  cacheTtl: ${1|5m,1h|}',
    evidence: [documented('cacheTtl: 5m or 1h, only inside experimental')],
  },
  autoCompactWindow: {
    schema: wholeNumber(100_000),
    shape: 'a whole number of at least 100000',
    onInvalid: 'ignores it',
    description: 'The token count at which the agent’s context is compacted: a whole number of at least 100000.',
    default: 'the session’s setting',
    undocumented: true,
    snippet: '${1:200000}',
    evidence: [
      typed('"Token count at which this agent compacts"'),
      measured('"Must be an integer of at least 100000"'),
    ],
  },
  observer: {
    schema: stringOrStrings,
    shape: 'one agent type, or up to four separated by commas',
    onInvalid: 'ignores it',
    description: 'Agent types that observe this agent: one, or up to four separated by commas.',
    default: 'none',
    undocumented: true,
    ignoredIn: ['plugin'],
    snippet: '${1:agent-name}',
    evidence: [typed('agent type, or a comma-separated list of up to four'), measured('ignored in plugins')],
  },
  observerMessage: {
    schema: z.string(),
    shape: 'a string',
    onInvalid: 'ignores it',
    description: 'What the observer is told.',
    default: 'none',
    undocumented: true,
    ignoredIn: ['plugin'],
    snippet: '${1:Watch for …}',
    evidence: [measured('recognized; ignored in plugins')],
  },
  observeSubagents: {
    ...onOrOff('Subagents are observed too.', 'Only the agent itself is observed.'),
    description: 'Whether the observer also sees the agent’s own subagents.',
    undocumented: true,
    evidence: [measured('recognized')],
  },
} satisfies Record<string, Declaration>;

/** The keys the runtime itself reads. */
export const RUNTIME_KEYS: ReadonlySet<string> = new Set(Object.keys(fields));

export const claudeCodeFields = createFieldTable(fields);
