// workspace/delegation-cycle: agents that delegate to one another in a cycle.

import { defineRule } from '../../../../rules/rule.ts';
import type { KnownAgent, WorkspaceView } from '../../../../rules/workspaceView.ts';
import { documented, measured } from '../../evidence.ts';
import { delegations } from '../support/delegations.ts';
import { namePlace } from '../support/neighbours.ts';

const TESTER = '---\nname: tester\ndescription: Tests\n---\nThen call Task(subagent_type="lead").\n';

/** Cycles of more agents than this are not looked for. */
const MOST_VISITED = 200;

export default defineRule({
  code: 'workspace/delegation-cycle',
  severity: 'information',
  summary: 'Agents that delegate to one another in a cycle.',
  rationale:
    'Agents that delegate to one another stop only at the depth limit that Claude Code sets for subagents. `Agent(…)` in `tools`, `subagent_type` in the prompt, and plain orders such as “Always delegate to the `x` agent” count as delegation if the agent has the tool for it. “Use `x` for that” does not, and neither does a sentence with a condition, a choice, or a negation.',
  evidence: [
    documented('subagents may start subagents up to a depth limit'),
    measured('an agent may start itself; the third level has no Agent tool any more'),
    measured('no Agent tool where `tools` does not list it, or `disallowedTools` has `Agent` or `Agent(…)`'),
  ],
  messages: {
    circle:
      '`{name}` delegates to {path}. Only the depth limit of subagents ends this: remove one delegation or say when to stop.',
    itself:
      '`{name}` delegates to itself. Only the depth limit of subagents ends this: remove the delegation or say when to stop.',
  },
  examples: {
    invalid: [
      {
        message: 'circle',
        text: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(⟦tester⟧)\n---\nLead.\n',
        workspace: { '.claude/agents/tester.md': TESTER },
      },
      {
        message: 'circle',
        text: '---\nname: lead\ndescription: Leads\n---\nCall Task(subagent_type="⟦planner⟧").\n',
        workspace: {
          '.claude/agents/planner.md': '---\nname: planner\ndescription: Plans\ntools: Agent(tester)\n---\nPlan.\n',
          '.claude/agents/tester.md': TESTER,
        },
      },
      {
        message: 'circle',
        text: '---\nname: lead\ndescription: Leads\n---\nAlways delegate to the `⟦fixer⟧` agent.\n',
        workspace: {
          '.claude/agents/fixer.md':
            '---\nname: fixer\ndescription: Fixes\n---\nAlways delegate to the `lead` agent.\n',
        },
      },
      {
        message: 'itself',
        text: '---\nname: lead\ndescription: Leads\n---\nCall Task(subagent_type="⟦lead⟧").\n',
      },
    ],
    valid: [
      {
        text: '---\nname: lead\ndescription: Leads\n---\n- Tests (use `tester`)\n',
        workspace: { '.claude/agents/tester.md': TESTER },
      },
      {
        text: '---\nname: lead\ndescription: Leads\n---\nIf tests fail, delegate to the `fixer` agent.\n',
        workspace: {
          '.claude/agents/fixer.md':
            '---\nname: fixer\ndescription: Fixes\n---\nAlways delegate to the `lead` agent.\n',
        },
      },
      // Without the tool it cannot start another agent, and neither can the other.
      {
        text: '---\nname: lead\ndescription: Leads\ntools: Read\n---\nCall Task(subagent_type="tester").\n',
        workspace: { '.claude/agents/tester.md': TESTER },
      },
      {
        text: '---\nname: lead\ndescription: Leads\ndisallowedTools: Agent(tester)\n---\nCall Task(subagent_type="tester").\n',
        workspace: { '.claude/agents/tester.md': TESTER },
      },
      {
        text: '---\nname: lead\ndescription: Leads\n---\nCall Task(subagent_type="tester").\n',
        workspace: { '.claude/agents/tester.md': TESTER.replace('description', 'tools: Read\ndescription') },
      },
      // How others are to call it.
      {
        text: '---\nname: lead\ndescription: Leads. Task(subagent_type="lead")\n---\n```\nTask(subagent_type="lead")\n```\n',
        workspace: {},
      },
    ],
  },
  check({ document, load, workspace, report }) {
    const own = workspace.agentAt(document.uri);
    if (!own?.loads) return;
    const cycle = shortestCycle(own, workspace);
    const [next] = cycle ?? [];
    const leadsThere = (name: string): boolean => workspace.agentsCalled(name, document.uri)[0]?.uri === next?.uri;
    const step = cycle && delegations(document, load).find(({ name }) => leadsThere(name));
    if (!cycle || !next || !step) return;
    if (next.uri === own.uri) report('itself', step.span, { values: { name: own.name } });
    else {
      const others = cycle.slice(0, -1);
      const path = `${others.map(({ name }) => `\`${name}\``).join(', which delegates to ')}, which delegates back`;
      const related = others.map((agent) => namePlace(agent, `\`${agent.name}\` is part of the cycle`));
      report('circle', step.span, { values: { name: own.name, path }, related });
    }
  },
});

/** The agents on the shortest way back, the agent itself as the last; null where there is none. */
function shortestCycle(own: KnownAgent, workspace: WorkspaceView): KnownAgent[] | null {
  const cameFrom = new Map<string, KnownAgent>();
  const waiting = [own];
  for (let agent = waiting.shift(); agent && cameFrom.size < MOST_VISITED; agent = waiting.shift()) {
    for (const next of workspace.delegatesOf(agent.uri)) {
      if (next.uri === own.uri) return wayTo(agent, own, cameFrom);
      if (cameFrom.has(next.uri)) continue;
      cameFrom.set(next.uri, agent);
      waiting.push(next);
    }
  }
  return null;
}

function wayTo(last: KnownAgent, own: KnownAgent, cameFrom: ReadonlyMap<string, KnownAgent>): KnownAgent[] {
  const way = [own];
  for (let at: KnownAgent | undefined = last; at && at.uri !== own.uri; at = cameFrom.get(at.uri)) way.unshift(at);
  return way;
}
