// "Convert Agent…": agents as files of another runtime. What would be written and what is lost is shown first.
import * as vscode from 'vscode';
import type { ConvertTarget } from '../../../server/src/lsp/protocol.ts';
import { isAgent } from '../agents.ts';
import { createPreview, type Preview } from './preview.ts';
import { reviewMany } from './reviewMany.ts';
import { reviewOne } from './reviewOne.ts';
import { type Candidate, type ConvertHost, TITLE } from './types.ts';

const CONVERT_COMMAND = 'agentwright.convertAgent';

export function registerConvert(host: ConvertHost): vscode.Disposable {
  const preview = createPreview();
  return vscode.Disposable.from(
    preview,
    // From the explorer: the file that was clicked, and all that are selected.
    vscode.commands.registerCommand(CONVERT_COMMAND, async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) => {
      try {
        await convert(host, preview, selected?.length ? selected : clicked ? [clicked] : activeAgent());
      } catch (error) {
        if (error instanceof vscode.CancellationError) return;
        void vscode.window.showErrorMessage(`${TITLE}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
}

function activeAgent(): vscode.Uri[] {
  const document = vscode.window.activeTextEditor?.document;
  return document && isAgent(document) ? [document.uri] : [];
}

async function convert(host: ConvertHost, preview: Preview, sources: readonly vscode.Uri[]): Promise<void> {
  if (sources.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an agent file and run the command again.'));
    return;
  }
  const target = await pickTarget(await host.requestConvertTargets());
  if (!target) return;
  const candidates = await askForAll(host, sources, target);
  const [only] = candidates;
  if (sources.length === 1 && only) return reviewOne(host, preview, only, target);
  return reviewMany(candidates, target);
}

async function pickTarget(targets: readonly ConvertTarget[]): Promise<ConvertTarget | undefined> {
  const items = targets.map((target) => ({
    label: target.label,
    description: target.folder,
    ...(target.isMeasured ? {} : { detail: vscode.l10n.t('Known from its documentation only') }),
    target,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: TITLE,
    placeHolder: vscode.l10n.t('Select the runtime to convert for'),
  });
  return picked?.target;
}

/** One after the other, so that the user can stop it. */
function askForAll(host: ConvertHost, sources: readonly vscode.Uri[], to: ConvertTarget): Thenable<Candidate[]> {
  const location = sources.length === 1 ? vscode.ProgressLocation.Window : vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Converting for {0}', to.label);
  return vscode.window.withProgress({ location, title, cancellable: sources.length > 1 }, async (progress, token) => {
    const candidates: Candidate[] = [];
    for (const source of sources) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      progress.report({ message: vscode.workspace.asRelativePath(source), increment: 100 / sources.length });
      const document = await vscode.workspace.openTextDocument(source);
      const answer = await host.requestConvert(document.uri.toString(), to.id, undefined, token);
      candidates.push({
        source,
        answer: answer ?? { ok: false, message: vscode.l10n.t('This is not an agent file.') },
      });
    }
    return candidates;
  });
}
