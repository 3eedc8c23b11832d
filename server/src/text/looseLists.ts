// Lists as their author sees them: items in one column, with nothing between them that stands further to the left.
// Markdown itself makes several lists of one where the parts of an item are not indented enough.
import { forEachLine, type Span } from '../util/text.ts';

export interface ListSource {
  readonly text: string;
  readonly body: Span;
  /** The running text and the fences to look at, each in order. Everything else ends the lists it stands below. */
  readonly prose: readonly Span[];
  readonly fences: readonly Span[];
}

/** A line that may be an item, from its first character that is not blank. */
export interface ItemLine extends Span {
  /** Whether Markdown begins a paragraph or a block here, so that a marker is one. */
  readonly startsBlock: boolean;
}

export interface ReadItem<Item> {
  /** Items of one kind in one column make a list. */
  readonly kind: string;
  readonly item: Item;
  /** The length of the marker and the blank behind it. */
  readonly markerLength: number;
}

export interface LooseList<Item> {
  readonly kind: string;
  readonly items: readonly Item[];
  /** Markdown sees the same list, because all in it is indented as it should be. */
  readonly strict: boolean;
}

export function findLooseLists<Item>(
  { text, body, prose, fences }: ListSource,
  readItem: (line: ItemLine) => ReadItem<Item> | null,
): LooseList<Item>[] {
  const stack = new ListStack<Item>();
  let nextProse = 0;
  let nextFence = 0;
  forEachLine(text, body.start, (lineStart, end) => {
    while ((prose[nextProse]?.end ?? end) < lineStart) nextProse++;
    while ((fences[nextFence]?.end ?? end) < lineStart) nextFence++;
    const proseStart = prose[nextProse]?.start ?? Number.POSITIVE_INFINITY;
    const fenceStart = fences[nextFence]?.start ?? Number.POSITIVE_INFINITY;
    if (fenceStart < lineStart) return;
    const { start, column } = skipBlanks(text, lineStart, end);
    if (start === end) return;
    const isText = proseStart <= lineStart || fenceStart === lineStart;
    const startsBlock = proseStart >= lineStart;
    const item = isText || isEmptyItem(text, start, end) ? readItem({ start, end, startsBlock }) : null;
    if (item) stack.add(column, item);
    else if (!text.startsWith('<!--', start)) stack.endAt(column, startsBlock);
    // A comment to this tool stands where it does because of a line.
    else if (!OWN_COMMENT.test(text.slice(start, Math.min(end, start + LONGEST_COMMENT_START)))) stack.blur();
  });
  return stack.found;
}

const OWN_COMMENT = /^<!--[ \t]*agentwright-/;
const LONGEST_COMMENT_START = 50;
const LONGEST_EMPTY_ITEM = 20;

function isEmptyItem(text: string, start: number, end: number): boolean {
  return end - start < LONGEST_EMPTY_ITEM && /^(?:[-*+]|\d{1,9}[.)])[ \t]*$/.test(text.slice(start, end));
}

const TAB = 9;
const SPACE = 32;
const TAB_STOP = 4;

function skipBlanks(text: string, from: number, end: number): { readonly start: number; readonly column: number } {
  let start = from;
  let column = 0;
  for (; start < end; start++) {
    const code = text.charCodeAt(start);
    if (code === SPACE) column++;
    else if (code === TAB) column += TAB_STOP - (column % TAB_STOP);
    else break;
  }
  return { start, column };
}

interface OpenList<Item> {
  readonly column: number;
  /** Where the text of the last item begins. */
  contentColumn: number;
  readonly list: { readonly kind: string; readonly items: Item[]; strict: boolean };
}

/** The lists that may go on, outermost first, each further to the right than the one before. */
class ListStack<Item> {
  readonly found: OpenList<Item>['list'][] = [];
  private readonly open: OpenList<Item>[] = [];

  add(column: number, { kind, item, markerLength }: ReadItem<Item>): void {
    while ((this.last?.column ?? -1) > column) this.open.pop();
    if (this.last?.column === column && this.last.list.kind !== kind) this.open.pop();
    const contentColumn = column + markerLength;
    if (this.last?.column === column) {
      this.last.list.items.push(item);
      this.last.contentColumn = contentColumn;
      return;
    }
    if (this.last && column < this.last.contentColumn) this.last.list.strict = false;
    const list = { kind, items: [item], strict: true };
    this.found.push(list);
    this.open.push({ column, contentColumn, list });
  }

  /** Text in this column: what goes on with a paragraph may stand before the item's text, but not under its marker. */
  endAt(column: number, startsBlock: boolean): void {
    while (this.last && column < (startsBlock ? this.last.contentColumn : this.last.column + 1)) this.open.pop();
  }

  blur(): void {
    for (const { list } of this.open) list.strict = false;
  }

  private get last(): OpenList<Item> | undefined {
    return this.open.at(-1);
  }
}
