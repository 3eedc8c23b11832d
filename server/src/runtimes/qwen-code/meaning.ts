// What an agent of Qwen Code means apart from it.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning, Approval, MeantModel, MeantTool, MeantTools } from '../meaning.ts';
import type { LoadReport, Place } from '../runtime.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { readModelName } from '../shared/modelNames.ts';
import { colorOf } from '../shared/palette.ts';
import { type ServerWords, serversIn } from '../shared/servers.ts';
import {
  countOf,
  createSettingReader,
  flagOf,
  numberOf,
  recordOf,
  type SettingReader,
  STARTED_BY_AGENTS,
  settingsOf,
} from '../shared/settings.ts';
import { inOrder, mcpTool, meantTools } from '../shared/toolNames.ts';
import { qwenFields } from './fields.ts';
import { load } from './load.ts';
import type { QwenReading } from './read.ts';
import { qwenTools, toolCalled } from './tools.ts';

/** Null for a file that does not load, and for an agent that another program runs. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity || report.reading.entries.some(({ key }) => key === 'executor')) return null;
  const reader = createSettingReader(report, qwenFields);
  reader.skip('name', 'description', 'tools', 'disallowedTools', 'model');
  return {
    ...identity,
    name: identity.name.trim(),
    prompt: (report.reading as QwenReading).prompt,
    tools: toolsOf(report),
    model: modelOf(report.model),
    settings: settingsIn(reader),
    rest: reader.rest(),
    keys: { ...CORE_KEYS, denied: 'disallowedTools' },
  };
}

function toolsOf({ tools, denied = [] }: LoadReport): MeantTools {
  const taken = denied.includes('*') ? [] : inOrder(denied.flatMap(meantTool));
  const isAll = tools === 'inherit' || tools === null || tools.includes('*');
  if (isAll) return { allowed: 'all', denied: taken, rules: [] };
  return { allowed: meantTools(tools, meantTool).filter((tool) => !taken.includes(tool)), denied: [], rules: [] };
}

function meantTool(name: string): MeantTool[] {
  const called = toolCalled(name.trim());
  if (called === null) return [];
  const [, server, tool = null] = /^mcp__(.+?)(?:__(.*))?$/s.exec(called) ?? [];
  if (server !== undefined) return [mcpTool(server, tool)];
  return [qwenTools.canonical(called) ?? `own:qwen-code:${called}`];
}

export function readModel(written: string): Pick<MeantModel, 'vendor' | 'family' | 'version'> {
  return readModelName(written.slice(written.indexOf(':') + 1));
}

function modelOf(written: string | null): MeantModel | null {
  if (written === null || written.trim() === 'inherit') return null;
  return { written, others: [], ...readModel(written) };
}

export const APPROVALS: Readonly<Record<string, Approval>> = {
  default: 'default',
  plan: 'plan',
  'auto-edit': 'acceptEdits',
  auto: 'auto',
  yolo: 'bypass',
  bubble: 'bubble',
};

/** By Claude Code's names, measured. */
const MODES: Readonly<Record<string, Approval>> = {
  default: 'default',
  plan: 'plan',
  acceptEdits: 'acceptEdits',
  auto: 'acceptEdits',
  bypassPermissions: 'bypass',
  dontAsk: 'default',
};

export const SERVER_WORDS: ServerWords = {
  httpUrl: 'httpUrl',
  tools: 'includeTools',
  typed: false,
  rest: ['timeout', 'trust', 'description', 'excludeTools'],
};

function settingsIn(reader: SettingReader): AgentMeaning['settings'] {
  const { take } = reader;
  const approval = take('approvalMode', (written) => APPROVALS[String(written)]);
  if (approval) reader.skip('permissionMode');
  const turns = take('maxTurns', countOf);
  const minutes = take('runConfig', (written) => numberOf(recordOf(written)?.max_time_minutes));
  return settingsOf({
    audience: STARTED_BY_AGENTS,

    turns: turns ?? take('runConfig', (written) => countOf(recordOf(written)?.max_turns)),
    minutes,
    color: take('color', (written) => (written === 'auto' ? undefined : colorOf(written))),
    approval: approval ?? take('permissionMode', (written) => MODES[String(written)]),
    background: take('background', flagOf),
    servers: take('mcpServers', (written) => serversIn(written, SERVER_WORDS)),
    hooks: take('hooks', (written) => {
      const events = recordOf(written);
      return events && { kind: 'qwen-code', guards: 'PreToolUse' in events, events };
    }),
  });
}
