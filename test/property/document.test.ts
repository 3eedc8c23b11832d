// parseDocument on any text: it never throws, loses nothing, and every range lies where it says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgentDocument, parseDocument } from '../../server/src/model/document.ts';
import { bomLength } from '../../server/src/model/fence.ts';
import type { YamlNode } from '../../server/src/model/yaml.ts';
import type { Span } from '../../server/src/util/text.ts';
import { anyText, SEED } from '../harness/agentTexts.ts';

const RUNS = { seed: SEED, numRuns: 1_500 };

test('the parts follow one another and are the whole text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = documentParts(parseDocument('file:///a.md', text));
      expect(parts.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text);
    }),
    RUNS,
  );
});

test('every range lies inside the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const outside = allSpans(parseDocument('file:///a.md', text)).filter(
        ({ start, end }) => !(start >= 0 && start <= end && end <= text.length),
      );
      expect(outside).toEqual([]);
    }),
    RUNS,
  );
});

test('headings, fences, links and prose come in order and do not overlap', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { headings, fences, links, prose } = parseDocument('file:///a.md', text).markdown;
      expect([headings, fences, links].map((items) => firstOverlap(items.map(({ span }) => span)))).toEqual([
        -1, -1, -1,
      ]);
      expect(firstOverlap(prose)).toBe(-1);
    }),
    RUNS,
  );
});

test('the text of a heading is what its span covers', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { text: heading, textSpan, style } of parseDocument('file:///a.md', text).markdown.headings) {
        if (style === 'atx') expect(text.slice(textSpan.start, textSpan.end)).toBe(heading);
      }
    }),
    RUNS,
  );
});

test('positions and offsets are each other’s reverse', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, at) => {
      const { lines } = parseDocument('file:///a.md', text);
      const offset = at % (text.length + 1);
      const position = lines.positionAt(offset);
      const back = lines.offsetAt(position);
      // Inside CRLF there is no position of its own: it belongs to the end of its line.
      expect(back === offset || (text[offset - 1] === '\r' && text[offset] === '\n')).toBe(true);
    }),
    RUNS,
  );
});

function allSpans({ frontMatter, body, yaml, keyLines, markdown }: AgentDocument): Span[] {
  const spans: Span[] = [body, ...markdown.prose];
  if (frontMatter.state !== 'missing') spans.push(frontMatter.open, frontMatter.inner);
  if (frontMatter.state === 'present') spans.push(frontMatter.close);
  for (const { keySpan, valueSpan } of keyLines) spans.push(keySpan, valueSpan);
  for (const { span, textSpan, markSpan } of markdown.headings) spans.push(span, textSpan, markSpan);
  for (const { span, open } of markdown.fences) spans.push(span, open);
  for (const { span, targetSpan } of markdown.links) spans.push(span, targetSpan);
  for (const { span, open, close } of markdown.tags) spans.push(span, open, close);
  spans.push(...markdown.fenceNesting.regions);
  return [...spans, ...(yaml?.errors ?? []).map(({ span }) => span), ...yamlSpans(yaml?.root ?? null)];
}

function yamlSpans(node: YamlNode | null): Span[] {
  if (!node) return [];
  if (node.kind === 'map')
    return [node.span, ...node.pairs.flatMap(({ key, value }) => [...yamlSpans(key), ...yamlSpans(value)])];
  return node.kind === 'sequence' ? [node.span, ...node.items.flatMap(yamlSpans)] : [node.span];
}

/** Index of the first span that begins before the one before it ends; -1 where all are in order. */
function firstOverlap(spans: readonly Span[]): number {
  return spans.findIndex(({ start }, index) => start < (spans[index - 1]?.end ?? 0));
}

/** Spans that follow one another without a gap and together are the whole text. */
interface DocumentPart {
  readonly kind: 'bom' | 'open' | 'inner' | 'close' | 'body';
  readonly span: Span;
}

function documentParts({ text, frontMatter, body }: AgentDocument): DocumentPart[] {
  const parts: DocumentPart[] = [{ kind: 'bom', span: { start: 0, end: bomLength(text) } }];
  if (frontMatter.state !== 'missing') {
    parts.push({ kind: 'open', span: frontMatter.open }, { kind: 'inner', span: frontMatter.inner });
  }
  if (frontMatter.state === 'present') parts.push({ kind: 'close', span: frontMatter.close });
  parts.push({ kind: 'body', span: body });
  return parts.filter(({ span }) => span.end > span.start);
}
