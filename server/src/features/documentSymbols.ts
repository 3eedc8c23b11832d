// The outline: the front matter with its keys, then the headings as a tree.
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { fenceSpan } from '../model/fence.ts';
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
  const selection = fenceSpan(frontMatter);
  const root = symbol(document, { name: 'front matter', detail: '', kind: SymbolKind.Object, span: whole, selection });
  return [{ ...root, children }];
}

interface OpenSection {
  readonly heading: Heading;
  readonly children: DocumentSymbol[];
}

/** A section ends before the next heading at its level or above. */
function headingSymbols(document: AgentDocument): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: OpenSection[] = [];
  const close = (level: number, end: number): void => {
    for (let top = open.at(-1); top && top.heading.level >= level; top = open.at(-1)) {
      open.pop();
      (open.at(-1)?.children ?? roots).push(sectionSymbol(document, top, end));
    }
  };
  for (const heading of document.markdown.headings) {
    close(heading.level, heading.span.start);
    open.push({ heading, children: [] });
  }
  close(0, document.body.end);
  return roots;
}

function sectionSymbol(document: AgentDocument, { heading, children }: OpenSection, end: number): DocumentSymbol {
  const name = heading.text.trim() || '(empty heading)';
  const { start } = heading.span;
  const span = { start, end: Math.max(heading.span.end, trimSpan(document.text, { start, end }).end) };
  const made = symbol(document, { name, detail: '', kind: SymbolKind.String, span, selection: heading.span });
  return children.length > 0 ? { ...made, children } : made;
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
