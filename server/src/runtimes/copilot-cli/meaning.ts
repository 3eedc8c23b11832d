// What an agent of Copilot CLI means apart from it.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning, Audience, MeantModel, MeantTool, Setting } from '../meaning.ts';
import type { Place } from '../runtime.ts';
import { plainOf } from '../shared/libyaml/plain.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { readModelName } from '../shared/modelNames.ts';
import { type ServerWords, serversIn } from '../shared/servers.ts';
import { createSettingReader, namesOf, recordOf, type SettingReader, settingsOf, textOf } from '../shared/settings.ts';
import { EVERY_TOOL, mcpTool, meantTools } from '../shared/toolNames.ts';
import { copilotFields } from './fields.ts';
import { load } from './load.ts';
import { purposeOf, toolsGiven } from './tools.ts';

/** Null for a file that does not load. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity) return null;
  const reader = createSettingReader(report, copilotFields, (node) => plainOf(node));
  reader.skip('description', 'tools');
  const model = reader.take('model', (written) => modelOf(Array.isArray(written) ? written : [written]));
  const isAll = report.tools === 'inherit' || report.tools === null || report.tools.includes('*');
  return {
    ...identity,
    tools: isAll ? EVERY_TOOL : { allowed: meantTools(report.tools ?? [], meantTool), denied: [], rules: [] },
    model: model?.value ?? null,
    settings: settingsIn(reader, identity.name),
    rest: reader.rest(),
    keys: CORE_KEYS,
  };
}

function modelOf([written, ...others]: readonly unknown[]): MeantModel | undefined {
  if (typeof written !== 'string' || written === '') return undefined;
  return { written, others: others.map(String), ...readModelName(written) };
}

const ALONG: ReadonlySet<string> = new Set(
  'read_bash write_bash stop_bash list_bash read_agent write_agent list_agents'.split(' '),
);

function meantTool(name: string): MeantTool[] {
  const given = toolsGiven(name);
  if (given === null) return serverTool(name);
  return given
    .filter((tool) => given.length === 1 || !ALONG.has(tool))
    .map((tool): MeantTool => purposeOf(tool) ?? `own:copilot-cli:${tool}`);
}

/** `server/tool`, `server/*`, or as Claude Code writes it. */
function serverTool(name: string): MeantTool[] {
  const slash = name.lastIndexOf('/');
  if (slash >= 0) return [mcpTool(name.slice(0, slash), name.slice(slash + 1))];
  const [, server, tool = null] = /^mcp__(.+?)(?:__(.*))?$/is.exec(name) ?? [];
  return server === undefined ? [] : [mcpTool(server, tool)];
}

/** Measured: every server needs `tools`, a local one `args`. */
export const SERVER_WORDS: ServerWords = { tools: 'tools', local: 'local', typed: true };

function settingsIn(reader: SettingReader, name: string): AgentMeaning['settings'] {
  const { take } = reader;
  return settingsOf({
    label: differing(take('name', textOf), name),
    effort: take('reasoning-effort', textOf),
    audience: audienceIn(reader),
    skills: take('skills', namesOf),
    servers: take('mcp-servers', (written) => serversIn(written, SERVER_WORDS)),
    hooks: take('hooks', (written) => {
      const events = recordOf(written);
      return events && { kind: 'copilot-cli', guards: 'preToolUse' in events, events };
    }),
    github: take('github', (written) => written),
  });
}

/** A label that says nothing new is none. */
function differing(label: Setting<string> | undefined, name: string): Setting<string> | undefined {
  return label?.value === name ? undefined : label;
}

/** Documented: the two newer fields win over `infer`. */
function audienceIn({ take }: SettingReader): Setting<Audience> | undefined {
  const hidden = take(
    'disable-model-invocation',
    (written) => (written === true ? 'people' : undefined) satisfies Audience | undefined,
  );
  const internal = take(
    'user-invocable',
    (written) => (written === false ? 'only-agents' : undefined) satisfies Audience | undefined,
  );
  const infer = take('infer', (written) => (written === false ? 'people' : undefined) satisfies Audience | undefined);
  return hidden ?? internal ?? infer;
}
