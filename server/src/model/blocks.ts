// Block structure of Markdown with ranges: headings, fences and running text. One pass, linear in the text.
// It is CommonMark's but for two things, both because a runtime passes a body on as text: a line that is only a tag
// (`<example>`) is a block of its own and what follows it is Markdown again; tables and link definitions are text.
import { forEachLine, type Span } from '../util/text.ts';
import {
  atxLevel,
  atxText,
  closesFence,
  fenceMark,
  interruptsParagraph,
  isPlainItem,
  isPlainText,
  isThematicBreak,
  LineCursor,
  listMarker,
  setextLevel,
  trimBlanks,
} from './lineCursor.ts';
import { OpenParagraph } from './openParagraph.ts';

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly style: 'atx' | 'setext';
  /** The heading's lines, marks included. */
  readonly span: Span;
  readonly textSpan: Span;
  /** The `##`; for a setext heading its underline. */
  readonly markSpan: Span;
  /** In a block quote or a list item: quoted or listed, so no part of the document's outline. */
  readonly nested: boolean;
}

export interface CodeFence {
  /** The opening marks and the info string. */
  readonly open: Span;
  /** Whole lines, from the opening to the closing one. */
  readonly span: Span;
  readonly info: string;
  readonly closed: boolean;
  readonly mark: string;
  /** In a block quote or a list item. */
  readonly nested: boolean;
}

export interface Blocks {
  readonly headings: readonly Heading[];
  readonly fences: readonly CodeFence[];
  /** Whole lines of paragraphs, list items, tables, tags and headings; code and comments excluded. */
  readonly prose: readonly Span[];
}

export function scanBlocks(text: string, bodyStart: number): Blocks {
  const scanner = new BlockScanner(text, bodyStart);
  forEachLine(text, bodyStart, (start, end) => scanner.readLine(start, end));
  return scanner.finish();
}

const QUOTE_MARK = 62;
const TAG_START = 60;
/** Deeper quotes and lists are read as text, so that a line costs no more than its length. */
const DEEPEST_NESTING = 16;
const CODE_INDENT = 4;
const TAG_LINE = /^<\/?[A-Za-z][\w:-]*(?:[ \t][^<>]*)?>[ \t]*$/;
const QUOTE = 0;
const PLAIN_ITEM_MARK = '- '.length;

/** Text that is not Markdown, up to a line that holds the end mark. */
const RAW_BLOCKS: readonly { readonly start: RegExp; readonly end: string }[] = [
  { start: /^<!--/, end: '-->' },
  { start: /^<pre(?:[\s>]|$)/, end: '</pre>' },
];

class BlockScanner {
  private readonly headings: Heading[] = [];
  private readonly fences: CodeFence[] = [];
  private readonly prose: Span[] = [];
  /** Open containers, outermost first: `QUOTE`, or the columns by which the content of a list item is indented. */
  private readonly containers: number[] = [];
  private fence: { open: Span; lineStart: number; mark: string } | null = null;
  private rawEnd: string | null = null;
  private readonly paragraph = new OpenParagraph();
  private readonly line: LineCursor;
  private lineStart = 0;
  private previousEnd: number;
  private readonly text: string;

  constructor(text: string, bodyStart: number) {
    this.text = text;
    this.line = new LineCursor(text);
    this.previousEnd = bodyStart;
  }

  readLine(lineStart: number, lineEnd: number): void {
    this.lineStart = lineStart;
    this.line.enter(lineStart, lineEnd);
    const matched = this.containers.length === 0 ? 0 : this.matchContainers();
    if (matched < this.containers.length) this.leaveContainers(matched);
    else if (this.fence) this.readFenceLine(this.fence.mark);
    else if (this.rawEnd !== null) this.readRawLine(this.rawEnd);
    else this.openBlocks();
    this.previousEnd = lineEnd;
  }

  finish(): Blocks {
    this.endFence(this.previousEnd, false);
    this.endParagraph();
    return { headings: this.headings, fences: this.fences, prose: this.prose };
  }

  /** Moves past the marks of the containers that go on in this line; answers how many do. */
  private matchContainers(): number {
    const { text, line, lineStart } = this;
    if (isPlainText(text, lineStart, line.end) || isPlainItem(text, lineStart, line.end)) return 0;
    let matched = 0;
    for (const container of this.containers) {
      const indent = this.line.indent();
      if (container === QUOTE) {
        if (indent >= CODE_INDENT || !this.skipQuoteMark(indent)) break;
      } else if (indent >= container) {
        this.line.skipColumns(container);
      } else if (!this.line.isBlank()) {
        break;
      }
      matched++;
    }
    return matched;
  }

  private leaveContainers(matched: number): void {
    // A paragraph goes on in a line without the marks of its quote or item, unless the line starts something else.
    if (this.paragraph.isOpen() && !this.line.isBlank() && !this.startsBlock()) {
      this.addToParagraph();
      return;
    }
    this.endFence(this.previousEnd, false);
    this.endParagraph();
    this.rawEnd = null;
    this.containers.length = matched;
    this.openBlocks();
  }

  private startsBlock(): boolean {
    const { line } = this;
    const { offset, column } = line;
    if (isPlainText(this.text, offset, this.line.end)) return false;
    if (isPlainItem(this.text, offset, this.line.end)) return true;
    const indent = line.indent();
    if (indent >= CODE_INDENT) return false;
    line.skipColumns(indent);
    const starts =
      line.code() === QUOTE_MARK ||
      listMarker(line) > 0 ||
      isThematicBreak(line) ||
      atxLevel(line) > 0 ||
      fenceMark(this.text, line) !== '' ||
      (line.code() === TAG_START && this.isMarkup());
    line.moveTo(offset, column);
    return starts;
  }

