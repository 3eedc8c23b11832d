// The language server as a process of its own, over stdio (`--stdio`), Node IPC (`--node-ipc`) or a socket.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { nodeHost } from './host.ts';
import { VERSION } from './version.ts';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (!process.argv.some((argument) => TRANSPORTS.some((transport) => argument.startsWith(transport)))) {
  process.stderr.write(
    'agentwright: say how to talk to the server: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n',
  );
  process.exit(2);
}

startServer(createConnection(ProposedFeatures.all), nodeHost, { name: 'agentwright', version: VERSION });
