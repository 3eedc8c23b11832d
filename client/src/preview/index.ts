// Registers the card preview: the command, the panel it opens, and its restoration after a reload.
import * as vscode from 'vscode';
import type { CardResult } from '../../../server/src/lsp/protocol.ts';
import { asCardState } from './messages.ts';
import { type CardPanel, createCardPanel } from './panel.ts';

export interface CardPreviewOptions {
  /** Rejects while the server is not running. */
  requestCard(uri: string): Promise<CardResult | null>;
  isAgent(document: vscode.TextDocument): boolean;
  /** Fires when the server is up again, which saves cards from waiting for their next retry. */
  readonly onServerReady?: vscode.Event<void>;
}

const OPEN_CARD_COMMAND = 'agentwright.openCard';
const CARD_VIEW_TYPE = 'agentwright.card';

export function registerCardPreview(context: vscode.ExtensionContext, options: CardPreviewOptions): vscode.Disposable {
  const { extensionUri } = context;
  let card: CardPanel | undefined;

  function adopt(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    card?.panel.dispose();
    const adopted = createCardPanel(panel, uri, { extensionUri, requestCard: options.requestCard });
    card = adopted;
    panel.onDidDispose(() => {
      if (card === adopted) card = undefined;
    });
  }

  function open(resource?: vscode.Uri): void {
    const uri = resource instanceof vscode.Uri ? resource : vscode.window.activeTextEditor?.document.uri;
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open an agent file first; its card opens beside it.'));
      return;
    }
    if (card) {
      card.follow(uri);
      card.panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    adopt(vscode.window.createWebviewPanel(CARD_VIEW_TYPE, 'Agent Card', place, { enableScripts: true }), uri);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand(OPEN_CARD_COMMAND, open),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (card && editor && options.isAgent(editor.document)) card.follow(editor.document.uri);
    }),
    vscode.window.registerWebviewPanelSerializer(CARD_VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state) {
        const uri = asCardState(state)?.uri;
        if (uri === undefined) panel.dispose();
        else adopt(panel, vscode.Uri.parse(uri, true));
      },
    }),
    options.onServerReady?.(() => card?.refresh()) ?? { dispose: () => undefined },
    { dispose: () => card?.panel.dispose() },
  );
}
