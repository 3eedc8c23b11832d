// What an edit costs does not depend on how many agents there are, whatever they are called and say.
import { expect, test } from 'vitest';
import { rules } from '../../server/src/lint/allRules.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { PLAIN_ENVIRONMENT } from '../../server/src/rules/rule.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { placeOf } from '../../server/src/workspace/places.ts';
import { summarizeAgent } from '../../server/src/workspace/summary.ts';
import { uriOf } from '../harness/fakeFiles.ts';
import { stepsOf } from '../harness/steps.ts';
import { agent } from '../workspace/support.ts';

const NEIGHBOUR_RULES = rules.filter(({ code }) => code.startsWith('workspace/') || code === 'frontmatter/unknown-key');
const LONG = 'Reviews pull requests for correctness, style, security and missing tests before they are merged';
const EDITED = '.claude/agents/edited.md';

/** Everything in one folder, alike in name, description and what is mentioned; and as many plugins, skills and servers. */
function crowd(size: number): AgentIndex {
  const index = new AgentIndex();
  for (let at = 0; at < size; at++) {
    index.setText(uriOf(`kit${at}/.claude-plugin/plugin.json`), `{"name": "kit${at}", "agents": "./x/a.md"}`);
  }
  for (let at = 0; at < size; at++) {
    const body = 'Ask the `agent-0` agent or `the-other`.\n';
    const fields = `emoji: x\nkey-${at}: 1\n`;
    index.setText(uriOf(`.claude/agents/a${at}.md`), agent(`agent-${at}`, { description: LONG, body, fields }));
    index.setText(uriOf(`kit${at}/x/a.md`), agent('shared', { description: LONG }));
    index.setText(uriOf(`.claude/skills/s${at}/SKILL.md`), `---\nname: s${at}\ndescription: S\n---\n`);
    index.setText(uriOf(`app${at}/.mcp.json`), '{"mcpServers": {"docs": {}}}');
  }
  index.setText(uriOf('.mcp.json'), '{"mcpServers": {"docs": {}}}');
  index.complete = true;
  return index;
}

function edit(index: AgentIndex, text: string): number {
  const uri = uriOf(EDITED);
  const document = parseDocument(uri, text);
  const load = claudeCode.load(document, { scope: 'project' });
  const place = placeOf(uri, index.context);
  if (!place) throw new Error('an agent has a place');
  index.set(uri, summarizeAgent(document, place, load));
  const result = lint(document, {
    runtime: claudeCode,
    scope: 'project',
    load,
    rules: NEIGHBOUR_RULES,
    files: { linkTarget: () => 'unknown' },
    workspace: index,
    environment: PLAIN_ENVIRONMENT,
    onRuleError(_, error) {
      throw error;
    },
  });
  return result?.problems.length ?? 0;
}

/** Steps of an edit, the most of several; names, descriptions and mentions change as they are typed. */
function costOfEdit(size: number): number {
  const index = crowd(size);
  const costs = Array.from({ length: 20 }, (_, at) => {
    const body = `Ask the \`agent-1\` agent or the \`shared\` agent.\nTask(subagent_type="agemt-0")\n- Builds (use \`missing-${at}\`)\n\`kit0:b-${at}\`\n`;
    const fields = `skills: sx0\nemoji: y\nkey-${at}: 1\ntools: mcp__doc__x, Agent(agent-1, agent-x, shared)\n`;
    const text = agent('edited', { description: `${LONG} ${at}`, body, fields });
    let problems = 0;
    const steps = stepsOf(() => {
      problems = edit(index, text);
    });
    expect(problems).toBeGreaterThan(3);
    return steps;
  });
  return Math.max(...costs.slice(5));
}

test('an edit among 500 agents takes about as many steps as among ten', () => {
  expect(costOfEdit(500)).toBeLessThan(costOfEdit(10) * 1.5);
});
