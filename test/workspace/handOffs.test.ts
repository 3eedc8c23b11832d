// Sentences that hand work to another agent: which are orders, which of them always count, and what is only prose.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { handOffs } from '../../server/src/runtimes/claude-code/rules/support/handOffs.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { marks } from '../harness/checkRule.ts';
import { agent, type Files } from './support.ts';

/** `always` or `depends`, `agent` where the word stands beside the name, and the name. */
function read(body: string): string[] {
  const document = parseDocument('file:///.claude/agents/lead.md', agent('lead', { body }));
  const { reading } = claudeCode.load(document, { scope: 'project' });
  return handOffs(document, reading).map(({ reference, always, saysAgent }) =>
    [always ? 'always' : 'depends', ...(saysAgent ? ['agent'] : []), reference.name].join(' '),
  );
}

describe('an order that always counts', () => {
  test.each([
    'Always delegate to the `fixer` agent.',
    'Always delegate to the **`fixer`** agent!',
    'You must delegate every task to the `fixer` agent.',
    'Delegate all tests to the `fixer` subagent, then answer.',
    'Hand the plan over to the `fixer` agent.',
    'Hand off to the `fixer` agent immediately.',
    'Then pass your findings to the `fixer` agent.',
    'Use the `fixer` agent to repair the build.',
    'Call the `fixer` agent for each finding.',
    'Invoke the agent `fixer` with the diff.',
    'Launch the `fixer` sub-agent.',
    'Ask the `fixer` agent to look at it.',
    'Use the Task tool to launch the `fixer` agent.',
    '1. Read the diff.\n2. Delegate to the `fixer` agent.\n',
    'After every change, delegate to the\n`fixer` agent.',
    '## Steps\n\nAlways delegate to the `fixer` agent.\r\n',
  ])('%j', (body) => {
    expect(read(body)).toEqual(['always agent fixer']);
  });

  test.each<[string, string[]]>([
    ['Delegate to `fixer`.', ['always fixer']],
    ['Hand over to the `fixer` when done reading.', ['depends fixer']],
    ['Delegate to the `fixer` and `tester` agents.', ['always agent fixer', 'always agent tester']],
    ['Use the `fixer` agent and the `tester` agent.', ['always agent fixer']],
    ['Delegate to the `fixer` agent, then to the `tester` agent.', ['always agent fixer', 'always agent tester']],
  ])('%j', (body, expected) => {
    expect(read(body)).toEqual(expected);
  });
});

describe('an order that depends', () => {
  test.each([
    'If the tests fail, delegate to the `fixer` agent.',
    'When you are done, hand off to the `fixer` agent.',
    'You may delegate to the `fixer` agent.',
    'Delegate to the `fixer` agent as needed.',
    'Delegate complex bugs to the `fixer` agent.',
    'Delegate to the `fixer` agent, and stop once it answers.',
    'After three attempts, hand over to the `fixer` agent.',
    'If the build breaks:\n\n- Delegate to the `fixer` agent.\n',
    '## When to delegate\n\nDelegate to the `fixer` agent.\n',
    '## Escalation\n\nDelegate to the `fixer` agent.\n',
  ])('%j', (body) => {
    expect(read(body)).toEqual(['depends agent fixer']);
  });
});

describe('no order', () => {
  test.each([
    ['a negation', 'Never delegate to the `fixer` agent. Do not use the `fixer` agent.'],
    ['an exception', 'Work without the `fixer` agent. Use the diff instead of the `fixer` agent.'],
    [
      'what may not be there',
      'If available, use the `fixer` agent. If you have a `fixer` agent, use the `fixer` agent.',
    ],
    ['a choice', 'Delegate to the `fixer` or the `tester` agent. Use the `fixer` agent or do it yourself.'],
    ['somebody else', 'The planner delegates to the `fixer` agent. Tell the caller to use the `fixer` agent.'],
    ['a description', 'You are the `fixer` agent. The `fixer` agent calls you. Read what the `fixer` agent wrote.'],
    ['a thing of the agent', "Use the `fixer` agent file as a model. Use the `fixer` agent's report."],
    ['a model', 'Use the `fixer` agent as a template.'],
    ['what is no agent', 'Use `fixer`. Route requests to the `login` page. Call the `http` module.'],
    ['words that are spoken of', 'People write "use the `fixer` agent" here.'],
    ['a heading', '## Use the `fixer` agent\n\nText.'],
    ['a quotation', '> Always delegate to the `fixer` agent.'],
    ['an example', '<example>\nAlways delegate to the `fixer` agent.\n</example>'],
    ['a code block', '```\nAlways delegate to the `fixer` agent.\n```'],
    ['a table', '| Task | Agent |\n| --- | --- |\n| Bugs | Use the `fixer` agent |'],
    ['a forbidden list', '## Do not\n\n- Delegate to the `fixer` agent.'],
    ['examples under a heading', '## Examples\n\nUse the `fixer` agent to repair the build.'],
    ['a name without marks', 'Delegate to the fixer agent.'],
    ['another place', 'Use the `fixer` agent of the plugin.'],
  ])('%s', (_, body) => {
    expect(read(body)).toEqual([]);
  });
});

