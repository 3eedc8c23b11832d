// What `check` knows of the files around those it is given: the project they lie in, and its plugins.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkJson, removeCliFolders, runCli } from '../harness/cli.ts';
import { makeFolder } from '../harness/folders.ts';

afterAll(removeCliFolders);

function agent(name: string, { fields = '', body = 'Work.\n' } = {}): string {
  return `---\nname: ${name}\ndescription: Does the work of ${name}\n${fields}---\n\n${body}`;
}

/** `path: code`, of the rules about the workspace and about plugins. */
function found(paths: readonly string[], files: Readonly<Record<string, string>>): string[] {
  const { json } = checkJson([...paths], { files });
  return json.files.flatMap(({ path, problems }) =>
    problems
      .map(({ code }) => `${path}: ${code}`)
      .filter((line) => /: (?:workspace\/|frontmatter\/ignored)/.test(line)),
  );
}

const LEAD = agent('lead', { body: 'Hand over to `tester`.\n\n- Texts (use `kit:writer`)\n' });

describe('a file that is checked alone', () => {
  const files = {
    '.claude/agents/lead.md': agent('lead', { fields: 'tools: Agent(tester, scribe)\n' }),
    '.claude/agents/tester.md': agent('tester'),
  };

  it('is seen among the others of its project', () => {
    expect(found(['.claude/agents/lead.md'], files)).toEqual(['.claude/agents/lead.md: workspace/unknown-agent']);
  });

  it('is seen among the files of the working directory where it lies in one', () => {
    const plugin = { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }' };
    expect(found(['notes/lead.md'], { ...plugin, 'notes/lead.md': LEAD })).toEqual([
      'notes/lead.md: workspace/unknown-agent',
    ]);
  });

  it('is not said to mention what is missing where it lies in no project', () => {
    const outside = makeFolder('outside');
    const path = join(outside, 'lead.md');
    writeFileSync(path, agent('lead', { fields: 'tools: Agent(tester)\n' }));
    expect(found([path, '.'], files)).toEqual(['.claude/agents/lead.md: workspace/unknown-agent']);
    rmSync(outside, { recursive: true });
  });
});

describe('a folder', () => {
  it('is searched for agents of one name', () => {
    const files = { '.claude/agents/a.md': agent('twin'), '.claude/agents/b.md': agent('twin') };
    expect(found(['.'], files)).toEqual([
      '.claude/agents/a.md: workspace/duplicate-name',
      '.claude/agents/b.md: workspace/duplicate-name',
    ]);
  });

  it('has plugins that a marketplace lists', () => {
    const files = {
      '.claude-plugin/marketplace.json': '{ "name": "m", "plugins": [{ "name": "kit", "source": "./tools" }] }',
      'tools/agents/reader.md': agent('reader', { fields: 'permissionMode: plan\n' }),
      '.claude/agents/lead.md': LEAD,
      '.claude/agents/tester.md': agent('tester'),
    };
    expect(found(['.'], files)).toEqual([
      '.claude/agents/lead.md: workspace/unknown-agent',
      'tools/agents/reader.md: frontmatter/ignored-in-plugin',
    ]);
  });

  it('has agents that a manifest names, wherever they lie', () => {
    const files = {
      '.claude-plugin/plugin.json': '{ "name": "kit", "agents": ["./categories/writer.md"] }',
      'categories/writer.md': agent('writer', { fields: 'tools: Read\npermissionMode: plan\n' }),
      '.claude/agents/lead.md': LEAD,
      '.claude/agents/tester.md': agent('tester'),
    };
    expect(found(['.'], files)).toEqual(['categories/writer.md: frontmatter/ignored-in-plugin']);
  });
});

it('shows the other places of a problem, in words and as SARIF', () => {
  const files = { '.claude/agents/a.md': agent('twin'), '.claude/agents/b.md': agent('twin') };
  expect(runCli(['check', '.'], { files }).stdout).toContain('→ .claude/agents/b.md:2:7  `twin` is also defined here');
  const sarif = JSON.parse(runCli(['check', '.', '--format', 'sarif'], { files }).stdout);
  const [twin] = sarif.runs[0].results.filter(
    ({ ruleId }: { ruleId: string }) => ruleId === 'workspace/duplicate-name',
  );
  expect(twin.relatedLocations).toMatchObject([
    {
      physicalLocation: { artifactLocation: { uri: '.claude/agents/b.md' }, region: { startLine: 2, startColumn: 7 } },
    },
  ]);
});
