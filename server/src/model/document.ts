// An agent file as data: parseDocument(uri, text) never throws and loses nothing.
import { lazy } from '../util/lazy.ts';
import { createLineIndex, type LineIndex, type Span } from '../util/text.ts';
import { bomLength, type FrontMatter, findFrontMatter } from './fence.ts';
import { type KeyLine, scanKeyLines } from './keyLines.ts';
import { type MarkdownStructure, parseMarkdown } from './markdown.ts';
import { parseYaml, type YamlTree } from './yaml.ts';

export interface AgentDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter;
  /** Everything after the front matter; the whole text (less a byte order mark) where there is none. */
  readonly body: Span;
  /** The YAML text read by the specification. Null where there is no front matter. */
  readonly yaml: YamlTree | null;
  /** The lines that start a top-level key, found without a YAML parser, so also where the YAML is broken. */
  readonly keyLines: readonly KeyLine[];
  readonly markdown: MarkdownStructure;
}

/** Spans that follow one another without a gap and together are the whole text. */
export interface DocumentPart {
  readonly kind: 'bom' | 'open' | 'inner' | 'close' | 'body';
  readonly span: Span;
}

export function parseDocument(uri: string, text: string): AgentDocument {
  const lines = lazy(() => createLineIndex(text));
  const frontMatter = findFrontMatter(text);
  const body = { start: bodyStart(text, frontMatter), end: text.length };
  const yaml = lazy(() => readYaml(text, frontMatter));
  const keyLines = lazy(() => (frontMatter.state === 'missing' ? [] : scanKeyLines(text, frontMatter.inner)));
  const markdown = lazy(() => parseMarkdown(text, body.start));
  return {
    uri,
    text,
    frontMatter,
    body,
    get lines() {
      return lines();
    },
    get yaml() {
      return yaml();
    },
    get keyLines() {
      return keyLines();
    },
    get markdown() {
      return markdown();
    },
  };
}

export function documentParts({ text, frontMatter, body }: AgentDocument): DocumentPart[] {
  const parts: DocumentPart[] = [{ kind: 'bom', span: { start: 0, end: bomLength(text) } }];
  if (frontMatter.state !== 'missing') {
    parts.push({ kind: 'open', span: frontMatter.open }, { kind: 'inner', span: frontMatter.inner });
  }
  if (frontMatter.state === 'present') parts.push({ kind: 'close', span: frontMatter.close });
  parts.push({ kind: 'body', span: body });
  return parts.filter(({ span }) => span.end > span.start);
}

function bodyStart(text: string, frontMatter: FrontMatter): number {
  switch (frontMatter.state) {
    case 'present':
      return frontMatter.close.end;
    case 'unclosed':
      return frontMatter.inner.end;
    case 'missing':
      return bomLength(text);
  }
}

function readYaml(text: string, frontMatter: FrontMatter): YamlTree | null {
  if (frontMatter.state === 'missing') return null;
  const { start, end } = frontMatter.inner;
  return parseYaml(text.slice(start, end), (offset) => start + Math.min(offset, end - start));
}
