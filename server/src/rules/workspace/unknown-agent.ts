// workspace/unknown-agent: a mention of an agent that does not exist, or that does not load.
import { BUILT_IN_AGENTS } from '../../dialects/claude-code/agents.ts';
import { type Reference, referencesIn } from '../../dialects/claude-code/references.ts';
import type { Fix } from '../../model/problem.ts';
import { nearest } from '../../util/similar.ts';
import type { Span } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { documented } from '../support/evidence.ts';
import { namePlace } from '../support/neighbours.ts';
import { replace } from '../support/values.ts';
import type { WorkspaceView } from '../workspaceView.ts';

const HEAD = '---\nname: lead\ndescription: Leads\n---\n';
const RING = {
  'dev/.claude-plugin/plugin.json': '{ "name": "ring-dev-team" }',
  'dev/agents/sre.md': '---\nname: sre\ndescription: Watches\n---\nWatch.\n',
};
const TESTER = { '.claude/agents/tester.md': '---\nname: test-runner\ndescription: Tests\n---\nTest.\n' };

/** Names that stand for a name. */
const STAND_IN =
  /^(?:my|your|some|the|other|another|example|custom|foo|bar|agent|subagent)(?:[-_]|$)|[-_](?:name|type|id)$/i;

export default defineRule({
  code: 'workspace/unknown-agent',
  severity: 'information',
  summary: 'A mention of an agent that does not exist or does not load.',
  rationale:
    'An agent that is told to hand work to one that is not there tries, gets an error, and goes on alone. Names in backticks, after `subagent_type` and in `Agent(…)` are looked up among the agents of this workspace, your own and the built-in ones. Names with a prefix are only reported where the plugin is in the workspace, so that all its agents are known; plain names only where the sentence speaks of agents and the file mentions others that exist.',
  evidence: [documented('subagents are asked for by name; plugin agents by `plugin:folder:name`')],
  messages: {
    plugin: {
      text: 'The plugin `{plugin}` has no agent `{name}`, so this leads nowhere.{hint}',
      severity: 'warning',
    },
    broken: {
      text: 'The agent `{name}` does not load: its file `{file}` has an error. Until it is mended this leads nowhere.',
      severity: 'warning',
    },
    unknown: 'No agent of this workspace, your own folder or Claude Code itself is called `{name}`.{hint}',
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
    ],
    valid: [
      { text: `${HEAD}Use \`other-plugin:devops\`, \`npm:test\` and \`ring-dev-team:sre\`.\n`, workspace: RING },
      { text: `${HEAD}Task(subagent_type="general-purpose"), Task(subagent_type="Test_Runner")\n`, workspace: TESTER },
      {
        text: `${HEAD}Delegate to the \`test-runner\` agent. Run \`npm-check\`, a multi-agent tool.\n`,
        workspace: TESTER,
      },
      // No mention of an agent that exists: nothing tells that these are names of agents of this workspace.
      { text: `${HEAD}- Builds (use \`build-master\`)\n`, workspace: TESTER },
      {
        text: `${HEAD}Write \`subagent_type="agent-name"\` or \`Task(subagent_type="your-agent")\`.\n`,
        workspace: TESTER,
      },
    ],
  },
  check({ document, load, workspace, report }) {
    const references = referencesIn(document, load.reading).filter(({ to }) => to === 'agent');
    const speaksOfKnown = references.some(({ name }) =>
      workspace.agentsCalled(name, document.uri).some(({ uri }) => uri !== workspace.agentAt(document.uri)?.uri),
    );
    for (const { name, span, form } of references) {
      const [found] = workspace.agentsCalled(name, document.uri);
      if (found?.loads || isElsewhere(name, document.uri, workspace)) continue;
      if (found) {
        if (form === 'name') continue;
        const related = [namePlace(found, `\`${found.name}\` does not load`)];
        report('broken', span, { values: { name, file: workspace.shownPath(found.uri) }, related });
        continue;
      }
      if (!workspace.complete) continue;
      const near = nearest(name, workspace.agentNamesLike(name));
      const details = { values: { name, hint: near === undefined ? '' : ` Did you mean \`${near}\`?` } };
      const fixes = [near === undefined ? undefined : renameTo(span, near)];
      const plugin = name.includes(':') ? pluginOf(name, workspace) : null;
      if (plugin)
        report('plugin', span, { values: { ...details.values, plugin, name: name.slice(plugin.length + 1) }, fixes });
      else if (plugin === null && isMeant(form, name, near, speaksOfKnown))
        report('unknown', span, { ...details, fixes });
    }
  },
});

/** Undefined where no prefix is a plugin of the workspace: the agents of others cannot be known. */
function pluginOf(name: string, workspace: WorkspaceView): string | undefined {
  const parts = name.split(':');
  const prefixes = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(':'));
  return prefixes.findLast((prefix) => workspace.knowsPlugin(prefix));
}

function isElsewhere(name: string, uri: string, workspace: WorkspaceView): boolean {
  return (
    BUILT_IN_AGENTS.some((each) => each.toLowerCase() === name.toLowerCase()) ||
    workspace.skillsCalled(name, uri).length > 0
  );
}

/** Whether a name that nothing is called by was written for an agent of this workspace. */
function isMeant(form: Reference['form'], name: string, near: string | undefined, speaksOfKnown: boolean): boolean {
  if (form === 'name' || STAND_IN.test(name)) return false;
  if (form === 'tool-list' || form === 'field') return true;
  return near !== undefined || (speaksOfKnown && name.includes('-'));
}

function renameTo(span: Span, name: string): Fix {
  return { title: `Change to \`${name}\``, kind: 'suggestion', edits: [replace(span, name)] };
}
