// Reports mentions of an existing agent by a name that does not resolve to it.

import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { isSeenTogether, type KnownAgent } from '../../../../rules/workspaceView.ts';
import type { Reference } from '../../../reference.ts';
import { foldName } from '../../agents.ts';
import { measured } from '../../evidence.ts';
import { agentReferences, builtInCalled, isCertain } from '../support/agentReferences.ts';
import { namePlace, renameFix } from '../support/neighbours.ts';

const HEAD = '---\nname: lead\ndescription: Leads\n---\n';
const RING = {
  'dev/.claude-plugin/plugin.json': '{ "name": "ring-dev-team" }',
  'dev/agents/sre.md': '---\nname: sre\ndescription: Watches\n---\nWatch.\n',
  'dev/agents/ops.md': '---\nname: ring:ops\ndescription: Operates\n---\nOperate.\n',
};
const TESTER = { '.claude/agents/tester.md': '---\nname: test-runner\ndescription: Tests\n---\nTest.\n' };
const TWINS = { ...TESTER, '.claude/agents/b.md': '---\nname: TestRunner\ndescription: Checks\n---\nTest.\n' };

function withTools(tools: string): string {
  return `---\nname: lead\ndescription: Leads\ntools: ${tools}\n---\nLead.\n`;
}

export default defineRule({
  code: 'workspace/inexact-agent-name',
  severity: 'warning',
  summary: 'A name refers to an existing agent but does not resolve to it.',
  rationale:
    'The Agent tool ignores case and separators unless two agents differ in nothing else. `Agent(…)` in `tools` requires the exact name. Plugin agents resolve only by their full name, `plugin:folder:name`, even for other agents of the same plugin. This rule checks only names after `subagent_type` and in `Agent(…)`, because the model understands names in sentences.',
  evidence: [
    measured('"Agent type \'sre\' not found" for an agent `p:sre`, asked for by another of the plugin too'),
    measured('`Agent(Test_Runner)` allows no agent where one is called `test-runner`; `subagent_type` finds it'),
    measured('"Agent type \'DUP\' is ambiguous — matches dup, Dup. Use the exact name"'),
  ],
  messages: {
    prefix: {
      text: '`{name}` is a plugin agent, which resolves only by its full name, even within the plugin. Write `{id}`, unless users copy the agent out of the plugin.',
      severity: 'information',
    },
    exact:
      '`Agent(…)` requires exact names, and this agent is named `{id}`, so `{name}` allows no agent. Write `{id}`.',
    ambiguous:
      '`{name}` could mean `{one}` or `{other}`, because case and separators do not count, so Claude Code starts neither. Write one of the two names exactly.',
  },
  examples: {
    invalid: [
      {
        message: 'prefix',
        text: `${HEAD}Task(subagent_type="⟦sre⟧")\n`,
        path: 'dev/agents/lead.md',
        workspace: RING,
        fixed: `${HEAD}Task(subagent_type="ring-dev-team:sre")\n`,
      },
      {
        message: 'prefix',
        text: `${HEAD}Task(subagent_type="⟦ring:ops⟧")\n`,
        workspace: RING,
        fixed: `${HEAD}Task(subagent_type="ring-dev-team:ring:ops")\n`,
      },
      {
        message: 'exact',
        text: withTools('Agent(⟦Test_Runner⟧)'),
        workspace: TESTER,
        fixed: withTools('Agent(test-runner)'),
      },
      { message: 'exact', text: withTools('Agent(⟦explore⟧)'), workspace: TESTER, fixed: withTools('Agent(Explore)') },
      { message: 'ambiguous', text: `${HEAD}Task(subagent_type="⟦test_runner⟧")\n`, workspace: TWINS },
    ],
    valid: [
      { text: withTools('Agent(test-runner, Explore)'), workspace: TESTER },
      { text: `${HEAD}Task(subagent_type="Test_Runner")\n`, workspace: TESTER },
      { text: `${HEAD}Task(subagent_type="TestRunner")\n`, workspace: TWINS },
      { text: `${HEAD}Task(subagent_type="Ring-Dev-Team:SRE")\n`, workspace: RING },
      { text: `${HEAD}- Dashboards (use \`sre\`)\n`, path: 'dev/agents/lead.md', workspace: RING },
      // Agents outside plugins and projects are meant to be copied and are then called by their names.
      {
        text: `${HEAD}Task(subagent_type="sre")\n`,
        workspace: { ...RING, 'more/agents/sre.md': '---\nname: sre\ndescription: Watches\n---\nWatch.\n' },
      },
    ],
  },
  check(context) {
    const { document, load, workspace } = context;
    for (const reference of agentReferences(document, load)) {
      if (!isCertain(reference)) continue;
      const loaded = workspace.agentsCalled(reference.name, document.uri).filter(({ loads }) => loads);
      if (!isFoundExactly(reference, loaded)) lookCloser(reference, loaded, context);
    }
  },
});

function isFoundExactly({ name }: Reference, agents: readonly KnownAgent[]): boolean {
  return builtInCalled(name) === name || agents.some((agent) => idsOf(agent).includes(name));
}

function lookCloser(
  { name, span, form }: Reference,
  agents: readonly KnownAgent[],
  { document, workspace, report }: RuleContext<'prefix' | 'exact' | 'ambiguous'>,
): void {
  const named = agents.filter((agent) => idsOf(agent).some((id) => foldName(id) === foldName(name)));
  const own = workspace.agentAt(document.uri);
  const together = named.filter((agent) => own !== undefined && isSeenTogether(own, agent));
  const [one, other] = [...new Set(together.map(({ id }) => id))];
  const id = named[0]?.id ?? builtInCalled(name);
  if (form === 'tool-list' && id !== undefined) {
    report('exact', span, { values: { name, id }, fixes: renameFix(document, span, name, id) });
  } else if (one !== undefined && other !== undefined) {
    report('ambiguous', span, {
      values: { name, one, other },
      related: together.map((agent) => namePlace(agent, `\`${agent.id}\``)),
    });
  } else if (id === undefined && agents[0] && agents.every(({ place }) => place.scope === 'plugin')) {
    const whole = agents[0].id;
    report('prefix', span, { values: { name, id: whole }, fixes: renameFix(document, span, name, whole) });
  }
}

function idsOf({ id, otherIds }: KnownAgent): string[] {
  return [id, ...otherIds];
}
