// A card panel: a webview that shows the card of one document at a time and links back to its source.
import * as vscode from 'vscode';
import type { CardResult } from '../../../server/src/lsp/protocol.ts';
import { pageHtml } from './html.ts';
import { asFromWebview, type ToWebview } from './messages.ts';
import { openLinkedFile, revealOffset } from './navigation.ts';
import { createUpdates, type Updates } from './updates.ts';

export interface CardPanelOptions {
  readonly extensionUri: vscode.Uri;
  requestCard(uri: string): Promise<CardResult | null>;
}

export interface CardPanel {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  /** Switches to another document. */
  follow(uri: vscode.Uri): void;
  /** Requests the card again, immediately. */
  refresh(): void;
}

/** Takes a panel that is empty or restored after a reload and keeps it up to date until it is closed. */
export function createCardPanel(panel: vscode.WebviewPanel, first: vscode.Uri, options: CardPanelOptions): CardPanel {
  let uri = first;
  let updates = startUpdates();
  let ready = false;
  let waiting: ToWebview[] = [];
  const assets = vscode.Uri.joinPath(options.extensionUri, 'dist');

  panel.webview.options = { enableScripts: true, localResourceRoots: [assets] };
  panel.iconPath = icon(options.extensionUri);
  const listeners = [
    panel.webview.onDidReceiveMessage(receive),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isShown(document.uri)) updates.schedule();
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const renamed = files.find(({ oldUri }) => isShown(oldUri));
      if (renamed) follow(renamed.newUri);
    }),
  ];
  panel.onDidDispose(() => {
    updates.dispose();
    vscode.Disposable.from(...listeners).dispose();
  });
  load();

  function load(): void {
    ready = false;
    waiting = [];
    panel.title = `Agent: ${fileName(uri)}`;
    const { cspSource } = panel.webview;
    const address = (name: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(assets, name)).toString();
    const nonce = crypto.randomUUID().replaceAll('-', '');
    panel.webview.html = pageHtml({
      cspSource,
      scriptUri: address('card.js'),
      styleUri: address('card.css'),
      nonce,
      uri: uri.toString(),
    });
    updates.refresh();
  }

  function follow(next: vscode.Uri): void {
    if (isShown(next)) return;
    uri = next;
    updates.dispose();
    updates = startUpdates();
    updates.refresh();
  }

  function startUpdates(): Updates {
    const shown = uri;
    return createUpdates({
      request: () => requestOpened(shown, options),
      currentVersion: () => openDocument(shown)?.version ?? null,
      show({ version, title, html }) {
        panel.title = `Agent: ${title}`;
        post({ type: 'card', uri: shown.toString(), html, version });
        post({ type: 'status', text: '', clear: false });
      },
      showNone: () =>
        post({ type: 'status', text: `${fileName(shown)} is not an agent file, so it has no card.`, clear: true }),
      showFailure: () => post({ type: 'status', text: FAILURE, clear: false }),
    });
  }

  function isShown(other: vscode.Uri): boolean {
    return other.toString() === uri.toString();
  }

  /** A page that is still loading would lose the message. */
  function post(message: ToWebview): void {
    if (ready) void panel.webview.postMessage(message);
    else waiting.push(message);
  }

  function receive(raw: unknown): void {
    const message = asFromWebview(raw);
    switch (message?.type) {
      case 'ready':
        ready = true;
        for (const each of waiting.splice(0)) post(each);
        // The page is also recreated, empty, when a hidden tab is shown again.
        updates.refresh();
        break;
      case 'reveal':
        void revealOffset(uri, message.offset);
        break;
      case 'open':
        void openLinkedFile(uri, message.target);
        break;
    }
  }

  return {
    get uri() {
      return uri;
    },
    panel,
    follow,
    refresh: () => updates.refresh(),
  };
}

const FAILURE = 'The language server is starting or restarting. The card will appear when it is ready.';

/** The server knows only open documents, and after a reload the document may not be open yet. */
async function requestOpened(uri: vscode.Uri, { requestCard }: CardPanelOptions): Promise<CardResult | null> {
  if (!openDocument(uri)) await vscode.workspace.openTextDocument(uri);
  return requestCard(uri.toString());
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

function icon(extensionUri: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'client', 'media', name);
  return { light: file('card-light.svg'), dark: file('card-dark.svg') };
}

function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
