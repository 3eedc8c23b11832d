// What an agent of OpenCode or Kilo means apart from them.
import type { Audience, MeantModel, MeantTool, MeantTools, ToolRule } from '../../meaning.ts';
import { CANONICAL_TOOLS } from '../../runtime.ts';
import { readModelName } from '../modelNames.ts';
import { colorOf } from '../palette.ts';
import { flagOf, numberOf, recordOf, type SettingReader, settingsOf, textOf } from '../settings.ts';
import { inOrder, mcpTool, ownName } from '../toolNames.ts';
import { deadRules, matches, type PermissionRule } from './permissions.ts';
import { isMistakenPermission, OFF_TOOLS, OPENCODE_TOOLS, OTHER_PERMISSIONS } from './tools.ts';

/** Measured: a permission covers these tools, and `edit` covers `write`. */
const ABOUT = new Map<string, MeantTool>([
  ...OPENCODE_TOOLS.flatMap(({ value, canonical }) => (canonical ? [[value, canonical] as const] : [])),
]);
const PERMISSIONS = new Map([...ABOUT].map(([name, tool]) => [tool, name]));

/** The permission a tool falls under; undefined where it has none. */
export function permissionOf(tool: MeantTool): string | undefined {
  if (tool === 'write') return 'edit';
  const own = ownName(tool, 'opencode');
  // What restricts nothing is not written again.
  if (own !== undefined) return isMistakenPermission(own, 'permission') ? undefined : own;
  return PERMISSIONS.get(tool) ?? mcpPermission(tool);
}

/** Tools of a server are called by it: `docs_search`. */
function mcpPermission(tool: MeantTool): string | undefined {
  const [, server, name = '*'] = /^mcp:([^/*]+)(?:\/(.*))?$/s.exec(tool) ?? [];
  return server && `${server}_${name}`;
}

function toolUnder(permission: string): MeantTool | '*' {
  if (permission === '*') return '*';
  const tool = ABOUT.get(permission);
  if (tool) return tool;
  const [, server, name = ''] = /^([^*?_]+)_([^?]+)$/.exec(permission) ?? [];
  return server === undefined || isNoTool(permission) ? `own:opencode:${permission}` : mcpTool(server, name);
}

/** The rules of a file; those of the runtime itself are not among them. */
export function meantUnder(all: readonly PermissionRule[]): MeantTools {
  const dead = new Set(deadRules(all).map(({ rule }) => rule));
  const rules = all.filter((rule) => !dead.has(rule));
  const known = CANONICAL_TOOLS.filter((tool) => permissionOf(tool) !== undefined);
  const others = rules
    .filter(({ permission }) => permission !== '*' && !ABOUT.has(permission) && !isNoTool(permission))
    .map(({ permission }) => permission);
  const decided = (permission: string) => rules.findLast((rule) => matches(rule.permission, permission));
  const isDenied = (permission: string): boolean => {
    const rule = decided(permission);
    return rule ? rule.pattern === '*' && rule.action === 'deny' : OFF_TOOLS.includes(permission);
  };
  const isList = isDenied('\uffff');
  const named = (wanted: boolean): MeantTool[] =>
    inOrder([
      ...known.filter((tool) => isDenied(permissionOf(tool) ?? '') === wanted),
      ...others
        .filter((permission) => isDenied(permission) === wanted)
        .map((permission) => toolUnder(permission) as MeantTool),
    ]);
  const off = new Set<MeantTool>(OFF_TOOLS.flatMap((name) => (decided(name) ? [] : [ABOUT.get(name) ?? 'ask'])));
  return {
    allowed: isList ? named(false) : 'all',
    denied: isList ? [] : named(true).filter((tool) => !off.has(tool)),
    rules: rules.some(saysMore) ? rules.map(meantRule) : [],
  };
}

/** A permission that is about something else than a tool, such as paths outside the project. */
function isNoTool(permission: string): boolean {
  return (OTHER_PERMISSIONS as readonly string[]).includes(permission);
}

/** More than that a tool is there or not. */
function saysMore({ permission, pattern, action }: PermissionRule): boolean {
  return pattern !== '*' || action === 'ask' || (permission !== '*' && isNoTool(permission));
}

function meantRule({ permission, pattern, action }: PermissionRule): ToolRule {
  return { tool: toolUnder(permission), uses: pattern, action };
}

/** `provider/model`; who makes the model is known by its own name. */
export function readModel(written: string): Pick<MeantModel, 'vendor' | 'family' | 'version'> {
  return readModelName(written.slice(written.indexOf('/') + 1));
}

export function modelOf(written: string | null): MeantModel | null {
  return written === null || written === '' ? null : { written, others: [], ...readModel(written) };
}

const AUDIENCES: Readonly<Record<string, Audience>> = { all: 'everyone', primary: 'people', subagent: 'agents' };

export function modeFor(audience: Audience | undefined): string | undefined {
  return audience === 'only-agents' ? 'subagent' : Object.entries(AUDIENCES).find(([, each]) => each === audience)?.[0];
}

/** What V1, V2 and Kilo all have. */
export function sharedSettings({ take }: SettingReader) {
  return settingsOf({
    turns: take('steps', numberOf) ?? take('maxSteps', numberOf),
    color: take('color', colorOf),
    effort: take('variant', textOf),
    audience: take('mode', (written) => AUDIENCES[String(written)]),
    hidden: take('hidden', flagOf),
  });
}

/** What only a file of V1 has. */
export function legacySettings({ take }: SettingReader) {
  return settingsOf({
    temperature: take('temperature', numberOf),
    topP: take('top_p', numberOf),
    providerOptions: take('options', recordOf),
  });
}
