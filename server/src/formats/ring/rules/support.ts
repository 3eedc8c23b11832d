// Shared by rules about the Ring format: which agents they cover, positions inside quoted values, and the source of facts.

import type { AgentDocument } from '../../../model/document.ts';
import { entryOf } from '../../../runtimes/entries.ts';
import type { Evidence } from '../../../runtimes/fields.ts';
import type { IndexedReport } from '../../../runtimes/indexed.ts';
import { type Span, slice } from '../../../util/text.ts';
import type { ContractText } from '../contract.ts';

/** Keys that no other format has. `version` and `type` alone appear in many kinds of agents. */
const RING_KEYS = ['output_schema', 'input_schema', 'changelog', 'last_updated', 'project_rules_integration'];

export function isRing({ reading }: IndexedReport): boolean {
  return RING_KEYS.some((key) => entryOf(reading, key) !== undefined);
}

export function ringFormat(detail: string): Evidence {
  return {
    source: 'documentation',
    detail: `Ring’s own repository, 44 agents: ${detail}`,
    verifiedOn: '2026-11-20',
  };
}

/** The source span of part of a value; the whole value if it cannot be determined. */
export function partSpan(document: AgentDocument, { text, span, style }: ContractText, part: Span): Span {
  const written = slice(document.text, span);
  const quote = style === 'double' ? '"' : style === 'single' ? "'" : '';
  if (written.includes('\n') || (style !== 'plain' && quote === '') || !written.startsWith(quote)) return span;
  const offsets: number[] = [];
  let index = quote.length;
  for (let at = 0; at <= text.length; at++) {
    offsets.push(span.start + index);
    index += widthAt(written, index, style);
  }
  const start = offsets[part.start];
  const end = offsets[part.end];
  return start === undefined || end === undefined || end > span.end ? span : { start, end };
}

function widthAt(written: string, index: number, style: ContractText['style']): number {
  if (style === 'single') return written.startsWith("''", index) ? 2 : 1;
  if (style !== 'double' || written.charAt(index) !== '\\') return 1;
  return ESCAPE_WIDTHS[written.charAt(index + 1)] ?? 2;
}

const ESCAPE_WIDTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };
