// Definition, references, rename and call hierarchy of agents, across files and scopes.
import { describe, expect, test } from 'vitest';
import { callsAt, definitionAt, referencesAt, renameAt, renameEditAt, renameStartAt } from '../harness/navigation.ts';

/** An engineer that speaks of an agent of the plugin beside it. */
const RING = `
//- dev-team/.claude-plugin/plugin.json
{ "name": "ring-dev-team" }
//- dev-team/agents/frontend-engineer.md
---
name: frontend-engineer
description: Builds interfaces
---
You build interfaces.
//- .claude/agents/backend.md
---
name: backend
description: Builds services
---
- Frontend (use \`ring-dev-team:frontend-█engineer\`)
- Infrastructure (use \`ring-dev-team:devops\`)
//- .claude/skills/cycle/SKILL.md
---
name: cycle
description: Runs a cycle
---
Task(subagent_type="ring-dev-team:frontend-engineer")
`;

const TEAM = `
//- .claude/agents/lead.md
---
name: lead
description: Leads the work of test-runner and others
tools: Read, Agent(test-runner, scribe), Task(test-runner)
---
Delegate to the \`test-run█ner\` agent, or write @agent-test-runner.
\`\`\`
Task(subagent_type='test-runner')
\`\`\`
Use test-runner-like scripts, or \`npm test-runner\`.
//- .claude/agents/test-runner.md
---
name: "test-runner" # runs them
description: Runs tests
---
You are **test-runner**.
//- .claude/agents/scribe.md
---
name: scribe
description: Writes
---
Hand over to \`lead\`.
`;

describe('definition', () => {
  test('leads from a qualified mention to the name of a plugin’s agent', async () => {
    expect(await definitionAt(RING)).toEqual(['dev-team/agents/frontend-engineer.md:2: frontend-engineer']);
  });

  test('leads to the name inside of quotes', async () => {
    expect(await definitionAt(TEAM)).toEqual(['.claude/agents/test-runner.md:2: test-runner']);
  });

  test('takes the nearest of agents with one name', async () => {
    const nested = `
//- .claude/agents/reviewer.md
---
name: reviewer
description: Reviews
---
//- app/.claude/agents/reviewer.md
---
name: reviewer
description: Reviews the app
---
//- ~/.claude/agents/reviewer.md
---
name: reviewer
description: My own
---
//- app/.claude/agents/lead.md
---
name: lead
description: Leads
---
Ask the \`revi█ewer\` agent.
`;
    expect(await definitionAt(nested)).toEqual(['app/.claude/agents/reviewer.md:2: reviewer']);
  });

  test('finds agents whatever the case and separators, as the Agent tool does', async () => {
    const other = TEAM.replace('@agent-test-runner', 'subagent_type: "Test_Ru█nner"').replace(
      'test-run█ner',
      'test-runner',
    );
    expect(await definitionAt(other)).toEqual(['.claude/agents/test-runner.md:2: test-runner']);
  });

  test('leads nowhere from a plugin that is not there', async () => {
    expect(await definitionAt(RING.replace('"ring-dev-team"', '"other"'))).toEqual([]);
  });
});

describe('references', () => {
  test('are those of agents, skills and commands', async () => {
    expect(await referencesAt(RING, true)).toEqual([
      'dev-team/agents/frontend-engineer.md:2: frontend-engineer',
      '.claude/agents/backend.md:5: ring-dev-team:frontend-engineer',
      '.claude/skills/cycle/SKILL.md:5: ring-dev-team:frontend-engineer',
    ]);
  });

  test('are found in every form, and words that only begin alike are none', async () => {
    expect(await referencesAt(TEAM)).toEqual([
      '.claude/agents/lead.md:4: test-runner',
      '.claude/agents/lead.md:4: test-runner',
      '.claude/agents/lead.md:6: test-runner',
      '.claude/agents/lead.md:6: test-runner',
      '.claude/agents/lead.md:8: test-runner',
      '.claude/agents/test-runner.md:5: test-runner',
    ]);
  });
});

