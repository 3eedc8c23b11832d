// One converted agent: the difference in the editor, what is lost in a list, and nothing written before the user says so.
import * as vscode from 'vscode';
import type { ConvertedAgent, ConvertLoss, ConvertTarget } from '../../../server/src/lsp/protocol.ts';
import { createFile, destinationOf, isThere } from './files.ts';
import type { Preview } from './preview.ts';
import { type Candidate, type ConvertHost, TITLE } from './types.ts';

/** Without an action: something that is lost, which the list may have no room for. */
type Choice = vscode.QuickPickItem & { readonly action?: 'create' | 'model' };

export async function reviewOne(
  host: ConvertHost,
  preview: Preview,
  { source, answer }: Candidate,
  target: ConvertTarget,
): Promise<void> {
  let agent = answer;
  try {
    while (agent.ok) {
      await preview.show(source, agent.path, agent.text);
      const choice = await pick(agent);
      if (!choice) return;
      if (choice.action === 'create' && (await create(source, agent))) return;
      if (!choice.action) await explain(choice);
      const model = choice.action === 'model' ? await pickModel(agent, target) : undefined;
      if (model === undefined) continue;
      agent = (await host.requestConvert(source.toString(), target.id, model)) ?? agent;
    }
    if (!agent.ok) void vscode.window.showWarningMessage(agent.message);
  } finally {
    await preview.close();
  }
}

async function pick(agent: ConvertedAgent): Promise<Choice | undefined> {
  const { losses, path, models } = agent;
  const asksForModel =
    models.length > 0 && losses.some(({ how, field }) => how === 'needs-choice' && field.includes('model'));
  const items: Choice[] = [
    { label: vscode.l10n.t('$(check) Create {0}', path), action: 'create', alwaysShow: true },
    ...(asksForModel ? [{ label: vscode.l10n.t('$(gear) Choose Model…'), action: 'model' as const }] : []),
    ...group(
      vscode.l10n.t('can do more than before'),
      losses.filter(({ wider }) => wider),
    ),
    ...group(
      vscode.l10n.t('needs your choice'),
      losses.filter(({ wider, how }) => !wider && how === 'needs-choice'),
    ),
    ...group(
      vscode.l10n.t('changed or lost'),
      losses.filter(({ wider, how }) => !wider && how !== 'needs-choice'),
    ),
  ];
  const placeHolder =
    losses.length === 0 ? vscode.l10n.t('Nothing is lost.') : vscode.l10n.t('Review the changes for {0}', agent.target);
  // The diff stays in sight, and can be scrolled, while the list is open.
  return vscode.window.showQuickPick(items, { title: TITLE, placeHolder, ignoreFocusOut: true });
}

function group(label: string, losses: readonly ConvertLoss[]): Choice[] {
  if (losses.length === 0) return [];
  const items = losses.map(({ field, message }) => ({ label: field, detail: message }));
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

async function explain({ label, detail = '' }: Choice): Promise<void> {
  await vscode.window.showInformationMessage(label, { modal: true, detail });
}

async function pickModel({ models }: ConvertedAgent, { label }: ConvertTarget): Promise<string | undefined> {
  const placeHolder = vscode.l10n.t('Select a model for {0}', label);
  return vscode.window.showQuickPick([...models], { title: TITLE, placeHolder, ignoreFocusOut: true });
}

/** Answers whether the file is there now. */
async function create(source: vscode.Uri, agent: ConvertedAgent): Promise<boolean> {
  const uri = destinationOf(source, agent);
  const wider = agent.losses.filter((loss) => loss.wider).map(({ message }) => `• ${message}`);
  if (wider.length > 0) {
    const message = vscode.l10n.t('The agent can do more in {0} than before.', agent.target);
    if (!(await confirm(message, vscode.l10n.t('Create Anyway'), wider.join('\n')))) return false;
  }
  if (await isThere(uri)) {
    const message = vscode.l10n.t('{0} already exists.', agent.path);
    if (!(await confirm(message, vscode.l10n.t('Replace')))) return false;
  }
  await createFile(uri, agent.text);
  await vscode.window.showTextDocument(uri, { preview: false });
  return true;
}

async function confirm(message: string, action: string, detail?: string): Promise<boolean> {
  const options = detail === undefined ? { modal: true } : { modal: true, detail };
  return (await vscode.window.showWarningMessage(message, options, action)) === action;
}
