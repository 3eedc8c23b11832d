// Which documents are agent files, and the context key that commands and menus go by.
import * as vscode from 'vscode';
import { looksLikeAgent } from '../../server/src/vocabulary.ts';

/**
 * VS Code gives `.claude/agents/*.md` the id `chatagent` and agents in plugins and nested folders `markdown`. All
 * Markdown is selected, because loose files are told by their fields; the server leaves alone what is no agent.
 */
export const AGENT_LANGUAGES: vscode.DocumentSelector = [{ language: 'chatagent' }, { language: 'markdown' }];

const IS_AGENT_CONTEXT = 'agentwright.isAgent';

/** Front matter longer than this is not looked at on every change of the active editor. */
const MAX_LENGTH = 200_000;

export function isAgent(document: vscode.TextDocument): boolean {
  if (vscode.languages.match(AGENT_LANGUAGES, document) === 0) return false;
  const end = document.positionAt(MAX_LENGTH);
  return looksLikeAgent(document.uri.path, document.getText(new vscode.Range(new vscode.Position(0, 0), end)));
}

/** Keeps the context key true to the active editor. */
export function trackActiveAgent(): vscode.Disposable {
  let shown: boolean | undefined;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const value = document !== undefined && isAgent(document);
    if (value === shown) return;
    shown = value;
    void vscode.commands.executeCommand('setContext', IS_AGENT_CONTEXT, value);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
}
