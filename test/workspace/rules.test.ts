// Rules about neighbours where the examples do not show the point: what real agents say, and what was measured.
import { describe, expect, test } from 'vitest';
import { type Finding, findings, marks } from '../harness/checkRule.ts';
import { pathOf } from '../harness/fakeFiles.ts';
import { agent, type Files } from './support.ts';

interface Where {
  readonly path?: string;
  readonly workspace?: Files;
}

/** The marked characters of what a rule of the group finds in an agent. */
function found(code: string, text: string, where: Where): string[] {
  return marks(`workspace/${code}`, text, where);
}

/** Paths of the other places that have to do with it. */
function relatedPaths(finding: Finding | undefined): (string | null | undefined)[] | undefined {
  return finding?.problem.related?.map(({ uri }) => pathOf(uri));
}

const KIT = {
  'kit/.claude-plugin/plugin.json': '{"name": "ring-kit"}',
  'kit/agents/sre.md': agent('sre'),
  'docs/.claude-plugin/plugin.json': '{"name": "docs"}',
  'docs/agents/writer.md': agent('writer'),
};
const lead = (body: string, fields = ''): string => agent('lead', { body, fields });

describe('unknown-agent', () => {
  test.each<[string, string, string[]]>([
    ['a script of a name like a plugin’s', 'Run `npm run docs:build`, `docs:lint` or docs:watch.', []],
    ['a misspelt agent of such a plugin', 'Ask `docs:writter`.', ['docs:writter']],
    ['a plugin that is only listed', 'Ask `gone-kit:sre`.', []],
    ['names of plugins in full', 'Ask `ring-kit:sre`, `Ring-Kit:SRE` and ring-kit:sre.', []],
    ['any name after subagent_type', 'Task(subagent_type="zebra")', ['zebra']],
    ['a name with blanks', 'Task(subagent_type="Zebra Painter")', ['Zebra Painter']],
    ['names that stand for names', 'subagent_type="agentName", subagent_type="the name", subagent_type="string"', []],
    ['a person', 'Escalate to `tech-lead`.', []],
    ['a page', 'Redirect to `sign-in`.', []],
    ['what is spoken of without agents', 'Hooks (via `pre-commit`), see `left-pad`.', []],
    ['built-in agents whatever their spelling', 'subagent_type="plan", the `general_purpose` agent', []],
  ])('%s', (_, body, expected) => {
    const list = JSON.stringify({ plugins: [{ name: 'gone-kit', source: './gone' }] });
    const workspace = { ...KIT, '.claude-plugin/marketplace.json': list };
    expect(found('unknown-agent', lead(body), { workspace })).toEqual(expected);
  });

  test('a skill is no agent where only agents can be meant', () => {
    const workspace = { '.claude/skills/deploy/SKILL.md': '---\ndescription: Deploys\n---\n' };
    expect(found('unknown-agent', lead('The `deploy` agent. Task(subagent_type="deploy")'), { workspace })).toEqual([
      'deploy',
    ]);
  });

  test('nothing is missing while not everything is known', () => {
    expect(found('unknown-agent', lead('Task(subagent_type="zebra")'), {})).toEqual([]);
  });

  test('has no fix where the name is not written as it is read', () => {
    const workspace = { '.claude/agents/t.md': agent('tester') };
    const [problem] = findings('workspace/unknown-agent', lead('', 'tools: "Agent(test\\u0065rr)"\n'), { workspace });
    expect(problem?.problem.fixes).toEqual([]);
  });
});

describe('inexact-agent-name', () => {
  test('the whole name is offered where the folder was left out', () => {
    const workspace = { ...KIT, 'kit/agents/web/css.md': agent('css') };
    const [problem] = findings('workspace/inexact-agent-name', lead('Task(subagent_type="css")'), { workspace });
    expect(problem).toMatchObject({ id: 'prefix', values: { id: 'ring-kit:web:css' } });
  });

  test('an agent of the project is found by its bare name, whatever plugins have', () => {
    const workspace = { ...KIT, '.claude/agents/sre.md': agent('sre') };
    expect(found('inexact-agent-name', lead('Task(subagent_type="sre")'), { workspace })).toEqual([]);
  });

  test('each of the names of a plugin is exact', () => {
    const plugins = [
      { name: 'one', source: './' },
      { name: 'two', source: './' },
    ];
    const workspace = { '.claude-plugin/marketplace.json': JSON.stringify({ plugins }), 'agents/a.md': agent('a') };
    expect(found('inexact-agent-name', lead('', 'tools: Agent(one:a, two:a)\n'), { workspace })).toEqual([]);
  });
});

