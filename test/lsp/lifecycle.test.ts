// The life of the server: what it says it can do, how it ends, what it makes of odd clients.
import { afterEach, describe, expect, it } from 'vitest';
import { type ClientSetup, type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, CLEAN, EDITOR_CAPABILITIES, FOLDER, PROJECT_AGENT } from './documents.ts';

let client: LspClient | undefined;

async function start(setup: ClientSetup = {}): Promise<LspClient> {
  client = await startLspClient({ folder: FOLDER, ...setup });
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe('lifecycle', () => {
  it('says what it can do', async () => {
    const { initialized } = await start();
    expect(initialized).toMatchInlineSnapshot(`
      {
        "capabilities": {
          "callHierarchyProvider": true,
          "codeActionProvider": {
            "codeActionKinds": [
              "quickfix",
              "source.fixAll.agentwright",
              "source",
            ],
          },
          "colorProvider": true,
          "completionProvider": {
            "resolveProvider": false,
            "triggerCharacters": [
              ":",
              " ",
              "-",
              "[",
              ",",
              "
      ",
              "(",
              "\`",
              """,
              "#",
              "_",
            ],
          },
          "definitionProvider": true,
          "diagnosticProvider": {
            "identifier": "agentwright",
            "interFileDependencies": true,
            "workspaceDiagnostics": false,
          },
          "documentLinkProvider": {
            "resolveProvider": false,
          },
          "documentSymbolProvider": {
            "label": "Agentwright",
          },
          "executeCommandProvider": {
            "commands": [
              "agentwright.explain",
            ],
          },
          "hoverProvider": true,
          "referencesProvider": true,
          "renameProvider": true,
          "textDocumentSync": {
            "change": 2,
            "openClose": true,
            "save": false,
          },
          "workspace": {
            "fileOperations": {
              "didCreate": {
                "filters": [
                  {
                    "pattern": {
                      "glob": "**/*",
                    },
                  },
                ],
              },
              "didDelete": {
                "filters": [
                  {
                    "pattern": {
                      "glob": "**/*",
                    },
                  },
                ],
              },
              "didRename": {
                "filters": [
                  {
                    "pattern": {
                      "glob": "**/*",
                    },
                  },
                ],
              },
            },
            "workspaceFolders": {
              "changeNotifications": true,
              "supported": true,
            },
          },
          "workspaceSymbolProvider": true,
        },
        "serverInfo": {
          "name": "agentwright",
          "version": "0.1.0",
        },
      }
    `);
  });

  it('exits with 0 after shutdown', async () => {
    const server = await start();
    await server.stop();
    expect(server.process.exitCode).toBe(0);
  });

  it('exits with 1 when told to exit without shutdown', async () => {
    const server = await start();
    const exited = new Promise((resolve) => server.process.once('exit', resolve));
    await server.connection.sendNotification('exit');
    expect(await exited).toBe(1);
  });

  it('takes initialization options of any shape', async () => {
    const server = await start({ initializationOptions: { completes: 'model', settings: 7 } });
    server.open(PROJECT_AGENT, CLEAN);
    expect(await server.published(PROJECT_AGENT)).toEqual([]);
  });

  it('falls back per key where a setting has a value it does not take', async () => {
    const settings = { 'diagnostics.enable': 'perhaps', rules: { 'frontmatter/unknown-color': 'off' } };
    const server = await start({ capabilities: EDITOR_CAPABILITIES, settings });
    server.open(PROJECT_AGENT, agent('name: reviewer\ndescription: Reviews code\ncolor: magenta\nmodle: opus'));
    const codes = (await server.pulled(PROJECT_AGENT)).map(({ code }) => code);
    expect(codes).toEqual(['frontmatter/unknown-key']);
    expect(server.log.join('\n')).toContain('agentwright.diagnostics.enable');
  });

  it('goes on after a request for a document that is not open', async () => {
    const server = await start();
    const hover = { textDocument: { uri: `${FOLDER}/none.md` }, position: { line: 0, character: 0 } };
    expect(await server.connection.sendRequest('textDocument/hover', hover)).toBeNull();
  });

  it('answers unknown requests with an error and goes on', async () => {
    const server = await start();
    await expect(server.connection.sendRequest('agentwright/nonsense', {})).rejects.toThrow(/Unhandled method/);
    server.open(PROJECT_AGENT, CLEAN);
    expect(await server.published(PROJECT_AGENT)).toEqual([]);
  });
});
