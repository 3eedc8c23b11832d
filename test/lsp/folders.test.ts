// Where the server looks for agents: workspace folders that come and go, ignored and excluded ones, what cannot be read.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileChangeType, type Location, type WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { type LspProject, openProject } from '../harness/lspProject.ts';
import { agent } from './documents.ts';

const LEAD = '.claude/agents/lead.md';
const LEADS = agent('name: lead\ndescription: Leads\ntools: Agent(test-runner)');
const TEST_RUNNER = agent('name: test-runner\ndescription: Runs tests');
const UNKNOWN = ['workspace/unknown-agent: test-runner'];

async function agentFiles({ client, pathOf }: LspProject): Promise<string[]> {
  const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
  return found.map(({ location }) => pathOf(location.uri)).sort();
}

describe('workspace folders', () => {
  const TWO = { [`app/${LEAD}`]: LEADS, 'tests/.claude/agents/tester.md': TEST_RUNNER };
  const CAPABLE = { capabilities: { workspace: { workspaceFolders: true } } };

  it('are all searched', async () => {
    const project = await openProject(TWO, { folders: ['app', 'tests'] });
    project.open(`app/${LEAD}`);
    const [place] = await project.ask<Location[]>('textDocument/definition', `app/${LEAD}`, '(test█-');
    expect(place && project.shown(place)).toBe('tests/.claude/agents/tester.md:2: test-runner');
    expect(await project.problemsNow(`app/${LEAD}`)).toEqual([]);
  });

  it('can be added and removed', async () => {
    const project = await openProject(TWO, { ...CAPABLE, folders: ['app'] });
    project.open(`app/${LEAD}`);
    await project.problems(`app/${LEAD}`, UNKNOWN);
    const tests = { uri: project.uri('tests'), name: 'tests' };
    const tell = (added: object[], removed: object[]): void =>
      void project.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added, removed },
      });
    tell([tests], []);
    await project.problems(`app/${LEAD}`, []);
    expect(await agentFiles(project)).toHaveLength(2);
    tell([], [tests]);
    await project.problems(`app/${LEAD}`, UNKNOWN);
    expect(await agentFiles(project)).toEqual([`app/${LEAD}`]);
  });

  it('are none of the document’s: nothing is said to be missing around it', async () => {
    const project = await openProject({ ...TWO, 'empty/notes.txt': '' }, { folders: ['empty'] });
    project.open(`app/${LEAD}`);
    expect(await project.problemsNow(`app/${LEAD}`)).toEqual([]);
    const alone = await openProject(TWO, { folders: [] });
    alone.open(`app/${LEAD}`);
    expect(await alone.problemsNow(`app/${LEAD}`)).toEqual([]);
  });
});

describe('the user’s own agents', () => {
  it('are found in the home folder, and can be mentioned', async () => {
    const project = await openProject({ [LEAD]: LEADS }, { home: { '.claude/agents/mine.md': TEST_RUNNER } });
    project.open(LEAD);
    expect(await project.problemsNow(LEAD)).toEqual([]);
  });

  it('are those of the home folder of the test', async () => {
    expect(await agentFiles(await openProject({}))).toEqual([]);
  });
});

describe('folders that are left out', () => {
  const HIDDEN = 'vendor/kit/.claude/agents/tester.md';

  it('are those .gitignore names, as long as it does', async () => {
    const project = await openProject({ '.gitignore': 'vendor/\n', [LEAD]: LEADS, [HIDDEN]: TEST_RUNNER });
    expect(await agentFiles(project)).toEqual([LEAD]);
    project.open(LEAD);
    await project.problems(LEAD, UNKNOWN);
    project.write('.gitignore', 'dist/\n');
    await project.problems(LEAD, []);
    expect(await agentFiles(project)).toEqual([LEAD, HIDDEN]);
  });

  it('are not .claude, which the runtime reads whatever .gitignore says', async () => {
    const project = await openProject({ '.gitignore': '.claude/\n', [LEAD]: LEADS });
    expect(await agentFiles(project)).toEqual([LEAD]);
  });

  it('are those the editor does not show, also when that changes', async () => {
    let excluded: unknown = { '**/vendor': true, '**/.claude': false, '**/*.js': { when: '$(basename).ts' } };
    const project = await openProject(
      { [LEAD]: LEADS, [HIDDEN]: TEST_RUNNER },
      {
        capabilities: {
          workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        },
        configuration: (section) => (section === 'files.exclude' ? excluded : undefined),
      },
    );
    expect(await agentFiles(project)).toEqual([LEAD]);
    project.open(LEAD);
    await project.problems(LEAD, UNKNOWN);
    excluded = {};
    void project.client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await project.problems(LEAD, []);
    expect(await agentFiles(project)).toEqual([LEAD, HIDDEN]);
  });
});

describe('what cannot be looked into', () => {
  it('is passed over: links to nothing, files in place of folders, links in a circle', async () => {
    const project = await openProject(
      { [LEAD]: LEADS, '.claude/agents/tester.md': TEST_RUNNER, 'app/.claude': 'no folder', 'lib/.claude/agents': '' },
      {
        prepare(folder) {
          symlinkSync(join(folder, 'nowhere'), join(folder, '.claude', 'agents', 'gone'));
          symlinkSync(join(folder, 'none.md'), join(folder, '.claude', 'agents', 'gone.md'));
          symlinkSync('..', join(folder, '.claude', 'agents', 'circle'));
          symlinkSync('itself', join(folder, '.claude', 'agents', 'itself'));
          mkdirSync(join(folder, 'deep'));
          symlinkSync(folder, join(folder, 'deep', '.claude'));
        },
      },
    );
    expect(await agentFiles(project)).toEqual([LEAD, '.claude/agents/tester.md']);
    project.open(LEAD);
    expect(await project.problemsNow(LEAD)).toEqual([]);
  });

  it('is a workspace folder that is not there, until it is', async () => {
    const project = await openProject({ [LEAD]: LEADS }, { folders: ['', 'later'] });
    expect(await agentFiles(project)).toEqual([LEAD]);
    project.open(LEAD);
    await project.problems(LEAD, UNKNOWN);
    project.write('later/.claude/agents/tester.md', TEST_RUNNER);
    await project.problems(LEAD, []);
  });

  it('is read once it can be: a file that becomes a folder', async () => {
    const project = await openProject({ [LEAD]: LEADS, 'app/.claude': 'no folder' });
    project.open(LEAD);
    await project.problems(LEAD, UNKNOWN);
    rmSync(join(project.folder, 'app', '.claude'));
    mkdirSync(join(project.folder, 'app', '.claude', 'agents'), { recursive: true });
    writeFileSync(join(project.folder, 'app', '.claude', 'agents', 'tester.md'), TEST_RUNNER);
    project.tell(['app/.claude', FileChangeType.Deleted], ['app/.claude', FileChangeType.Created]);
    await project.problems(LEAD, []);
  });
});
