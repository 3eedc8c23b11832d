// Converts core spans to LSP ranges.
import type { Range } from 'vscode-languageserver-types';
import type { SourceText, Span } from '../util/text.ts';

export function toRange(document: SourceText, span: Span): Range {
  return document.lines.rangeOf(span);
}
