// The request `agentwright/verify`: an answer against the contract of an open agent.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { VerifyResult } from '../../server/src/lsp/protocol.ts';
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { agent, CLEAN, EDITOR_CAPABILITIES, FOLDER } from './documents.ts';

const CONTRACT = agent(
  'name: reviewer\ndescription: Reviews code\noutput_schema:\n  required_sections:\n    - name: Summary\n      pattern: "^## Summary"\n    - name: Risks\n      pattern: "^## Risks"',
);

let client: LspClient;

beforeAll(async () => {
  client = await startLspClient({ folder: FOLDER, capabilities: EDITOR_CAPABILITIES });
});
afterAll(() => client.stop());

function verify(name: string, text: string, answer: string): Promise<VerifyResult | null> {
  const uri = `${FOLDER}/.claude/agents/${name}.md`;
  client.open(uri, text);
  return client.connection.sendRequest('agentwright/verify', { uri, text: answer });
}

it('says which sections are there, with places in the answer and in the agent', async () => {
  const result = await verify('contract', CONTRACT, 'Done.\n\n## Summary\n');
  expect(result).toMatchObject({
    kept: false,
    sections: [
      { name: 'Summary', status: 'present', range: { start: { line: 2, character: 0 } } },
      {
        name: 'Risks',
        status: 'missing',
        breaks: true,
        range: null,
        agentRange: { start: { line: 8, character: 15 } },
      },
    ],
  });
});

it('answers nothing for an agent without a contract, or one that is not open', async () => {
  expect(await verify('plain', CLEAN, '## Summary\n')).toBeNull();
  const uri = `${FOLDER}/.claude/agents/closed.md`;
  expect(await client.connection.sendRequest('agentwright/verify', { uri, text: '' })).toBeNull();
});
