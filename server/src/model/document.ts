// An agent file as data: parseDocument(uri, text) never throws and loses nothing.
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

export function parseDocument(uri: string, text: string): AgentDocument {
  return new LazyDocument(uri, text, findFrontMatter(text));
}

/** Where another runtime than Claude Code finds the YAML text and the prompt. `inner` is null where it finds none. */
export interface Fences {
  readonly inner: Span | null;
  readonly body: Span;
}

/** The document with the front matter and the prompt where a runtime finds them; the same one where that is no other place. */
export function withFences(document: AgentDocument, { inner, body }: Fences): AgentDocument {
  const { uri, text, frontMatter } = document;
  const known = frontMatter.state === 'missing' ? null : frontMatter.inner;
  const isSame = known?.start === inner?.start && known?.end === inner?.end && document.body.start === body.start;
  if (isSame) return document;
  return new LazyDocument(uri, text, inner ? fencedBy(text, inner, body) : { state: 'missing' }, body);
}

function fencedBy(text: string, inner: Span, body: Span): FrontMatter {
  const open = { start: bomLength(text), end: inner.start };
  const fence = text.indexOf('---', inner.end);
  if (fence < 0) return { state: 'unclosed', open, inner };
  const close = { start: fence, end: Math.max(fence, body.start) };
  return { state: 'present', open, inner, close, closeStyle: 'line' };
}

/** Each part is read when first asked for. A class, because one closure per part and document cost more than the parts. */
class LazyDocument implements AgentDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter;
  readonly body: Span;
  private foundYaml: YamlTree | null | undefined;
  private foundKeyLines: readonly KeyLine[] | undefined;
  private foundMarkdown: MarkdownStructure | undefined;

  constructor(uri: string, text: string, frontMatter: FrontMatter, body?: Span) {
    this.uri = uri;
    this.text = text;
    this.lines = createLineIndex(text);
    this.frontMatter = frontMatter;
    this.body = body ?? { start: bodyStart(text, frontMatter), end: text.length };
  }

  get yaml(): YamlTree | null {
    if (this.foundYaml === undefined) this.foundYaml = readYaml(this.text, this.frontMatter);
    return this.foundYaml;
  }

  get keyLines(): readonly KeyLine[] {
    const { frontMatter, text } = this;
    this.foundKeyLines ??= frontMatter.state === 'missing' ? [] : scanKeyLines(text, frontMatter.inner);
    return this.foundKeyLines;
  }

  get markdown(): MarkdownStructure {
    this.foundMarkdown ??= parseMarkdown(this.text, this.body.start);
    return this.foundMarkdown;
  }
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
