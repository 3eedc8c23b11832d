// What an agent of VS Code means apart from it.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning, Audience, MeantModel, MeantTool, RestField, Setting } from '../meaning.ts';
import type { CanonicalTool, Place } from '../runtime.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { readModelName } from '../shared/modelNames.ts';
import { type ServerWords, serversIn } from '../shared/servers.ts';
import { createSettingReader, flagOf, recordOf, type SettingReader, settingsOf, textOf } from '../shared/settings.ts';
import { EVERY_TOOL, mcpTool, meantTools } from '../shared/toolNames.ts';
import { vscodeFields } from './fields.ts';
import { load } from './load.ts';
import { nameOfFile } from './places.ts';
import { isUnknownTool, renamedTool, vscodeTools } from './tools.ts';
import { plainValue } from './values.ts';

/** Null for a file that is not read. */
export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity) return null;
  const reader = createSettingReader(report, vscodeFields, plainValue);
  reader.skip('name', 'description', 'tools');
  const models = reader.take('model', (written) => (Array.isArray(written) ? written : [written]).map(String));
  const isAll = report.tools === 'inherit' || report.tools === null;
  return {
    ...identity,
    // What is empty counts as missing.
    name: identity.name.trim() === '' ? nameOfFile(place) : identity.name,
    description: identity.description?.trim() ? identity.description : null,
    tools: isAll ? EVERY_TOOL : { allowed: meantTools(report.tools ?? [], meantTool), denied: [], rules: [] },
    model: report.model === null ? null : modelOf(report.model, models?.value.slice(1) ?? []),
    settings: settingsIn(reader),
    // Whom it may start is limited by a list; `*` stands for all.
    rest: reader.rest().map((each) => (isAgentList(each) ? { ...each, limits: true } : each)),
    keys: CORE_KEYS,
  };
}

function modelOf(written: string, others: readonly string[]): MeantModel {
  return { written, others, ...readModelName(written) };
}

function isAgentList({ field, written, why }: RestField): boolean {
  return field === 'agents' && why === 'own' && Array.isArray(written) && !written.includes('*');
}

/** What its single tools do, and the sets they belong to. */
export const GRANTS: ReadonlyMap<string, readonly CanonicalTool[]> = new Map([
  ['read/readFile', ['read']],
  ['edit/createFile', ['write']],
  ['edit/editFiles', ['edit']],
  ['execute/runInTerminal', ['shell']],
  ['search/fileSearch', ['glob']],
  ['search/textSearch', ['grep']],
  ['search/listDirectory', ['list']],
  ['web/fetch', ['fetch']],
  ['agent/runSubagent', ['subagent']],
  ['todo', ['todo']],
  ['read/skill', ['skill']],
  ['vscode/askQuestions', ['ask']],
]);

function meantTool(written: string): MeantTool[] {
  const name = renamedTool(written) ?? written;
  if (isUnknownTool(name)) return [];
  const single = GRANTS.get(name);
  if (single) return [...single];
  const parts = [...GRANTS].filter(([tool]) => tool.startsWith(`${name}/`)).flatMap(([, tools]) => tools);
  if (parts.length > 0) return parts;
  if (vscodeTools.all.some(({ value }) => value === name)) return [`own:vscode:${name}`];
  const slash = name.lastIndexOf('/');
  return [slash < 0 ? `own:vscode:${name}` : mcpTool(name.slice(0, slash), name.slice(slash + 1))];
}

/** Only GitHub reads them, and VS Code ignores them. */
export const SERVER_WORDS: ServerWords = { tools: 'tools', local: 'local', typed: true };

function settingsIn(reader: SettingReader): AgentMeaning['settings'] {
  const { take } = reader;
  return settingsOf({
    effort: take('reasoning-effort', textOf),
    audience: audienceIn(reader),
    servers: take('mcp-servers', (written) => serversIn(written, SERVER_WORDS)),
    hooks: take('hooks', (written) => {
      const events = recordOf(written);
      return events && { kind: 'vscode', guards: 'PreToolUse' in events, events };
    }),
    github: take('github', (written) => written),
  });
}

function audienceIn({ take }: SettingReader): Setting<Audience> | undefined {
  const people = (written: unknown): Audience | undefined => (flagOf(written) === true ? 'people' : undefined);
  const agents = (written: unknown): Audience | undefined => (flagOf(written) === false ? 'only-agents' : undefined);
  return take('disable-model-invocation', people) ?? take('user-invocable', agents);
}
