// Scalars after `|` and `>`, as VS Code reads them.
import { consumeLineEnd, documentMarker, type Scan } from './scanner.ts';
import { columnOf, createToken, isLineEnd, isSpace, type Token } from './tokens.ts';

interface Header {
  /** 0 where the first line decides. */
  readonly indent: number;
  readonly chomping: '' | '-' | '+';
}

export function scanBlockScalar(state: Scan): void {
  const { text } = state;
  const start = state.at;
  const isLiteral = text[start] === '|';
  state.at++;
  const { indent, chomping } = readHeader(state);
  const parent = parentIndent(state);
  const lines = readLines(state, parent, indent > 0 ? parent + indent : 0);
  const content = isLiteral ? lines.join('\n') : fold(lines);
  const value = chomp(content, lines, chomping);
  state.tokens.push(createToken('scalar', start, state.at, { value, style: isLiteral ? 'literal' : 'folded' }));
}

function readHeader(state: Scan): Header {
  const { text } = state;
  let indent = 0;
  let chomping: Header['chomping'] = '';
  for (let step = 0; step < 2; step++) {
    const character = text[state.at] ?? '';
    if (indent === 0 && /[1-9]/.test(character)) indent = Number(character);
    else if (chomping === '' && (character === '-' || character === '+')) chomping = character;
    else break;
    state.at++;
  }
  while (state.at < text.length && !isLineEnd(text[state.at])) state.at++;
  consumeLineEnd(state);
  return { indent, chomping };
}

/** The column of the key or the dash that the scalar belongs to. */
function parentIndent({ tokens, text }: Scan): number {
  const isWritten = ({ kind }: Token): boolean => kind !== 'line-end' && kind !== 'comment' && kind !== 'indent';
  const at = tokens.findLastIndex(isWritten);
  const last = tokens[at];
  if (last?.kind === 'document-start') return -1;
  if (last?.kind === 'dash') return columnOf(text, last.start);
  if (last?.kind !== 'colon') return 0;
  let before = at - 1;
  while (before >= 0 && !isWritten(tokens[before] as Token)) before--;
  const key = tokens[before];
  return key ? columnOf(text, key.start) : 0;
}

function readLines(state: Scan, parent: number, written: number): string[] {
  const { text } = state;
  const lines: string[] = [];
  let indent = written;
  while (state.at < text.length) {
    const start = state.at;
    while (text[state.at] === ' ') state.at++;
    const width = state.at - start;
    if (state.at >= text.length || isLineEnd(text[state.at])) {
      lines.push(indent > 0 && width >= indent ? text.slice(start + indent, state.at) : '');
      consumeLineEnd(state);
      continue;
    }
    if (indent === 0 && width > parent) indent = width;
    const isOver = width < indent || (indent === 0 && width <= parent);
    if (isOver || (width === 0 && documentMarker(text, state.at))) {
      state.at = start;
      break;
    }
    while (state.at < text.length && !isLineEnd(text[state.at])) state.at++;
    lines.push(text.slice(start + indent, state.at));
    consumeLineEnd(state);
  }
  return lines;
}

/** Lines become one, but for those that are indented further and those around empty ones. */
function fold(lines: readonly string[]): string {
  let folded = '';
  let wasIndented = false;
  let wasEmpty = false;
  let hasText = false;
  lines.forEach((line, index) => {
    if (line === '') {
      folded += '\n';
      wasEmpty = true;
      return;
    }
    const isIndented = isSpace(line[0]);
    if (index > 0) folded += separator({ isSet: wasIndented || isIndented, wasEmpty, hasText });
    folded += line;
    wasIndented = isIndented;
    wasEmpty = false;
    hasText = true;
  });
  return folded;
}

function separator({ isSet, wasEmpty, hasText }: Record<'isSet' | 'wasEmpty' | 'hasText', boolean>): string {
  if (wasEmpty) return isSet && hasText ? '\n' : '';
  return isSet ? '\n' : ' ';
}

function chomp(content: string, lines: readonly string[], chomping: Header['chomping']): string {
  const lastText = lines.findLastIndex((line) => line !== '');
  const emptyAtEnd = lines.length - 1 - lastText;
  let end = content.length;
  if (emptyAtEnd > 0) while (end > 0 && content[end - 1] === '\n') end--;
  const text = content.slice(0, end);
  if (chomping === '-') return text;
  if (chomping === '') return lastText >= 0 ? `${text}\n` : text;
  return text + '\n'.repeat(lastText >= 0 ? emptyAtEnd + 1 : emptyAtEnd);
}
