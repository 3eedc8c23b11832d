// workspace/unknown-agent: a mention of an agent that does not exist, or that does not load.

import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import type { KnownAgent, WorkspaceView } from '../../../../rules/workspaceView.ts';
import type { Reference } from '../../../reference.ts';
import { BUILT_IN_SKILLS, bareName } from '../../agents.ts';
import { documented, measured } from '../../evidence.ts';
import { agentReferences, builtInCalled, isCertain } from '../support/agentReferences.ts';
import { mayStartAgents } from '../support/delegations.ts';
import { handOffs } from '../support/handOffs.ts';
import { hintAt, isPluginMistyped, namePlace, renameFix } from '../support/neighbours.ts';

const HEAD = '---\nname: lead\ndescription: Leads\n---\n';
const RING = {
  'dev/.claude-plugin/plugin.json': '{ "name": "ring-dev-team" }',
  'dev/agents/sre.md': '---\nname: sre\ndescription: Watches\n---\nWatch.\n',
  'dev/agents/web/css-expert.md': '---\nname: css-expert\ndescription: Styles\n---\nStyle.\n',
  'dev/commands/ship.md': '---\ndescription: Ships\n---\nShip.\n',
  'dev/workflows/sweep.js': "export const meta = { name: 'scan', description: 'Scans' }\nreturn 1\n",
};
const TESTER = { '.claude/agents/tester.md': '---\nname: test-runner\ndescription: Tests\n---\nTest.\n' };
const REVIEWER = { '.claude/agents/cr.md': '---\nname: code-reviewer\ndescription: Reviews\n---\nReview.\n' };

