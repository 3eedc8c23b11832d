// Diagnostics over the protocol: pushed and pulled, versions, bursts of edits, files that are no agents.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, CLEAN, EDITOR_CAPABILITIES, FOLDER, PROJECT_AGENT } from './documents.ts';

const REPAIRED = agent('name: reviewer\ndescription: Reviews code. Examples include: diffs');

function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, severity, range: { start, end } }) => {
    const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
    return `${code} ${severity} ${place}`;
  });
}

let uris = 0;
const freshUri = (): string => `${FOLDER}/${uris++}/.claude/agents/reviewer.md`;

describe('a client that takes pushed diagnostics', () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await startLspClient({ folder: FOLDER });
  });
  afterAll(() => client.stop());

  it('gets them on open, with the exact range', async () => {
    const uri = freshUri();
    client.open(uri, REPAIRED);
    expect(shown(await client.published(uri, 1))).toEqual([
      'frontmatter/repaired 2 2:13-2:50',
      'frontmatter/unparsable 3 2:43-2:44',
    ]);
  });

  it('gets those of the last version after a burst of edits', async () => {
    const uri = freshUri();
    client.open(uri, CLEAN);
    let version = 1;
    for (const color of ['m', 'ma', 'mag', 'magenta']) {
      version = client.change(uri, agent(`name: reviewer\ndescription: Reviews code\ncolor: ${color}`));
    }
    expect(shown(await client.published(uri, version))).toEqual(['frontmatter/unknown-color 2 3:7-3:14']);
  });

  it('follows incremental edits as if the text had been opened anew', async () => {
    const uri = freshUri();
    client.open(uri, CLEAN);
    client.edit(uri, { line: 2, character: 13 }, { line: 2, character: 13 }, '🚀 Note: ');
    const version = client.edit(uri, { line: 1, character: 0 }, { line: 2, character: 0 }, '');
    const edited = await client.published(uri, version);
    const other = freshUri();
    client.open(other, '---\ndescription: 🚀 Note: Reviews code\n---\n\nYou review code.\n');
    expect(shown(edited)).toEqual(shown(await client.published(other, 1)));
    expect(shown(edited)).toContain('frontmatter/missing-name 1 0:0-0:3');
  });

  it('gets none after close', async () => {
    const uri = freshUri();
    client.open(uri, REPAIRED);
    await client.published(uri, 1);
    client.close(uri);
    // The same ones may be on their way once more.
    await client.until('no diagnostics', () => client.latest(uri)?.length === 0);
  });

  it('gets none for Markdown that is no agent', async () => {
    const uri = `${FOLDER}/README.md`;
    client.open(uri, '# Readme\n\n### Jump\n');
    expect(await client.published(uri, 1)).toEqual([]);
  });

  it('gets them for a loose file whose fields are those of an agent', async () => {
    const uri = `${FOLDER}/notes/reviewer.md`;
    client.open(uri, agent('name: reviewer\ndescription: Reviews code\ncolor: magenta'));
    expect(shown(await client.published(uri, 1))).toEqual(['frontmatter/unknown-color 2 3:7-3:14']);
  });

  it('gets them for documents that lie nowhere', async () => {
    const uri = 'untitled:Untitled-1';
    client.open(uri, agent('name: reviewer\ndescription: Reviews code\ncolor: magenta'), 'chatagent');
    expect(shown(await client.published(uri, 1))).toEqual(['frontmatter/unknown-color 2 3:7-3:14']);
  });

  it('gets positions in UTF-16 after characters outside the basic plane', async () => {
    const uri = freshUri();
    client.open(uri, agent('name: reviewer\ndescription: "🚀🚀"\ntools: [Read, "🚀", Grpe]'));
    expect(shown(await client.published(uri, 1))).toEqual([
      'frontmatter/unknown-tool 2 3:15-3:17',
      'frontmatter/unknown-tool 2 3:20-3:24',
    ]);
  });
});

describe('a client that pulls diagnostics', () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await startLspClient({ folder: FOLDER, capabilities: EDITOR_CAPABILITIES });
  });
  afterAll(() => client.stop());

  it('gets the same problems', async () => {
    client.open(PROJECT_AGENT, REPAIRED);
    expect(shown(await client.pulled(PROJECT_AGENT))).toEqual([
      'frontmatter/repaired 2 2:13-2:50',
      'frontmatter/unparsable 3 2:43-2:44',
    ]);
  });

  it('gets those of the text as it is when it asks', async () => {
    client.open(PROJECT_AGENT, REPAIRED);
    client.change(PROJECT_AGENT, CLEAN);
    expect(await client.pulled(PROJECT_AGENT)).toEqual([]);
  });

  it('gets links that lead nowhere, once the folders have been looked at', async () => {
    client.open(PROJECT_AGENT, agent('name: reviewer\ndescription: Reviews code', 'See [the guide](docs/none.md).\n'));
    expect(shown(await client.pulled(PROJECT_AGENT))).toEqual(['structure/broken-link 3 5:16-5:28']);
  });

  it('gets a page for each code', async () => {
    client.open(PROJECT_AGENT, REPAIRED);
    const [diagnostic] = await client.pulled(PROJECT_AGENT);
    expect(diagnostic?.codeDescription?.href).toMatch(/docs\/rules\/frontmatter\/repaired\.md$/);
  });
});
