// Settings of Claude Code in the editor: open agents follow what is written to them.
import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import { openProject } from '../harness/lspProject.ts';
import { agent, EDITOR_CAPABILITIES } from './documents.ts';

const LEAD = '.claude/agents/lead.md';
const TEXT = agent('name: lead\ndescription: Leads\ntools: Read, WebFetch\nmodel: opus');
const SETTINGS = '.claude/settings.json';
const DENIED = ['workspace/tool-denied-by-settings: WebFetch'];
const deny = (...rules: string[]): string => JSON.stringify({ permissions: { deny: rules } });
const FORCED = JSON.stringify({ env: { CLAUDE_CODE_SUBAGENT_MODEL: 'haiku', CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '1' } });

describe.each([
  ['are pushed', {}],
  ['are pulled', { capabilities: EDITOR_CAPABILITIES }],
])('problems %s', (_, setup) => {
  it.each([SETTINGS, '.claude/settings.local.json'])('when %s comes, changes and goes', async (path) => {
    const project = await openProject({ [LEAD]: TEXT }, setup);
    project.open(LEAD);
    await project.problems(LEAD, []);
    project.write(path, deny('WebFetch'));
    await project.problems(LEAD, DENIED);
    project.write(path, deny('Agent(lead)'));
    await project.problems(LEAD, ['workspace/agent-denied-by-settings: lead']);
    project.write(path, FORCED);
    await project.problems(LEAD, ['workspace/model-forced-by-settings: opus']);
    project.remove(path);
    await project.problems(LEAD, []);
  });
});

describe('settings of the user', () => {
  it('count from the start', async () => {
    const project = await openProject({ [LEAD]: TEXT }, { home: { '.claude/settings.json': deny('WebFetch') } });
    project.open(LEAD);
    await project.problems(LEAD, DENIED);
  });

  it('are in the hover', async () => {
    const project = await openProject({ [LEAD]: TEXT }, { home: { '.claude/settings.json': FORCED } });
    project.open(LEAD);
    const asked = async (words: string): Promise<string> => {
      const hover = await project.ask<Hover>('textDocument/hover', LEAD, words);
      return (hover.contents as { value: string }).value;
    };
    for (const words of ['-█--', 'model: op█us']) expect(await asked(words)).toContain('~/.claude/settings.json');
  });
});

describe('the settings themselves', () => {
  it('are checked while they are typed, and follow the agents', async () => {
    const project = await openProject({ [LEAD]: TEXT, [SETTINGS]: '{ "agent": "lead.md" }' });
    project.open(SETTINGS);
    await project.problems(SETTINGS, ['settings/unknown-agent: "lead.md"']);
    project.change(SETTINGS, '{ "agent": "lead" }');
    await project.problems(SETTINGS, []);
    project.write(LEAD, TEXT.replace('name: lead', 'name: chief'));
    await project.problems(SETTINGS, ['settings/unknown-agent: "lead"']);
  });

  it('count as they are typed', async () => {
    const project = await openProject({ [LEAD]: TEXT, [SETTINGS]: '{}' });
    project.open(LEAD);
    project.open(SETTINGS);
    await project.problems(LEAD, []);
    project.change(SETTINGS, deny('WebFetch'));
    await project.problems(LEAD, DENIED);
  });
});
