// Values of model, color, and type, offered by the client itself: instantly, even while the server starts or restarts.
import * as vscode from 'vscode';
import { type OfferedValue, offeredValues, valueSlot } from '../../server/src/vocabulary.ts';
import { AGENT_LANGUAGES, isAgent } from './agents.ts';
import { offeredByVsCode, sortTextAfterVsCode } from './coexistence.ts';

/** `:` and a space start a value; letters continue to filter on their own. */
const TRIGGERS = [':', ' '];

export function registerValueCompletions(): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(AGENT_LANGUAGES, { provideCompletionItems }, ...TRIGGERS);
}

function provideCompletionItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  _token: vscode.CancellationToken,
  context: vscode.CompletionContext,
): vscode.CompletionList {
  const slot = valueSlot(document.getText(), document.offsetAt(position));
  if (!slot || !isAgent(document)) return NOTHING;
  const written = document.getText().slice(slot.span.start, document.offsetAt(position));
  // A value that is written to its end is done: with the list still open, Enter would begin no new line.
  const isTypedOn = context.triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
  if (isTypedOn && offeredValues(slot.key).some(({ value }) => value === written)) return NOTHING;
  const range = new vscode.Range(document.positionAt(slot.span.start), document.positionAt(slot.span.end));
  const known = offeredByVsCode(document, slot.key, context);
  const items = offeredValues(slot.key)
    .filter(({ value }) => !known.has(value))
    .map((offered, index) => {
      const item = toItem(offered, index, range, slot.needsBlank);
      if (known.size > 0) item.sortText = sortTextAfterVsCode(item.sortText);
      return item;
    });
  return new vscode.CompletionList(items, true);
}

const NOTHING = new vscode.CompletionList([], false);

function toItem(
  { value, description, hex, detail, secondary }: OfferedValue,
  index: number,
  range: vscode.Range,
  needsBlank: boolean,
): vscode.CompletionItem {
  const kind = hex ? vscode.CompletionItemKind.Color : vscode.CompletionItemKind.EnumMember;
  const item = new vscode.CompletionItem(detail ? { label: value, description: detail } : value, kind);
  // The suggestion widget shows a swatch if the documentation of a color is its hex code.
  item.documentation = hex ?? new vscode.MarkdownString(description);
  item.insertText = needsBlank ? ` ${value}` : value;
  item.filterText = needsBlank ? ` ${value}` : value;
  item.range = range;
  item.sortText = `${secondary ? 1 : 0}${String(index).padStart(3, '0')}`;
  return item;
}
