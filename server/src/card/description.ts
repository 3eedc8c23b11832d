// Makes a description readable: prose, and the conversations in its `<example>` blocks.
import type { CardText, DescriptionExample, DescriptionPart, ExampleTurn } from './model.ts';

/** The most characters of a description that are shown. Nobody writes that much, but a file may contain it. */
const DESCRIPTION_LIMIT = 40_000;

const EXAMPLE = /<example>([\s\S]*?)(?:<\/example>|(?=<example>)|$)/gi;
const COMMENTARY = /<commentary>([\s\S]*?)(?:<\/commentary>|$)/i;
/** A speaker at the start of a line or, in running text, before an opening quote. */
const SPEAKER =
  /(?:^|\n)[ \t*_-]*(context|user|assistant|human)[*_]*[ \t]*:[*_]*[ \t]*|\s(user|assistant|human)[ \t]*:[ \t]*(?=["“])/gi;

/** `source` is the value as written in the file, in which the position of each example is looked up. */
export function readDescription({ text, offset }: CardText, source: string): DescriptionPart[] {
  const readable = withLineBreaks(text.length > DESCRIPTION_LIMIT ? `${text.slice(0, DESCRIPTION_LIMIT)} …` : text);
  const places = [...source.matchAll(/<example>/gi)].map((match) => offset + match.index);
  const parts: DescriptionPart[] = [];
  let end = 0;
  let lastOffset = offset;
  for (const match of readable.matchAll(EXAMPLE)) {
    pushText(parts, readable.slice(end, match.index), lastOffset);
    lastOffset = places.shift() ?? lastOffset;
    parts.push({ kind: 'example', ...readExample(match[1] ?? '', lastOffset) });
    end = match.index + match[0].length;
  }
  pushText(parts, readable.slice(end), lastOffset);
  return parts;
}

/** Plain YAML keeps `\n` as two characters. It is shown as a line break if it is used as one, but not in a path. */
function withLineBreaks(text: string): string {
  const normal = text.replaceAll(/\r\n?/g, '\n');
  if (!/\\n(?:\\n|\s*<|\s*[A-Z*•-]|\s*\d+\.|\s*(?:user|assistant)\s*:|$)/.test(normal)) return normal;
  return normal.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\"', '"');
}

function readExample(content: string, offset: number): DescriptionExample {
  const commentary = COMMENTARY.exec(content)?.[1]?.trim() ?? null;
  const conversation = content.replace(COMMENTARY, '\n');
  const marks = [...conversation.matchAll(SPEAKER)];
  const said = marks.map((mark, index): ExampleTurn => {
    const until = marks[index + 1]?.index ?? conversation.length;
    const text = conversation.slice(mark.index + mark[0].length, until).trim();
    return { speaker: (mark[1] ?? mark[2] ?? '').toLowerCase(), text: withoutQuotes(text) };
  });
  const opening = conversation.slice(0, marks[0]?.index ?? conversation.length).trim();
  const contexts = [opening, ...said.filter(({ speaker }) => speaker === 'context').map(({ text }) => text)];
  const context = contexts.filter((text) => text !== '').join('\n');
  return {
    offset,
    context: context === '' ? null : context,
    turns: said.filter(({ speaker }) => speaker !== 'context'),
    commentary: commentary === '' ? null : commentary,
  };
}

function withoutQuotes(text: string): string {
  return /^"([^"]*)"$/.exec(text)?.[1] ?? /^“([^“”]*)”$/.exec(text)?.[1] ?? text;
}

function pushText(parts: DescriptionPart[], text: string, offset: number): void {
  const trimmed = text.replaceAll(/\n{3,}/g, '\n\n').trim();
  if (trimmed !== '') parts.push({ kind: 'text', text: trimmed, offset });
}
