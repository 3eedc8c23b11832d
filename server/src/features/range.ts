// Converts core spans to LSP ranges.
import type { Range } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import type { Span } from '../util/text.ts';

export function toRange(document: AgentDocument, span: Span): Range {
  return document.lines.rangeOf(span);
}
