// The way from the extension host to the page: a small server on this machine only, with an address nobody can guess.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { onEnd } from '../../scripts/host/cleanup.ts';
import type { PageActions } from './protocol.ts';

export interface BridgeServer {
  readonly url: string;
  close(): void;
}

/** Opens the bridge. The actions are asked for at the first call, when the page is there. */
export async function openBridge(actions: () => Promise<PageActions>): Promise<BridgeServer> {
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== path) return void response.writeHead(404).end();
    perform(request, actions).then(
      (result) => response.end(JSON.stringify({ result: result ?? null })),
      (error: unknown) =>
        response.writeHead(500).end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bridge has no port');
  const forget = onEnd(() => close());
  const close = () => {
    forget();
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${address.port}${path}`, close };
}

async function perform(request: IncomingMessage, actions: () => Promise<PageActions>): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method, args } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { method: string; args: unknown[] };
  const available = new Map<string, unknown>(Object.entries(await actions()));
  const action = available.get(method);
  if (typeof action !== 'function') throw new Error(`the bridge has no action “${method}”`);
  return (action as (...all: unknown[]) => Promise<unknown>)(...args);
}
