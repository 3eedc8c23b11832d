// What an editor waits for: keystroke to diagnostics, completion, start to first diagnostics. Through the built server.
import { type LspClient, startLspClient } from '../harness/lspClient.ts';
import { makeAgent } from './agents.ts';
import { measure, row, timing } from './measure.ts';

const URI = 'file:///bench/.claude/agents/agent.md';

export async function benchEditor(): Promise<void> {
  await benchStart();
  await benchTyping('20 KB', 20_000, 200, 'p95 ≤ 10 ms');
  await benchTyping('1 MB', 1_000_000, 40, 'p95 ≤ 50 ms');
  await benchCompletion();
}

async function benchStart(): Promise<void> {
  const result = await measure(10, 2, async () => {
    const client = await startLspClient();
    client.open(URI, makeAgent(1, 20_000));
    await client.published(URI, 1);
    client.process.kill();
    client.connection.dispose();
  });
  row('server start to first diagnostics', timing(result), '≤ 300 ms');
}

/** A letter typed in the description makes a problem, the next one takes it away. */
async function benchTyping(name: string, bytes: number, runs: number, target: string): Promise<void> {
  const client = await openAgent(bytes);
  const result = await measure(runs, 20, async () => {
    const version = client.edit(URI, { line: 2, character: 30 }, { line: 2, character: 30 }, 'x');
    await client.published(URI, version);
  });
  row(`keystroke to diagnostics, ${name} (p50 / p95)`, timing(result), target);
  await client.stop();
}

async function benchCompletion(): Promise<void> {
  const client = await openAgent(20_000);
  const position = { line: 3, character: 12 };
  const result = await measure(200, 20, async () => {
    client.edit(URI, position, position, 'x');
    await client.connection.sendRequest('textDocument/completion', { textDocument: { uri: URI }, position });
  });
  row('completion after a keystroke, 20 KB (p50 / p95)', timing(result), 'p95 ≤ 10 ms');
  await client.stop();
}

async function openAgent(bytes: number): Promise<LspClient> {
  const client = await startLspClient();
  client.open(URI, makeAgent(1, bytes));
  await client.published(URI, 1);
  return client;
}