export default defineRule({
  code: 'workspace/unknown-agent',
  severity: 'information',
  summary: 'A mention of an agent that does not exist or does not load.',
  rationale:
    'An agent told to delegate to a missing agent tries, gets an error, and carries on alone. Agentwright looks up names after `subagent_type`, in `Agent(…)`, and in backticks among the agents of this workspace, your own, and the built-in ones. It reports a name with a prefix only if the workspace contains the plugin with its agents, skills, commands, and workflows. It reports other names only if the sentence tells a project’s agent to delegate to “the `x` agent”, or if it mentions agents and the file delegates to others that exist.',
  evidence: [
    documented('subagents are asked for by name; plugin agents by `plugin:folder:name`'),
    measured('"Agent type \'nope\' not found. Available agents: …"'),
  ],
  messages: {
    plugin: {
      text: 'Plugin `{plugin}` has no agent named `{name}`.{hint}',
      severity: 'warning',
    },
    'other-kind': {
      text: '`{name}` is a {kind} of plugin `{plugin}`, not an agent.',
      severity: 'warning',
    },
    broken: {
      text: 'Agent `{name}` does not load, so it cannot be used. Fix `{file}`.',
      severity: 'warning',
    },
    unknown: 'No agent in this workspace, your own folder, or Claude Code itself is named `{name}`.{hint}',
  },
  examples: {
    invalid: [
      { message: 'plugin', text: `${HEAD}Use \`⟦ring-dev-team:devops⟧\`.\n`, workspace: RING },
      {
        message: 'plugin',
        text: `${HEAD}- Dashboards (use \`⟦ring-dev-team:sree⟧\`)\n`,
        workspace: RING,
        fixed: `${HEAD}- Dashboards (use \`ring-dev-team:sre\`)\n`,
      },
      {
        message: 'plugin',
        text: `${HEAD}Task(subagent_type="⟦ring-dev-team:css-expert⟧")\n`,
        workspace: RING,
        fixed: `${HEAD}Task(subagent_type="ring-dev-team:web:css-expert")\n`,
      },
      {
        message: 'other-kind',
        text: `${HEAD}Task(subagent_type="⟦ring-dev-team:scan⟧")\n`,
        workspace: RING,
      },
      {
        message: 'broken',
        text: `${HEAD}Task(subagent_type="⟦kit:tester⟧")\n`,
        workspace: {
          'kit/.claude-plugin/plugin.json': '{ "name": "kit", "agents": "./agents/" }',
          'kit/agents/tester.md': '---\nname: tester\ndescription: Tests\n---\nTest.\n',
        },
      },
      {
        message: 'broken',
        text: `${HEAD}Hand over to the \`⟦test-runner⟧\` agent.\n`,
        workspace: { '.claude/agents/tester.md': '---\nname: test-runner\n---\nTest.\n' },
      },
      {
        message: 'unknown',
        text: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(test-runner, ⟦test-runer⟧)\n---\nLead.\n',
        workspace: TESTER,
        fixed: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(test-runner, test-runner)\n---\nLead.\n',
      },
      {
        message: 'unknown',
        text: `${HEAD}- Tests (use \`test-runner\`)\n- Builds (use \`⟦build-master⟧\`)\n`,
        workspace: TESTER,
      },
      { message: 'unknown', text: `${HEAD}Task(subagent_type="⟦build-master⟧")\n`, workspace: TESTER },
      {
        message: 'unknown',
        text: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(⟦ring-dev-teem:sre⟧)\n---\nLead.\n',
        workspace: RING,
        fixed: '---\nname: lead\ndescription: Leads\ntools: Read, Agent(ring-dev-team:sre)\n---\nLead.\n',
      },
      {
        message: 'unknown',
        text: `${HEAD}When the tests fail, delegate to the \`⟦fixer⟧\` agent.\n`,
        workspace: TESTER,
      },
    ],
    valid: [
      { text: `${HEAD}Use \`other-plugin:devops\`, \`npm:test\` and \`ring-dev-team:sre\`.\n`, workspace: RING },
      { text: `${HEAD}Run \`ring-dev-team:ship\` when done, then \`ring-dev-team:scan\`.\n`, workspace: RING },
      { text: `${HEAD}Task(subagent_type="general_purpose"), Task(subagent_type="Test_Runner")\n`, workspace: TESTER },
      {
        text: '---\nname: lead\ndescription: Leads\ntools: Agent(*)\ndisallowedTools: Agent(nobody)\n---\nLead.\n',
        workspace: TESTER,
      },
      {
        text: `${HEAD}Delegate to the \`test-runner\` agent. Run \`npm-check\`, a multi-agent tool.\n`,
        workspace: TESTER,
      },
      // No agent that exists is handed work: nothing tells that these are names of agents of this workspace.
      { text: `${HEAD}- Builds (use \`build-master\`)\n`, workspace: TESTER },
      {
        text: `${HEAD}If it is installed, use the \`fixer\` agent. Never call the \`wrecker\` agent.\n`,
        workspace: TESTER,
      },
      { text: `${HEAD}What \`test-runner\` found. Hooks (via \`pre-commit\`)\n`, workspace: TESTER },
      {
        text: `${HEAD}- Tests (use \`code-reviewer\`)\n- Settings (see \`docker-compose.yml\`)\n- Review (use \`code-review\`)\n`,
        workspace: REVIEWER,
      },
      {
        text: `${HEAD}Write \`subagent_type="agent-name"\` or \`Task(subagent_type="your-agent")\`.\n`,
        workspace: TESTER,
      },
    ],
  },
  check(context) {
    const { document, load, workspace } = context;
    const references = agentReferences(document, load);
    const own = workspace.agentAt(document.uri)?.uri;
    const isOther = ({ uri }: KnownAgent): boolean => uri !== own;
    const handsOver = references.some(
      ({ name, form }) => form !== 'name' && workspace.agentsCalled(name, document.uri).some(isOther),
    );
    const told = toldAgents(context);
    for (const reference of references) {
      const candidates = workspace.agentsCalled(reference.name, document.uri);
      if (builtInCalled(reference.name) !== undefined || candidates.some(({ loads }) => loads)) continue;
      if (candidates[0]) reportBroken(reference, candidates[0], context);
      else if (workspace.complete && isAgent(reference, context)) {
        const isTold = told.has(reference);
        reportUnknown(reference, { handsOver, isTold }, context);
      }
    }
  },
});

type Context = RuleContext<'plugin' | 'other-kind' | 'broken' | 'unknown'>;

