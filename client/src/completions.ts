// Values of model, color and type, offered by the client itself: instant, alive while the server starts or restarts.
import * as vscode from 'vscode';
import { type ClientCompletedKey, type OfferedValue, offeredValues, valueSlot } from '../../server/src/vocabulary.ts';
import { AGENT_LANGUAGES, isAgent } from './agents.ts';
import { offeredByVsCode } from './coexistence.ts';

/** `:` and a blank start a value; letters go on filtering by themselves. */
const TRIGGERS = [':', ' '];

export function registerValueCompletions(): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(AGENT_LANGUAGES, { provideCompletionItems }, ...TRIGGERS);
}

function provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const slot = valueSlot(document.getText(), document.offsetAt(position));
  if (!slot || !isAgent(document)) return [];
  const range = new vscode.Range(document.positionAt(slot.span.start), document.positionAt(slot.span.end));
  const known = offeredByVsCode(document, slot.key);
  return offeredValues(slot.key)
    .filter(({ value }) => !known.has(value))
    .map((offered, index) => ({
      ...toItem(slot.key, offered, range, slot.needsBlank),
      sortText: sortText(offered, index, known.size > 0),
    }));
}

function toItem(
  key: ClientCompletedKey,
  { value, description, hex, detail }: OfferedValue,
  range: vscode.Range,
  needsBlank: boolean,
): vscode.CompletionItem {
  const kind = hex ? vscode.CompletionItemKind.Color : vscode.CompletionItemKind.EnumMember;
  const item = new vscode.CompletionItem({ label: value, description: detail ?? key }, kind);
  // The suggestion widget draws a swatch where the documentation of a colour is its hex code.
  item.documentation = hex ?? new vscode.MarkdownString(description);
  item.insertText = needsBlank ? ` ${value}` : value;
  item.filterText = needsBlank ? ` ${value}` : value;
  item.range = range;
  return item;
}

/** VS Code's own items have none, so they stand at their labels: between our digits and our tildes. */
function sortText({ secondary }: OfferedValue, index: number, afterVsCode: boolean): string {
  return `${secondary || afterVsCode ? '~' : ''}${secondary ? 1 : 0}${String(index).padStart(3, '0')}`;
}