  /** Opens the quotes and list items that begin in this line, then reads what is in them. */
  private openBlocks(): void {
    const { line, containers } = this;
    for (;;) {
      if (isPlainText(this.text, line.offset, line.end)) {
        this.addToParagraph();
        return;
      }
      if (containers.length < DEEPEST_NESTING && isPlainItem(this.text, line.offset, line.end)) {
        this.endParagraph();
        line.skipCharacters(PLAIN_ITEM_MARK);
        containers.push(PLAIN_ITEM_MARK);
        continue;
      }
      const indent = line.indent();
      if (indent >= CODE_INDENT) break;
      if (containers.length < DEEPEST_NESTING && this.skipQuoteMark(indent)) {
        this.endParagraph();
        containers.push(QUOTE);
        continue;
      }
      line.skipColumns(indent);
      if (containers.length >= DEEPEST_NESTING || isThematicBreak(line)) break;
      if (this.paragraph.isOpen() && setextLevel(line) > 0) break;
      const marker = listMarker(line);
      if (marker === 0 || (this.paragraph.isOpen() && !interruptsParagraph(line, marker))) break;
      this.endParagraph();
      line.skipCharacters(marker);
      const gap = line.indent();
      const used = line.isBlank() || gap > CODE_INDENT ? 1 : gap;
      line.skipColumns(used);
      containers.push(indent + marker + used);
    }
    this.readLeaf();
  }

  private skipQuoteMark(indent: number): boolean {
    const { line } = this;
    if (line.codeAfterBlanks() !== QUOTE_MARK) return false;
    line.skipColumns(indent);
    line.skipCharacters(1);
    line.skipColumns(1);
    return true;
  }

  private readLeaf(): void {
    const { line, text } = this;
    if (line.isBlank()) {
      this.endParagraph();
      return;
    }
    if (line.indent() >= CODE_INDENT) {
      // Indented text goes on with a paragraph; elsewhere it is code.
      if (this.paragraph.isOpen()) this.addToParagraph();
      return;
    }
    const mark = fenceMark(text, line);
    const level = atxLevel(line);
    const underlined = this.paragraph.isOpen() ? setextLevel(line) : 0;
    if (mark) this.startFence(mark);
    else if (level > 0) this.addAtxHeading(level);
    else if (underlined > 0) this.endAsSetextHeading(underlined);
    else if (isThematicBreak(line)) this.endParagraph();
    else if (line.code() === TAG_START && this.isMarkup()) this.readMarkup();
    else this.addToParagraph();
  }

  private startFence(mark: string): void {
    this.endParagraph();
    this.fence = { open: trimBlanks(this.text, this.line.offset, this.line.end), lineStart: this.lineStart, mark };
  }

  private readFenceLine(mark: string): void {
    const indent = this.line.indent();
    if (indent >= CODE_INDENT) return;
    this.line.skipColumns(indent);
    if (closesFence(this.line, mark)) this.endFence(this.line.end, true);
  }

  private endFence(end: number, closed: boolean): void {
    if (!this.fence) return;
    const { open, lineStart, mark } = this.fence;
    const info = this.text.slice(open.start + mark.length, open.end).trim();
    const nested = this.containers.length > 0;
    this.fences.push({ open, span: { start: lineStart, end }, info, closed, mark, nested });
    this.fence = null;
  }

  private addAtxHeading(level: number): void {
    this.endParagraph();
    const textSpan = atxText(this.text, this.line, level);
    const markSpan = { start: this.line.offset, end: this.line.offset + level };
    const span = { start: this.lineStart, end: this.line.end };
    const heading = this.text.slice(textSpan.start, textSpan.end);
    const nested = this.containers.length > 0;
    this.headings.push({ level, text: heading, style: 'atx', span, textSpan, markSpan, nested });
    this.prose.push(span);
  }

  private endAsSetextHeading(level: number): void {
    const lineStart = this.paragraph.start;
    const contents = this.paragraph.contents(this.text);
    const textSpan = { start: contents[0]?.start ?? lineStart, end: contents.at(-1)?.end ?? lineStart };
    const heading = contents.map(({ start, end }) => this.text.slice(start, end)).join('\n');
    const markSpan = trimBlanks(this.text, this.line.offset, this.line.end);
    const span = { start: lineStart, end: this.line.end };
    const nested = this.containers.length > 0;
    this.headings.push({ level, text: heading, style: 'setext', span, textSpan, markSpan, nested });
    this.endParagraph();
  }

  private isMarkup(): boolean {
    const rest = this.text.slice(this.line.offset, this.line.end);
    return TAG_LINE.test(rest) || RAW_BLOCKS.some(({ start }) => start.test(rest));
  }

  private readMarkup(): void {
    this.endParagraph();
    const rest = this.text.slice(this.line.offset, this.line.end);
    const raw = RAW_BLOCKS.find(({ start }) => start.test(rest));
    if (!raw) this.prose.push({ start: this.lineStart, end: this.line.end });
    else if (!rest.includes(raw.end)) this.rawEnd = raw.end;
  }

  private readRawLine(end: string): void {
    if (this.text.slice(this.line.offset, this.line.end).includes(end)) this.rawEnd = null;
  }

  private addToParagraph(): void {
    this.paragraph.add(this.lineStart, this.line.offset, this.line.end);
  }

  private endParagraph(): void {
    if (this.paragraph.start >= 0) this.prose.push({ start: this.paragraph.start, end: this.previousEnd });
    this.paragraph.close();
  }
}
