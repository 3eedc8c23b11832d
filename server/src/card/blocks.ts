// Splits the prompt into blocks that can be rendered separately, each with its position in the file.
import type { AgentDocument } from '../model/document.ts';
import { lineStarts } from '../util/text.ts';
import type { CardPrompt, CardText } from './model.ts';

/** The most characters of a prompt that are shown: a card that takes seconds to draw helps nobody. */
const PROMPT_LIMIT = 100_000;
const DEFINITION_LIMIT = 200;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LIST_ITEM = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const DEFINITION = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$/gm;

export function readPrompt({ text, body }: AgentDocument): CardPrompt {
  const end = Math.min(body.end, body.start + PROMPT_LIMIT);
  const source = text.slice(body.start, end).replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  const definitions = [...source.matchAll(DEFINITION)].slice(0, DEFINITION_LIMIT).map(([line]) => line.trim());
  return {
    offset: body.start,
    blocks: splitBlocks(source, body.start),
    definitions: definitions.join('\n'),
    omitted: body.end - end,
  };
}

/**
 * An unindented line after a blank line starts a new Markdown block, except inside a code fence or if it continues a
 * list. A heading starts one anywhere.
 */
export function splitBlocks(source: string, base: number): CardText[] {
  const starts = lineStarts(source);
  const cuts: number[] = [];
  let fence: string | null = null;
  let afterBlank = true;
  let inList = false;
  for (const [index, start] of starts.entries()) {
    const line = source.slice(start, starts[index + 1] ?? source.length).trimEnd();
    if (fence !== null) {
      if (closes(line, fence)) fence = null;
      afterBlank = false;
      continue;
    }
    const marker = LIST_ITEM.test(line);
    const startsBlock = afterBlank && /^\S/.test(line) && !(marker && inList);
    if (line !== '' && (startsBlock || /^#{1,6}[ \t]/.test(line))) {
      cuts.push(start);
      inList = marker;
    }
    fence = FENCE.exec(line)?.[1] ?? null;
    afterBlank = line === '';
  }
  if (source.slice(0, cuts[0] ?? source.length).trim() !== '') cuts.unshift(0);
  return cuts.map((start, index) => ({
    text: source.slice(start, cuts[index + 1] ?? source.length).trimEnd(),
    offset: base + start,
  }));
}

function closes(line: string, fence: string): boolean {
  const mark = FENCE.exec(line)?.[1];
  return mark?.startsWith(fence) === true && line.trim() === mark;
}