function reportBroken({ name, span, form }: Reference, agent: KnownAgent, { workspace, report }: Context): void {
  if (form === 'name') return;
  const related = [namePlace(agent, `\`${agent.name}\` does not load`)];
  // What its own file cannot help, the manifest of its plugin can.
  const manifest = agent.place.manifest === 'loads' ? null : workspace.pluginAt(agent.place.root)?.manifest;
  report('broken', span, { values: { name, file: workspace.shownPath(manifest ?? agent.uri) }, related });
}

/** A name in the text may be one of a skill. */
function isAgent(reference: Reference, { document, workspace }: Context): boolean {
  if (isCertain(reference)) return true;
  const { name } = reference;
  return !BUILT_IN_SKILLS.has(name) && workspace.skillsCalled(name, document.uri).length === 0;
}

/**
 * Names that the prompt tells the agent to hand work to as to an agent. Only in projects: where else an agent lies it may
 * be used beside agents that are not known here.
 */
function toldAgents({ document, load, workspace }: Context): ReadonlySet<Reference> {
  const scope = workspace.agentAt(document.uri)?.place.scope;
  if (!workspace.complete || scope !== 'project' || !mayStartAgents(load)) return new Set();
  const told = handOffs(document, load.reading).filter(({ saysAgent }) => saysAgent);
  return new Set(told.map(({ reference }) => reference));
}

interface Certainty {
  /** The file hands work to an agent that exists. */
  readonly handsOver: boolean;
  readonly isTold: boolean;
}

function reportUnknown(reference: Reference, { handsOver, isTold }: Certainty, context: Context): void {
  const { name, span, form } = reference;
  const { document, workspace, report } = context;
  if (name.includes(':')) {
    reportInPlugin(reference, context);
    return;
  }
  if (form === 'name' || STAND_IN.test(name)) return;
  const near = workspace.nearestAgentName(name);
  const isMeant = isCertain(reference) || isTold || near !== undefined || (handsOver && name.includes('-'));
  if (!isMeant) return;
  report('unknown', span, { values: { name, hint: hintAt(near) }, fixes: renameFix(document, span, name, near) });
}

function reportInPlugin({ name, span, form }: Reference, { document, workspace, report }: Context): void {
  const plugin = pluginOf(name, workspace);
  if (plugin === undefined) {
    const known = workspace.nearestAgentName(name);
    if (form === 'name' || !isPluginMistyped(name, known)) return;
    report('unknown', span, { values: { name, hint: hintAt(known) }, fixes: renameFix(document, span, name, known) });
    return;
  }
  const [other] = workspace.skillsCalled(name, document.uri);
  if (other) {
    report('other-kind', span, { values: { name, kind: other.kind, plugin } });
    return;
  }
  const near = nearestOfPlugin(name, plugin, document.uri, workspace);
  // `docs:build` may be the name of anything.
  if (form === 'name' && near === undefined && !plugin.includes('-')) return;
  const values = { plugin, name: name.slice(plugin.length + 1), hint: hintAt(near) };
  report('plugin', span, { values, fixes: renameFix(document, span, name, near) });
}

/** Names that stand for a name. */
const STAND_IN =
  /^(?:my|your|some|the|any|other|another|example|sample|custom|specific|chosen|selected|foo|bar|agent|subagent|string|str|none|null|undefined|type|name|placeholder|xxx)(?:[-_ ]|$)|(?:[-_ ]|agent)(?:name|type|id)$/i;

/** Undefined where no prefix is a plugin of the workspace: the agents of others cannot be known. */
function pluginOf(name: string, workspace: WorkspaceView): string | undefined {
  const parts = name.split(':');
  const prefixes = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(':'));
  return prefixes.findLast((prefix) => workspace.knowsPlugin(prefix));
}

/** The agent of the plugin that lies in a folder that was left out; else the one whose name is alike. */
function nearestOfPlugin(name: string, plugin: string, uri: string, workspace: WorkspaceView): string | undefined {
  const within = workspace
    .agentsCalled(bareName(name), uri)
    .find(({ place, loads }) => loads && place.plugin === plugin);
  return within?.id ?? workspace.nearestAgentName(name);
}
