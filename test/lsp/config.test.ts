// The project's configuration on disk, seen by the server: what it changes, what is wrong in it, and who wins.
import { rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFolder, writeBelow } from '../harness/folders.ts';
import { type ClientSetup, type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, EDITOR_CAPABILITIES } from './documents.ts';

const TEXT = agent('name: reviewer\ndescription: Reviews code\ntools: Read, DeployPreview\ncolor: teal\nteam: a');
const ALL = ['frontmatter/unknown-tool 2', 'frontmatter/unknown-color 2', 'frontmatter/unknown-key 2'];
const COLOR = 'frontmatter/unknown-color';

interface Project {
  readonly client: LspClient;
  uri(path: string): string;
  write(config: unknown, path?: string): void;
  remove(path: string): void;
  changed(path?: string): void;
}

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const action of cleanUp.splice(0).reverse()) await action();
});

async function project(config: unknown, setup: ClientSetup = { capabilities: EDITOR_CAPABILITIES }): Promise<Project> {
  const folder = makeFolder('lsp');
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  const write = (value: unknown, path = '.agentwright.json'): void => {
    writeBelow(folder, path, typeof value === 'string' ? value : JSON.stringify(value));
  };
  if (config !== undefined) write(config);
  const client = await startLspClient({ ...setup, folder: pathToFileURL(folder).href });
  cleanUp.push(() => client.stop());
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  return {
    client,
    uri,
    write,
    remove: (path) => unlinkSync(join(folder, path)),
    changed(path = '.agentwright.json') {
      const changes = [{ uri: uri(path), type: 2 }];
      void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    },
  };
}

const AGENT = '.claude/agents/reviewer.md';

async function pulled({ client, uri }: Project, path = AGENT): Promise<string[]> {
  client.open(uri(path), TEXT);
  return (await client.pulled(uri(path))).map(({ code, severity }) => `${code} ${severity}`);
}

describe('a configuration file', () => {
  it('sets severities', async () => {
    const it = await project({ rules: { [COLOR]: 'error', 'frontmatter/unknown-key': 'off' } });
    expect(await pulled(it)).toEqual([ALL[0], `${COLOR} 1`]);
  });

  it('sets severities for some paths, in folders with blanks too', async () => {
    const it = await project({ overrides: [{ files: ['old agents/**'], rules: { [COLOR]: 'off' } }] });
    expect(await pulled(it, `old agents/${AGENT}`)).toEqual([ALL[0], ALL[2]]);
    expect(await pulled(it, `new agents/${AGENT}`)).toEqual(ALL);
  });

  it('names tools and fields of the project', async () => {
    const it = await project({ knownTools: ['DeployPreview'], knownFields: ['team'] });
    expect(await pulled(it)).toEqual([ALL[1]]);
  });

  it('counts where it is the nearest', async () => {
    const it = await project({ rules: { [COLOR]: 'off' } });
    it.write({}, 'deep/.agentwright.json');
    expect(await pulled(it, `deep/${AGENT}`)).toEqual(ALL);
  });

  it('wins over the settings, which count for what it does not say', async () => {
    const settings = {
      rules: { [COLOR]: 'off', 'frontmatter/unknown-key': 'hint' },
      claudeCode: { version: '2.1.200' },
    };
    const it = await project({ rules: { [COLOR]: 'error' } }, { capabilities: EDITOR_CAPABILITIES, settings });
    expect(await pulled(it)).toEqual([ALL[0], `${COLOR} 1`, 'frontmatter/unknown-key 4']);
  });
});

describe('runtimes', () => {
  const capabilities = EDITOR_CAPABILITIES;
  const settings = { runtimes: ['gemini-cli'] };

  it('are those of the settings where the project does not say', async () => {
    expect(await pulled(await project({}, { capabilities, settings }))).toEqual([]);
  });

  it('are those of the project where it does', async () => {
    const it = await project({ runtimes: ['claude-code'] }, { capabilities, settings });
    expect(await pulled(it)).toEqual(ALL);
  });

  it('that do not exist are named in the log, and do not count', async () => {
    const it = await project({}, { capabilities, settings: { runtimes: ['gemini', 'gemini-cli'] } });
    expect(await pulled(it)).toEqual([]);
    expect(it.client.log.join('\n')).toContain('`gemini`');
  });
});

describe('what is wrong in it', () => {
  const problems = ({ client, uri }: Project) =>
    client
      .latest(uri('.agentwright.json'))
      ?.map(({ data, range: { start } }) => `${start.line}:${start.character} ${data.messageId}`);

  it('is shown in the file, in its place, and the rest counts', async () => {
    const it = await project(`{\n  "knownTool": [],\n  "rules": {"${COLOR}": "off", "x/y": 3}\n}`);
    expect(await pulled(it)).toEqual([ALL[0], ALL[2]]);
    await it.client.until('the complaints', () => problems(it) !== undefined);
    expect(problems(it)).toEqual(['1:2 unknown-key', '2:48 unknown-rule', '2:55 unusable-entry']);
  });

  it('is taken back once it is mended', async () => {
    const it = await project('{"rules": ');
    expect(await pulled(it)).toEqual(ALL);
    await it.client.until('the complaint', () => problems(it)?.length === 1);
    it.write({ rules: { [COLOR]: 'off' } });
    it.changed();
    await it.client.until('a refresh', () => it.client.refreshes.count > 0);
    expect((await it.client.pulled(it.uri(AGENT))).map(({ code }) => code)).not.toContain(COLOR);
    await it.client.until('the complaint is gone', () => problems(it)?.length === 0);
  });
});

describe('a change of it', () => {
  it('makes a client that pulls ask again', async () => {
    const it = await project({});
    expect(await pulled(it)).toEqual(ALL);
    it.write({ rules: { [COLOR]: 'off' } });
    it.changed();
    await it.client.until('a refresh', () => it.client.refreshes.count > 0);
    expect((await it.client.pulled(it.uri(AGENT))).map(({ code }) => code)).not.toContain(COLOR);
  });

  it('is pushed to a client that does not pull, also where the file is new or gone', async () => {
    const it = await project(undefined, {});
    const codes = () => it.client.latest(it.uri(AGENT))?.map(({ code }) => code);
    it.client.open(it.uri(AGENT), TEXT);
    await it.client.until('the problems', () => codes()?.length === 3);
    it.write({ rules: { [COLOR]: 'off' } });
    it.changed();
    await it.client.until('fewer problems', () => codes()?.length === 2);
    it.remove('.agentwright.json');
    it.changed();
    await it.client.until('all problems', () => codes()?.length === 3);
  });
});