describe('names that several agents have', () => {
  const twin = agent('reviewer');

  test('copies in other repositories, plugins and folders are no duplicates', () => {
    const workspace = {
      'app/.claude/agents/reviewer.md': twin,
      'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
      'kit/agents/reviewer.md': twin,
      'team/agents/reviewer.md': twin,
      '~/.claude/agents/reviewer.md': twin,
    };
    expect(found('duplicate-name', twin, { workspace })).toEqual([]);
  });

  test('an agent that is shadowed in several folders names the first and the others', () => {
    const workspace = { 'app/.claude/agents/r.md': twin, 'lib/.claude/agents/r.md': twin };
    const [problem] = findings('workspace/shadowed', twin, { workspace });
    expect(problem).toMatchObject({ id: 'nearer', values: { folder: 'app', file: 'app/.claude/agents/r.md' } });
    expect(relatedPaths(problem)).toEqual(['app/.claude/agents/r.md', 'lib/.claude/agents/r.md']);
  });

  test('an agent of a plugin takes nobody’s place, and nobody takes its', () => {
    const workspace = { 'kit/.claude-plugin/plugin.json': '{"name": "kit"}', '.claude/agents/r.md': twin };
    for (const code of ['shadowed', 'duplicate-name', 'confusable-name']) {
      expect(found(code, twin, { path: 'kit/agents/reviewer.md', workspace })).toEqual([]);
      expect(found(code, agent('Explore'), { path: 'kit/agents/explore.md', workspace })).toEqual([]);
    }
  });

  test('the same name in another folder of a plugin is another name', () => {
    const workspace = { 'kit/.claude-plugin/plugin.json': '{"name": "kit"}', 'kit/agents/web/r.md': agent('Reviewer') };
    expect(found('confusable-name', twin, { path: 'kit/agents/reviewer.md', workspace })).toEqual([]);
    expect(found('confusable-name', twin, { path: 'kit/agents/web/reviewer.md', workspace })).toEqual(['reviewer']);
  });

  test('agents of which one takes the place of the other are not said to be alike', () => {
    const long = { description: 'Reviews pull requests for correctness, style, security and missing tests at once' };
    const workspace = { '.claude/agents/r.md': agent('reviewer', long), '.claude/agents/o.md': agent('other', long) };
    expect(
      found('similar-description', agent('reviewer', long), { workspace: { 'x/.claude/agents/r.md': '' } }),
    ).toEqual([]);
    const path = 'app/.claude/agents/r.md';
    const [problem] = findings('workspace/similar-description', agent('reviewer', long), { path, workspace });
    expect(problem?.values).toMatchObject({ other: 'other' });
  });
});

describe('delegation-cycle', () => {
  const calls = (name: string, to: string, fields = ''): string =>
    agent(name, { body: `Task(subagent_type="${to}")\n`, fields });

  test('is found on the shortest way, whatever the spelling', () => {
    const workspace = { '.claude/agents/b.md': calls('b-b', 'C'), '.claude/agents/c.md': calls('c', 'A') };
    const [problem] = findings('workspace/delegation-cycle', calls('a', 'B_B'), { workspace });
    expect(problem).toMatchObject({ id: 'circle', values: { name: 'a' } });
    expect(relatedPaths(problem)).toEqual(['.claude/agents/b.md', '.claude/agents/c.md']);
  });

  test('is none where one on the way cannot hand work on, or is not loaded together', () => {
    const cut = { '.claude/agents/b.md': calls('b', 'a', 'tools: Read, Grep\n') };
    const apart = { 'app/.claude/agents/b.md': calls('b', 'a') };
    expect(found('delegation-cycle', calls('a', 'b'), { workspace: cut })).toEqual([]);
    expect(found('delegation-cycle', calls('a', 'b'), { workspace: apart, path: 'lib/.claude/agents/a.md' })).toEqual(
      [],
    );
  });

  test('is none in a description, which is read by others', () => {
    const workspace = { '.claude/agents/b.md': agent('b', { description: 'Starts Task(subagent_type="a")' }) };
    expect(found('delegation-cycle', calls('a', 'b'), { workspace })).toEqual([]);
  });

  test('ends in a crowd of agents that all hand work to one another', () => {
    const names = Array.from({ length: 300 }, (_, at) => `a${at}`);
    const body = names.map((name) => `Task(subagent_type="${name}")\n`).join('');
    const workspace = Object.fromEntries(names.map((name) => [`.claude/agents/${name}.md`, agent(name, { body })]));
    expect(found('delegation-cycle', agent('lead', { body }), { workspace })).toEqual([]);
  });
});

describe('unknown-skill and unknown-mcp-server', () => {
  test('names of skills are parted by blanks too, and found by all their names', () => {
    const workspace = { '.claude/skills/deploy/SKILL.md': '---\nname: shipping\ndescription: Ships\n---\n' };
    const fields = 'skills: deploy shipping,\n  simplify kit:x shippin\n';
    expect(found('unknown-skill', lead('', fields), { workspace })).toEqual(['shippin']);
  });

  test('a plugin’s name may be mistyped, and one that is not known may be anybody’s', () => {
    const workspace = {
      'kit/.claude-plugin/plugin.json': '{"name": "kit"}',
      'kit/skills/verify/SKILL.md': '---\nname: verify\ndescription: Verifies\n---\n',
      'kit/commands/ship.md': '---\ndescription: Ships\n---\n',
      'kit/agents/qa.md': agent('qa'),
    };
    const fields = 'skills: [kat:verify, kti:ship, kit:verify, qa:verify, kat:deploy, other:verify]\n';
    expect(found('unknown-skill', lead('', fields), { workspace })).toEqual(['kat:verify', 'kti:ship']);
    const tools = 'tools: Agent(kat:qa, other:qa, kat:sre)\n';
    expect(found('unknown-agent', lead('See `kat:qa`.', tools), { workspace })).toEqual(['kat:qa']);
    expect(found('unknown-skill', lead('', fields), {})).toEqual([]);
  });

  test('a server of the user does not make those of projects known', () => {
    const workspace = { '~/.claude.json': '{"mcpServers": {"docs": {}}}' };
    expect(found('unknown-mcp-server', lead('', 'tools: mcp__jira__x\n'), { workspace })).toEqual([]);
    const both = { ...workspace, '.mcp.json': '{"mcpServers": {"git hub": {}}}' };
    const fields = 'tools: mcp__jira__x, mcp__docs__x, mcp__git_hub__x, mcp__ide__x\n';
    expect(found('unknown-mcp-server', lead('', fields), { workspace: both })).toEqual(['jira']);
  });
});