describe('a circle of delegation', () => {
  const ORDER = (name: string): string => `Always delegate to the \`${name}\` agent.\n`;
  const found = (text: string, workspace: Files): string[] => marks('workspace/delegation-cycle', text, { workspace });

  test.each<[string, string, string, string[]]>([
    ['that inherits the tool', '', '', ['fixer']],
    ['that has it', 'tools: Read, Agent\n', 'tools: Task\n', ['fixer']],
    ['that may start only others', 'tools: Read, Agent(tester)\n', '', ['fixer']],
    ['without it', 'tools: Read\n', '', []],
    ['to one without it', '', 'tools: Read\n', []],
    ['from which it is taken', 'disallowedTools: Agent\n', '', []],
  ])('of an agent %s', (_, own, other, expected) => {
    const workspace = { '.claude/agents/fixer.md': agent('fixer', { body: ORDER('lead'), fields: other }) };
    expect(found(agent('lead', { body: ORDER('fixer'), fields: own }), workspace)).toEqual(expected);
  });

  test('goes on over a call and a list of tools', () => {
    const workspace = {
      '.claude/agents/fixer.md': agent('fixer', { body: 'Task(subagent_type="tester")\n' }),
      '.claude/agents/tester.md': agent('tester', { fields: 'tools: Agent(lead)\n' }),
    };
    expect(found(agent('lead', { body: ORDER('fixer') }), workspace)).toEqual(['fixer']);
  });

  test('is none where one side has a condition, or where a prompt speaks of its own agent', () => {
    const back = agent('fixer', { body: 'If in doubt, delegate to the `lead` agent.\n' });
    expect(found(agent('lead', { body: ORDER('fixer') }), { '.claude/agents/fixer.md': back })).toEqual([]);
    expect(found(agent('lead', { body: ORDER('lead') }), {})).toEqual([]);
  });

  test('is none in a description', () => {
    const text = agent('lead', { description: 'Always delegate to the `fixer` agent.' });
    const workspace = { '.claude/agents/fixer.md': agent('fixer', { body: ORDER('lead') }) };
    expect(found(text, workspace)).toEqual([]);
  });
});

describe('an agent that is not there', () => {
  const WORKSPACE = {
    '.claude/agents/tester.md': agent('tester'),
    '.claude/skills/deploy/SKILL.md': '---\ndescription: Deploys\n---\n',
  };
  const found = (body: string, where: { path?: string; fields?: string; workspace?: Files } = {}): string[] => {
    const { path, fields = '', workspace = WORKSPACE } = where;
    return marks('workspace/unknown-agent', agent('lead', { body, fields }), { workspace, ...(path ? { path } : {}) });
  };

  test.each<[string, string[]]>([
    ['Always delegate to the `zebra` agent.', ['zebra']],
    ['When the tests fail, use the `zebra` agent.', ['zebra']],
    ['Hand the report to the `zebra` subagent.', ['zebra']],
    ['Invoke the agent `zebra`.', ['zebra']],
    ['Delegate to the `zebra` and `tester` agents.', ['zebra']],
    ['Use the `tester` agent, the `Explore` agent or `deploy`.', []],
    ['Use the `deploy` agent. Use the `your-agent` agent. Use the `general_purpose` agent.', []],
    ['Delegate to `zebra`. Escalate to `tech-lead`. Use the `ssh-agent` protocol.', []],
    ['Never use the `zebra` agent. If it exists, use the `zebra` agent.', []],
    ['The `zebra` agent reviews what you write.', []],
  ])('%j', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  test('is not told where others may be known', () => {
    const body = 'Always delegate to the `zebra` agent.';
    expect(found(body, { path: 'team/agents/lead.md' })).toEqual([]);
    expect(found(body, { path: '~/.claude/agents/lead.md' })).toEqual([]);
    const kit = { 'kit/.claude-plugin/plugin.json': '{"name": "kit"}' };
    expect(found(body, { path: 'kit/agents/lead.md', workspace: kit })).toEqual([]);
  });

  test('is not told of an agent that cannot start others', () => {
    expect(found('Always delegate to the `zebra` agent.', { fields: 'tools: Read\n' })).toEqual([]);
  });
});

test.each(['delegate a ', 'delegate to the ', 'use the `a` agent ', '`a`, ', 'hand `a` to '])(
  'a long text of %j is read in steps that grow with it',
  (part) => {
    const body = `Use the \`x\` agent. ${part.repeat(40_000)}\n\n${`${part}\`y\` agent.\n\n`.repeat(5000)}`;
    expect(read(body).length).toBeGreaterThan(0);
  },
);
