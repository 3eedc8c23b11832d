// What an agent of Gemini CLI means apart from it.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning, MeantModel, MeantTool } from '../meaning.ts';
import type { Place } from '../runtime.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { readModelName } from '../shared/modelNames.ts';
import { type ServerWords, serversIn } from '../shared/servers.ts';
import {
  countOf,
  createSettingReader,
  numberOf,
  recordOf,
  STARTED_BY_AGENTS,
  settingsOf,
  textOf,
} from '../shared/settings.ts';
import { EVERY_TOOL, mcpTool, meantTools } from '../shared/toolNames.ts';
import { geminiFields } from './fields.ts';
import { load } from './load.ts';
import type { GeminiReading } from './read.ts';
import { geminiTools } from './tools.ts';

/** Null for a file that does not load, and for an agent that runs elsewhere. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity || report.tools === null) return null;
  const { yaml } = report.reading as GeminiReading;
  const values = yaml?.ok ? (recordOf(yaml.value) ?? {}) : {};
  const reader = createSettingReader(report, geminiFields, (_, key) => values[key]);
  const { take } = reader;
  reader.skip('kind', 'name', 'description', 'tools', 'model');
  const listed = report.tools === 'inherit' || report.tools.includes('*') ? 'all' : report.tools;
  return {
    ...identity,
    tools: listed === 'all' ? EVERY_TOOL : { allowed: meantTools(listed, meantTool), denied: [], rules: [] },
    model: modelOf(report.model),
    settings: settingsOf({
      audience: STARTED_BY_AGENTS,

      label: take('display_name', textOf),
      turns: take('max_turns', countOf),
      minutes: take('timeout_mins', countOf),
      temperature: take('temperature', numberOf),
      servers: take('mcp_servers', (written) => serversIn(written, SERVER_WORDS)),
    }),
    rest: reader.rest(),
    keys: CORE_KEYS,
  };
}

/** The server ends with the first underscore. */
const MCP = /^mcp_(?:(?<all>\*)|(?<server>[^_]+)_(?<tool>.+))$/s;

function meantTool(name: string): MeantTool[] {
  const mcp = MCP.exec(name)?.groups;
  if (mcp) return mcp.all === undefined ? [mcpTool(mcp.server ?? '', mcp.tool ?? null)] : ['mcp:*'];
  const tool = geminiTools.canonical(name);
  // Documented: a subagent cannot start others.
  return tool === 'subagent' ? [] : [tool ?? `own:gemini-cli:${name}`];
}

export const SERVER_WORDS: ServerWords = {
  httpUrl: 'http_url',
  tools: 'include_tools',
  typed: false,
  rest: ['timeout', 'trust', 'description', 'exclude_tools', 'tcp', 'auth'],
};

const ALIASES: ReadonlySet<string> = new Set(['pro', 'flash', 'flash-lite']);

export function readModel(written: string): Pick<MeantModel, 'vendor' | 'family' | 'version'> {
  return ALIASES.has(written) ? { vendor: 'google', family: written, version: null } : readModelName(written);
}

function modelOf(written: string | null): MeantModel | null {
  if (written === null || written === 'inherit') return null;
  return { written, others: [], ...readModel(written) };
}
