// What an agent of Kiro means apart from it, by its documentation.
import type { AgentDocument } from '../../model/document.ts';
import type { AgentMeaning, MeantModel, MeantTool, MeantTools, ToolRule } from '../meaning.ts';
import { type CanonicalTool, coveredBy, type Place } from '../runtime.ts';
import { CORE_KEYS, identityOf } from '../shared/meaningOf.ts';
import { readModelName } from '../shared/modelNames.ts';
import { type ServerWords, serversIn } from '../shared/servers.ts';
import { createSettingReader, recordOf, settingsOf, textOf } from '../shared/settings.ts';
import { inOrder, mcpTool, meantTools } from '../shared/toolNames.ts';
import { kiroFields } from './fields.ts';
import { load } from './load.ts';
import { kiroTools } from './tools.ts';

export function meaning(document: AgentDocument, place: Place): AgentMeaning | null {
  const report = load(document, place);
  const identity = identityOf(document, report);
  if (!identity) return null;
  const reader = createSettingReader(report, kiroFields);
  const { take } = reader;
  reader.skip('description', 'tools', 'model');
  const rules = take('permissions', rulesIn)?.value ?? [];
  const label = take('name', textOf);
  return {
    ...identity,
    tools: toolsOf(report.tools, rules),
    model: modelOf(report.model),
    settings: settingsOf({
      ...(label?.value === identity.name ? {} : { label }),
      servers: take('mcpServers', (written) => serversIn(written, SERVER_WORDS)),
    }),
    rest: reader.rest(),
    keys: { ...CORE_KEYS, denied: 'permissions' },
  };
}

/** What each tag stands for. */
export const GRANTS: ReadonlyMap<string, readonly CanonicalTool[]> = new Map(
  kiroTools.all.filter(({ canonical }) => canonical !== null).map(({ value }) => [value, coveredBy(kiroTools, value)]),
);

function toolsOf(names: readonly string[] | 'inherit' | null, rules: readonly ToolRule[]): MeantTools {
  const isDenied = ({ tool, uses, action }: ToolRule): boolean =>
    uses === '*' && action === 'deny' && !rules.some((rule) => rule.tool === tool && rule.action !== 'deny');
  const denied = rules.filter(isDenied).flatMap(({ tool }) => (tool === '*' ? [] : [tool]));
  const isWhole = rules.every(({ uses, action }) => uses === '*' && action === 'deny');
  const kept = isWhole ? [] : rules;
  if (names === 'inherit' || names === null) return { allowed: 'all', denied: inOrder(denied), rules: kept };
  return { allowed: meantTools(names, meantTool).filter((tool) => !denied.includes(tool)), denied: [], rules: kept };
}

function meantTool(name: string): MeantTool[] {
  if (name === '@mcp') return ['mcp:*'];
  if (name === '@builtin') return inOrder([...GRANTS.values()].flat());
  if (name.startsWith('@')) {
    const [server = '', tool = null] = name.slice(1).split('/');
    return [mcpTool(server, tool)];
  }
  const tools = GRANTS.get(name);
  return tools ? [...tools] : name === 'context' ? ['own:kiro:context'] : [];
}

/** A rule of a tag holds for all that the tag stands for. */
function rulesIn(written: unknown): ToolRule[] | undefined {
  if (!Array.isArray(written)) return undefined;
  const rules = written.flatMap((item): ToolRule[] => {
    const { capability, effect, match } = recordOf(item) ?? {};
    const action = (['allow', 'ask', 'deny'] as const).find((each) => each === effect);
    if (typeof capability !== 'string' || !action) return [];
    const tools: readonly MeantTool[] = GRANTS.get(capability) ?? [`own:kiro:${capability}`];
    const patterns = Array.isArray(match) && match.length > 0 ? match.map(String) : ['*'];
    return tools.flatMap((tool) => patterns.map((uses) => ({ tool, uses, action })));
  });
  // Documented: what may be done without asking; the other uses of the tool ask.
  const asking = new Set(rules.filter(({ action }) => action === 'allow').map(({ tool }) => tool));
  for (const { tool, uses } of rules) if (uses === '*') asking.delete(tool);
  return [...[...asking].map((tool): ToolRule => ({ tool, uses: '*', action: 'ask' })), ...rules];
}

export const SERVER_WORDS: ServerWords = { typed: false, rest: ['timeout', 'disabled', 'autoApprove'] };

function modelOf(written: string | null): MeantModel | null {
  return written === null ? null : { written, others: [], ...readModelName(written) };
}
