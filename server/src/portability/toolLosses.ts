// What becomes of an agent's tools in another runtime: those it loses, and those it gets besides.
import type { MeantTool, MeantTools, ToolRule } from '../runtimes/meaning.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { coversMeant, hasTool, isCanonical, mcpParts } from '../runtimes/shared/toolNames.ts';
import type { Comparison, Loss } from './loss.ts';

export function toolLosses(comparison: Comparison): Loss[] {
  const { source, target } = comparison;
  const [before, after] = [source.tools, target.tools];
  return [
    ...(before.allowed === 'all'
      ? lossesOfAll(before, after, comparison)
      : lossesOfList(before.allowed, after, comparison)),
    ...ruleLosses(before, after, comparison),
  ];
}

function lossesOfList(wanted: readonly MeantTool[], after: MeantTools, comparison: Comparison): Loss[] {
  const { source, from, to } = comparison;
  const field = source.keys.tools;
  const lost = wanted.filter((tool) => !hasTool(after, tool)).map((tool) => lostTool(tool, field, comparison));
  if (after.allowed === 'all') {
    const message = `${to.label} cannot limit an agent to a list of tools, so this one gets every tool of the session${butDenied(after, to)}.`;
    return [{ about: 'tools', field, value: listed(wanted, from), how: 'dropped', wider: true, message }];
  }
  const has = (tool: MeantTool): boolean => wanted.some((each) => coversMeant(each, tool));
  const more = after.allowed.filter((tool) => !has(tool));
  if (more.length === 0) return lost;
  const names = listed(more, to, 'words');
  const message = `${to.label} can only grant these together with others, so the agent can also use ${names}.`;
  return [...lost, { about: 'tools', field, value: listed(wanted, from), how: 'approximated', wider: true, message }];
}

function butDenied({ denied }: MeantTools, to: Runtime): string {
  return denied.length > 0 ? ` except ${listed(denied, to, 'words')}` : '';
}

function lostTool(tool: MeantTool, field: string, { target, from, to }: Comparison): Loss {
  const value = nameIn(tool, from);
  const own = isCanonical(tool) ? to.tools.own(tool) : null;
  const stands = own === null ? null : to.tools.canonical(own);
  if (own !== null && stands !== null && stands !== tool && hasTool(target.tools, stands)) {
    return {
      about: 'tools',
      field,
      value,
      how: 'approximated',
      wider: false,
      message: `${to.label} does the work of \`${value}\` with \`${own}\`.`,
    };
  }
  const message = mcpParts(tool)
    ? `${to.label} has no way to list \`${value}\`, so the agent cannot use it.`
    : `${to.label} has no tool like \`${value}\`, so the agent cannot use it.`;
  return { about: 'tools', field, value, how: 'dropped', wider: false, message };
}

function lossesOfAll(before: MeantTools, after: MeantTools, comparison: Comparison): Loss[] {
  const { source, from, to } = comparison;
  const { denied } = before;
  const field = denied.length > 0 ? source.keys.denied : source.keys.tools;
  const still = denied
    .filter((tool) => isGranted(tool, after, to))
    .map((tool): Loss => {
      const value = nameIn(tool, from);
      const message = `${to.label} cannot take \`${value}\` away from this agent, so the agent can use it.`;
      return { about: 'tools', field, value, how: 'dropped', wider: true, message };
    });
  // Where another runtime has no such tool, there is nothing to take away.
  const moot = denied
    .filter(
      (tool) =>
        !isGranted(tool, after, to) && after.allowed === 'all' && !after.denied.some((each) => coversMeant(each, tool)),
    )
    .map((tool): Loss => {
      const value = nameIn(tool, from);
      const message = `\`${value}\` is dropped: ${to.label} has no such tool, so there is nothing to deny.`;
      return { about: 'tools', field, value, how: 'dropped', wider: false, message };
    });
  if (after.allowed !== 'all') {
    const value = denied.length > 0 ? listed(denied, from) : 'all';
    const without = after.allowed.includes('mcp:*')
      ? 'Tools that are added later'
      : 'Tools of MCP servers, and tools that are added later,';
    const message = `${to.label} cannot deny tools, so all the other tools are listed. ${without} are not in that list.`;
    return [...still, ...moot, { about: 'tools', field, value, how: 'approximated', wider: false, message }];
  }
  const more = after.denied.filter((tool) => !denied.some((each) => coversMeant(each, tool)));
  if (more.length === 0) return [...still, ...moot];
  const message = `${to.label} also takes away ${listed(more, to, 'words')}, because it cannot deny one without the other.`;
  return [
    ...still,
    ...moot,
    { about: 'tools', field, value: listed(denied, from), how: 'approximated', wider: false, message },
  ];
}

/** Whether an agent has a tool that was taken away. What a runtime does not have, it does not grant. */
function isGranted(tool: MeantTool, after: MeantTools, { tools }: Runtime): boolean {
  const isThere =
    mcpParts(tool) !== null || (isCanonical(tool) && (tools.own(tool) !== null || tools.all.length === 0));
  return isThere && hasTool(after, tool);
}

/** Rules about single uses of tools, and those that ask first. */
function ruleLosses(before: MeantTools, after: MeantTools, { source, from, to }: Comparison): Loss[] {
  const kept = new Set(after.rules.map((rule) => JSON.stringify(rule)));
  const lost = before.rules.filter((rule) => !kept.has(JSON.stringify(rule)) && !isWhole(rule));
  const restricted = new Set(lost.filter(({ action }) => action !== 'allow').map(({ tool }) => tool));
  return lost.map((rule): Loss => {
    const { tool, uses, action } = rule;
    const name = tool === '*' ? '*' : nameIn(tool, from);
    const value = `${name}${uses === '*' ? '' : ` ${uses}`}: ${action}`;
    const isThere = tool === '*' || tool.startsWith('own:') || hasTool(after, tool);
    const wider = isThere && (action !== 'allow' || !restricted.has(tool));
    const message = !wider
      ? `\`${value}\` is dropped: ${to.label} has no such rules.`
      : action === 'allow'
        ? `${to.label} has no rules for parts of a tool, so the agent may use all of \`${name}\`, and not only what \`${value}\` says.`
        : `${to.label} has no such rules, so \`${value}\` no longer holds.`;
    return { about: 'tools', field: source.keys.tools, value, how: 'dropped', wider, message };
  });
}

/** Said of a tool as a whole, and told with the tools. */
function isWhole({ tool, uses, action }: ToolRule): boolean {
  return uses === '*' && action !== 'ask' && !tool.startsWith('own:');
}

/** What a runtime calls a tool; `words`: in Markdown. */
function listed(tools: readonly MeantTool[], runtime: Runtime, style: 'plain' | 'words' = 'plain'): string {
  const names = [...new Set(tools.map((tool) => nameIn(tool, runtime)))];
  return names.map((name) => (style === 'words' ? `\`${name}\`` : name)).join(', ');
}

function nameIn(tool: MeantTool, runtime: Runtime): string {
  const mcp = mcpParts(tool);
  if (mcp) return mcp.tool === null ? `${mcp.server === '*' ? 'mcp' : mcp.server}/*` : `${mcp.server}/${mcp.tool}`;
  if (!isCanonical(tool)) return tool.slice(tool.indexOf(':', 'own:'.length) + 1);
  // A name that stands for several tools does not tell which of them is meant.
  const own = runtime.tools.own(tool);
  return own !== null && runtime.tools.canonical(own) === tool ? own : tool;
}
