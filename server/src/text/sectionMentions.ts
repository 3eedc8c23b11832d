// Sections that a prompt refers to in words, and whether it has anything a reader could take for them.
import type { AgentDocument } from '../model/document.ts';
import { type Span, slice } from '../util/text.ts';
import { headingTexts } from './headingTexts.ts';
import { ownProse } from './ownProse.ts';

const SIGN = /\b(?:section|above|below)\b/;
const SENT = String.raw`(?:\b[Ss]ee|\b[Rr]efer to|\b[Ff]ollow|\b(?:described|defined|explained|listed|specified|outlined) in)(?: also)?(?: the)? `;
const WORD = String.raw`[\w’'&/-]{0,40}`;
const CAPITALIZED = String.raw`(?<plain>[A-Z]${WORD}(?: (?:[A-Z\d]${WORD}|and|for|of|the|to|&)){0,6})`;
const MARKED = String.raw`(?:["“](?<quoted>[^"“”*\r\n]{2,80})["”]|\*\*["“]?(?<bold>[^*"“”\r\n]{2,80})["”]?\*\*|\x60#{0,6} ?(?<code>[A-Z][^\x60\r\n./]{1,80})\x60)`;
/** Followed by nothing that says whose section it is, or what it is above. */
const END = String.raw`(?=[.,;:!)*]|[ \t]*$)`;
/** A name that is marked as one, or capitalized before "section". */
const MENTIONS: readonly RegExp[] = [
  new RegExp(`${SENT}${MARKED}(?: section)? (?:above|below)${END}`, 'gdm'),
  new RegExp(`${SENT}(?:${MARKED}|${CAPITALIZED}) section(?: above| below)?${END}`, 'gdm'),
];
/** A line about a file, a page, or another document may mean a section of that. */
const ELSEWHERE =
  /\w\.\w{2,5}\b|\]\(|:\/\/|\b(?:README|CLAUDE|AGENTS|[Dd]oc(?:s|ument|umentation)?|[Ff]iles?|[Gg]uides?|[Ss]pec(?:s|ification)?|[Tt]emplates?|[Pp]lans?|[Rr]eports?|[Ss]tandards?|[Ss]kills?|[Pp]ages?|[Ii]ssues?|PRs?)\b/;

/** Section names of which no heading, label, or tag contains a word, and no line all the words. */
export function unknownSections(document: AgentDocument): Span[] {
  if (!SIGN.test(slice(document.text, document.body))) return [];
  const mentions = findMentions(document);
  if (mentions.length === 0) return [];
  const words = new KnownWords(document, mentions);
  return mentions.filter((span) => !words.know(slice(document.text, span)));
}

function findMentions({ text, markdown, lines }: AgentDocument): Span[] {
  const found = new Map<number, Span>();
  for (const part of ownProse(markdown)) {
    const written = slice(text, part);
    if (!SIGN.test(written)) continue;
    for (const match of MENTIONS.flatMap((pattern) => [...written.matchAll(pattern)])) {
      const at = match.indices?.groups;
      const [from, to] = at?.quoted ?? at?.bold ?? at?.code ?? at?.plain ?? [0, 0];
      const span = { start: part.start + from, end: part.start + to };
      const line = lines.lineSpan(lines.positionAt(span.start).line);
      const around = `${text.slice(line.start, span.start)} ${text.slice(span.end, line.end)}`;
      if (!ELSEWHERE.test(around)) found.set(span.start, span);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Bold words, tags, and the starts of lines before a colon serve as headings. */
const LABELS: readonly RegExp[] = [
  /\*\*([^*\r\n]{1,120})\*\*/g,
  /__([^_\r\n]{1,120})__/g,
  /<([A-Za-z][\w-]*)/g,
  /^[ \t>*+-]{0,40}([A-Z][^:\r\n]{0,80}):/gm,
];

class KnownWords {
  private readonly inLabels = new Set<string>();
  /** The lines that contain each word. */
  private readonly linesWith = new Map<string, Set<number>>();

  constructor(document: AgentDocument, mentions: readonly Span[]) {
    const rest = withoutSpans(document, mentions);
    const labels = LABELS.flatMap((pattern) => [...rest.matchAll(pattern)].map(([, label = '']) => label));
    for (const label of [...headingTexts(document), ...labels])
      for (const word of wordsOf(label)) this.inLabels.add(word);
    for (const [index, line] of rest.split(/[\r\n]+/).entries()) {
      for (const word of wordsOf(line)) {
        const lines = this.linesWith.get(word);
        if (lines) lines.add(index);
        else this.linesWith.set(word, new Set([index]));
      }
    }
  }

  know(name: string): boolean {
    const wanted = wordsOf(name);
    const [first, ...others] = wanted;
    if (first === undefined || wanted.some((word) => this.inLabels.has(word))) return true;
    const lines = [...(this.linesWith.get(first) ?? [])];
    return lines.some((line) => others.every((word) => this.linesWith.get(word)?.has(line)));
  }
}

function withoutSpans({ text, body }: AgentDocument, spans: readonly Span[]): string {
  let rest = '';
  let copied = body.start;
  for (const { start, end } of spans) {
    rest += text.slice(copied, start);
    copied = end;
  }
  return rest + text.slice(copied);
}

const LITTLE_WORDS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'section',
  'the',
  'to',
  'vs',
  'with',
]);
const STEM_LENGTH = 5;

/** Word stems: `Handling errors` and `Error handling` have the same. */
function wordsOf(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.filter((word) => !LITTLE_WORDS.has(word)).map((word) => word.slice(0, STEM_LENGTH));
}
