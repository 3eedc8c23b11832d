// What the parts of conversion share: whom they ask, and what they get.
import * as vscode from 'vscode';
import type { ConvertAnswer, ConvertTarget } from '../../../server/src/lsp/protocol.ts';

/** Of documents that show what is not written yet. */
export const PREVIEW_SCHEME = 'agentwright-converted';

export interface ConvertHost {
  requestConvertTargets(): Promise<readonly ConvertTarget[]>;
  /** Null if the file is no agent. The agent's document must be open. */
  requestConvert(
    uri: string,
    to: string,
    model: string | undefined,
    token?: vscode.CancellationToken,
  ): Promise<ConvertAnswer | null>;
}

/** One agent, and what it would be for the target. */
export interface Candidate {
  readonly source: vscode.Uri;
  readonly answer: ConvertAnswer;
}

export const TITLE = vscode.l10n.t('Convert Agent');
