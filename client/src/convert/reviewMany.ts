// Several converted agents: a list to choose from. Those that could do more, or would replace a file, are not chosen at first.
import * as vscode from 'vscode';
import type { ConvertedAgent, ConvertTarget } from '../../../server/src/lsp/protocol.ts';
import { createFile, destinationOf, isThere } from './files.ts';
import { type Candidate, TITLE } from './types.ts';

interface Row extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
  readonly agent: ConvertedAgent;
}

export async function reviewMany(candidates: readonly Candidate[], target: ConvertTarget): Promise<void> {
  const rows = (await Promise.all(candidates.map(rowFor))).flatMap((row) => row ?? []);
  const without = candidates.length - rows.length;
  if (rows.length === 0) {
    void vscode.window.showWarningMessage(vscode.l10n.t('None of these files can be converted for {0}.', target.label));
    return;
  }
  const placeHolder =
    without === 0
      ? vscode.l10n.t('Select the agents to convert for {0}', target.label)
      : vscode.l10n.t('Select the agents to convert for {0}. {1} cannot be converted.', target.label, without);
  const chosen = await vscode.window.showQuickPick(rows, {
    title: TITLE,
    placeHolder,
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  if (!chosen || chosen.length === 0) return;
  for (const { uri, agent } of chosen) await createFile(uri, agent.text);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} agents converted for {1}.', chosen.length, target.label),
  );
}

async function rowFor({ source, answer }: Candidate): Promise<Row | undefined> {
  if (!answer.ok) return undefined;
  const uri = destinationOf(source, answer);
  const exists = await isThere(uri);
  const wider = answer.losses.filter((loss) => loss.wider);
  const remarks = [
    ...(wider.length > 0 ? [vscode.l10n.t('can do more than before')] : []),
    ...(exists ? [vscode.l10n.t('replaces a file')] : []),
    answer.losses.length === 0 ? vscode.l10n.t('nothing is lost') : vscode.l10n.t('losses: {0}', answer.losses.length),
  ];
  return {
    label: vscode.workspace.asRelativePath(source),
    description: remarks.join(', '),
    detail: [answer.path, ...wider.map(({ message }) => message)].join(' · '),
    picked: wider.length === 0 && !exists,
    uri,
    agent: answer,
  };
}
