// "Check Answer Against Contract": an answer from the editor or the clipboard, and the contract of an agent.
import * as vscode from 'vscode';
import { STATUS_WORDS, type VerifiedSection, type VerifyResult } from '../../server/src/lsp/protocol.ts';
import { isAgent } from './agents.ts';

const VERIFY_COMMAND = 'agentwright.verifyAnswer';

export interface VerifyHost {
  /** Null if the agent has no contract. The agent's document must be open. */
  requestVerify(uri: string, text: string): Promise<VerifyResult | null>;
}

interface Answer {
  readonly text: string;
  /** Where the text is; undefined for the clipboard. */
  readonly place?: { readonly document: vscode.TextDocument; readonly start: vscode.Position };
}

export function registerVerify(host: VerifyHost): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('agentwright-contract');
  return vscode.Disposable.from(
    diagnostics,
    vscode.commands.registerCommand(VERIFY_COMMAND, () => checkAnswer(host, diagnostics)),
    // The results for an answer apply to the text they were computed for.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // VS Code also fires this event for changes that do not affect the text, such as saving.
      if (contentChanges.length > 0) diagnostics.delete(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => diagnostics.delete(uri)),
  );
}

async function checkAnswer(host: VerifyHost, diagnostics: vscode.DiagnosticCollection): Promise<void> {
  const answer = await pickAnswer();
  const agent = answer && (await pickAgent(answer));
  if (!answer || !agent) return;
  const title = vscode.l10n.t('Check Answer Against Contract');
  try {
    const document = await vscode.workspace.openTextDocument(agent);
    const result = await host.requestVerify(document.uri.toString(), answer.text);
    if (!result) {
      const message = vscode.l10n.t('{0} has no contract: its output_schema defines no sections.', nameOf(agent));
      void vscode.window.showWarningMessage(message);
      return;
    }
    if (answer.place) diagnostics.set(answer.place.document.uri, toDiagnostics(result, answer.place, agent));
    await tell(result, agent, answer.place !== undefined);
  } catch (error) {
    void vscode.window.showErrorMessage(`${title}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function pickAnswer(): Promise<Answer | undefined> {
  const editor = vscode.window.activeTextEditor;
  const clipboard = await readClipboard();
  const choices: (vscode.QuickPickItem & { readonly answer: Answer })[] = [];
  if (editor && !editor.selection.isEmpty) {
    const { document, selection } = editor;
    const place = { document, start: selection.start };
    choices.push({ label: vscode.l10n.t('Selection'), answer: { text: document.getText(selection), place } });
  }
  if (editor && !isAgent(editor.document)) {
    const { document } = editor;
    const place = { document, start: new vscode.Position(0, 0) };
    const description = nameOf(document.uri);
    choices.push({ label: vscode.l10n.t('Active Editor'), description, answer: { text: document.getText(), place } });
  }
  if (clipboard.trim() !== '') {
    const [description = ''] = clipboard.trim().split(/\r?\n/, 1);
    choices.push({
      label: vscode.l10n.t('Clipboard'),
      description: description.slice(0, 60),
      answer: { text: clipboard },
    });
  }
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open or select an answer, or copy one to the clipboard, and run the command again.'),
    );
    return undefined;
  }
  const title = vscode.l10n.t('Check Answer Against Contract');
  const picked = await vscode.window.showQuickPick(choices, { title, placeHolder: vscode.l10n.t('Which answer?') });
  return picked?.answer;
}

/** Empty if the clipboard may not be read, for example in a browser without permission. */
async function readClipboard(): Promise<string> {
  try {
    return await vscode.env.clipboard.readText();
  } catch {
    return '';
  }
}

/** Open agent files with a contract first; any other via its file. */
async function pickAgent({ place }: Answer): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const open = vscode.workspace.textDocuments.filter(
    (document) => document !== place?.document && hasContract(document),
  );
  open.sort((a, b) => Number(b === active) - Number(a === active));
  const browse = { label: vscode.l10n.t('Choose File…'), uri: undefined };
  const choices = open.map(({ uri }) => ({
    label: nameOf(uri),
    description: vscode.workspace.asRelativePath(uri),
    uri,
  }));
  const title = vscode.l10n.t('Check Answer Against Contract');
  const picked = await vscode.window.showQuickPick([...choices, browse], {
    title,
    placeHolder: vscode.l10n.t('Whose contract?'),
  });
  if (!picked) return undefined;
  if (picked.uri) return picked.uri;
  const [file] = (await vscode.window.showOpenDialog({ title, filters: { Markdown: ['md'] } })) ?? [];
  return file;
}

/** Only a hint for the list: the server decides. */
function hasContract(document: vscode.TextDocument): boolean {
  return isAgent(document) && /^output_schema[ \t]*:/m.test(document.getText().slice(0, 50_000));
}

function toDiagnostics(
  { sections }: VerifyResult,
  { document, start }: NonNullable<Answer['place']>,
  agent: vscode.Uri,
): vscode.Diagnostic[] {
  return sections.flatMap((section) => {
    if (!section.breaks) return [];
    const range = section.range ? placeOf(section.range, start) : document.lineAt(start.line).range;
    const diagnostic = new vscode.Diagnostic(
      range,
      `${section.name}: ${section.message}`,
      vscode.DiagnosticSeverity.Warning,
    );
    diagnostic.source = 'Agentwright';
    diagnostic.code = section.status;
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(agent, placeOf(section.agentRange, new vscode.Position(0, 0))),
        vscode.l10n.t('The contract requires it here'),
      ),
    ];
    return [diagnostic];
  });
}

/** A range in a text that begins at `from`. */
function placeOf({ start, end }: NonNullable<VerifiedSection['range']>, from: vscode.Position): vscode.Range {
  const move = ({ line, character }: { line: number; character: number }): vscode.Position =>
    new vscode.Position(from.line + line, line === 0 ? from.character + character : character);
  return new vscode.Range(move(start), move(end));
}

async function tell({ kept, sections }: VerifyResult, agent: vscode.Uri, isShown: boolean): Promise<void> {
  const broken = sections.filter(({ breaks }) => breaks);
  if (kept) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The answer keeps the contract of {0}.', nameOf(agent)));
    return;
  }
  const names = broken.map(({ name, status }) => `${name} (${STATUS_WORDS[status]})`).join(', ');
  const message = vscode.l10n.t('The answer breaks the contract of {0}: {1}.', nameOf(agent), names);
  if (!isShown) {
    void vscode.window.showWarningMessage(message);
    return;
  }
  const show = vscode.l10n.t('Show Problems');
  if ((await vscode.window.showWarningMessage(message, show)) === show) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
