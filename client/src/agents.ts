// Which documents are agent files, and the context key for commands and menus.
import * as vscode from 'vscode';
import { liesAmongAgents, looksLikeAgent } from '../../server/src/vocabulary.ts';

/**
 * VS Code assigns `.claude/agents/*.md` the language ID `chatagent`, and agents in plugins and nested folders
 * `markdown`. All Markdown is selected, because loose files are recognized by their fields; the server ignores anything
 * that is not an agent.
 */
export const AGENT_LANGUAGES: vscode.DocumentSelector = [{ language: 'chatagent' }, { language: 'markdown' }];

/** What the server is told about: agents, and the manifests and settings that decide which load and what they can do. */
export const SERVED: vscode.DocumentSelector = [
  { language: 'chatagent' },
  { language: 'markdown' },
  { language: 'json', pattern: '**/.claude-plugin/plugin.json' },
  { pattern: '**/.claude/settings.json' },
  { pattern: '**/.claude/settings.local.json' },
];

const IS_AGENT_CONTEXT = 'agentwright.isAgent';

/** Longer front matter is not examined on every change of the active editor. */
const MAX_LENGTH = 200_000;

export function isAgent(document: vscode.TextDocument): boolean {
  if (vscode.languages.match(AGENT_LANGUAGES, document) === 0) return false;
  const end = document.positionAt(MAX_LENGTH);
  return looksLikeAgent(document.uri.path, document.getText(new vscode.Range(new vscode.Position(0, 0), end)));
}

/** An agent, or a file that becomes one with its first fields; of any runtime. */
export function mayBecomeAgent(document: vscode.TextDocument): boolean {
  return (
    isAgent(document) || (vscode.languages.match(AGENT_LANGUAGES, document) > 0 && liesAmongAgents(document.uri.path))
  );
}

/** Keeps the context key in sync with the active editor. */
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