describe('rename', () => {
  test('changes the name, the file and every mention; the plugin’s prefix stays', async () => {
    expect(await renameAt(RING, 'ui-engineer')).toEqual({
      'dev-team/agents/ui-engineer.md':
        '---\nname: ui-engineer\ndescription: Builds interfaces\n---\nYou build interfaces.\n',
      'dev-team/agents/frontend-engineer.md': null,
      '.claude/agents/backend.md':
        '---\nname: backend\ndescription: Builds services\n---\n- Frontend (use `ring-dev-team:ui-engineer`)\n- Infrastructure (use `ring-dev-team:devops`)\n',
      '.claude/skills/cycle/SKILL.md':
        '---\nname: cycle\ndescription: Runs a cycle\n---\nTask(subagent_type="ring-dev-team:ui-engineer")\n',
    });
  });

  test('keeps quotes and comments', async () => {
    const after = await renameAt(TEAM, 'tester');
    expect(after['.claude/agents/tester.md']).toBe(
      '---\nname: "tester" # runs them\ndescription: Runs tests\n---\nYou are **tester**.\n',
    );
    expect(after['.claude/agents/lead.md']).toBe(
      "---\nname: lead\ndescription: Leads the work of test-runner and others\ntools: Read, Agent(tester, scribe), Task(tester)\n---\nDelegate to the `tester` agent, or write @agent-tester.\n```\nTask(subagent_type='tester')\n```\nUse test-runner-like scripts, or `npm test-runner`.\n",
    );
  });

  test('offers the last part of a qualified name', async () => {
    expect(await renameStartAt(RING)).toBe('.claude/agents/backend.md:5: frontend-engineer (frontend-engineer)');
  });

  test('asks about words that only look like a mention', async () => {
    const edit = await renameEditAt(TEAM, 'tester');
    const annotated = JSON.stringify(edit.documentChanges).match(/annotationId/g) ?? [];
    expect(annotated).toHaveLength(1);
    expect(Object.values(edit.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
  });

  test('leaves files alone for a client that cannot rename them', async () => {
    const plain = { documentChanges: false, renamesFiles: false, annotations: false };
    expect(Object.keys(await renameAt(RING, 'ui-engineer', plain)).sort()).toEqual([
      '.claude/agents/backend.md',
      '.claude/skills/cycle/SKILL.md',
      'dev-team/agents/frontend-engineer.md',
    ]);
  });

  test.each([
    ['', 'empty', {}],
    ['-x', 'would-not-load', { name: '-x' }],
    ['a:b', 'would-not-load', { name: 'a:b' }],
    ['true', 'would-not-load', { name: 'true' }],
    ['12', 'would-not-load', { name: '12' }],
    ['a, b', 'unmentionable', { name: 'a, b' }],
    ['scribe', 'taken', { name: 'scribe', file: '.claude/agents/scribe.md' }],
  ])('refuses %j', async (name, messageId, values) => {
    await expect(renameAt(TEAM, name)).rejects.toMatchObject({ refusal: { messageId, values } });
  });
});

describe('call hierarchy', () => {
  test('shows who hands work to an agent', async () => {
    expect(await callsAt(TEAM)).toEqual({ of: ['test-runner'], incoming: ['lead'], outgoing: [] });
  });

  test('shows to whom the agent of a file hands work', async () => {
    const atLead = TEAM.replace('test-run█ner', 'test-runner').replace('Leads the work', 'Leads the█ work');
    expect(await callsAt(atLead)).toEqual({ of: ['lead'], incoming: ['scribe'], outgoing: ['test-runner', 'scribe'] });
  });

  test('counts skills that start an agent', async () => {
    expect((await callsAt(RING)).incoming).toEqual(['backend', 'cycle']);
  });
});
