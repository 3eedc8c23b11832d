// The outline: the front matter with its keys, then the headings as a tree.
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import type { Heading } from '../model/markdown.ts';
import { type Span, slice, trimSpan } from '../util/text.ts';
import { toRange } from './range.ts';

export interface SymbolOptions {
  /** Off for a client whose own outline shows the headings. */
  readonly headings: boolean;
}

export function documentSymbols(document: AgentDocument, { headings }: SymbolOptions): DocumentSymbol[] {
  return [...frontMatterSymbols(document), ...(headings ? headingSymbols(document) : [])];
}

function frontMatterSymbols(document: AgentDocument): DocumentSymbol[] {
  const { frontMatter, keyLines, text } = document;
  if (frontMatter.state === 'missing') return [];
  const end = frontMatter.state === 'present' ? frontMatter.close.start + 3 : frontMatter.inner.end;
  const whole = { start: frontMatter.open.start, end };
  const children = keyLines.map((line): DocumentSymbol => {
    const span = { start: line.keySpan.start, end: Math.max(line.keySpan.end, line.valueSpan.end) };
    const detail = firstLine(slice(text, line.valueSpan));
    return symbol(document, { name: line.key, detail, kind: SymbolKind.Property, span, selection: line.keySpan });
  });
  const selection = { start: frontMatter.open.start, end: frontMatter.open.start + 3 };
  const root = symbol(document, { name: 'front matter', detail: '', kind: SymbolKind.Object, span: whole, selection });
  return [{ ...root, children }];
}

function headingSymbols(document: AgentDocument): DocumentSymbol[] {
  const { headings } = document.markdown;
  const roots: DocumentSymbol[] = [];
  const open: { level: number; symbol: DocumentSymbol }[] = [];
  for (const [index, heading] of headings.entries()) {
    const made = headingSymbol(document, heading, sectionEnd(document, headings, index));
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1)?.symbol;
    if (parent) parent.children = [...(parent.children ?? []), made];
    else roots.push(made);
    open.push({ level: heading.level, symbol: made });
  }
  return roots;
}

function headingSymbol(document: AgentDocument, heading: Heading, end: number): DocumentSymbol {
  const name = heading.text.trim() || '(empty heading)';
  const span = { start: heading.span.start, end: Math.max(heading.span.end, end) };
  return symbol(document, { name, detail: '', kind: SymbolKind.String, span, selection: heading.span });
}

/** A section ends before the next heading of its level or above. */
function sectionEnd(document: AgentDocument, headings: readonly Heading[], index: number): number {
  const level = headings[index]?.level ?? 1;
  const next = headings.slice(index + 1).find((heading) => heading.level <= level);
  const end = next?.span.start ?? document.body.end;
  const start = headings[index]?.span.start ?? 0;
  return trimSpan(document.text, { start, end }).end;
}

function symbol(
  document: AgentDocument,
  {
    name,
    detail,
    kind,
    span,
    selection,
  }: { name: string; detail: string; kind: SymbolKind; span: Span; selection: Span },
): DocumentSymbol {
  return { name, detail, kind, range: toRange(document, span), selectionRange: toRange(document, selection) };
}

function firstLine(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
