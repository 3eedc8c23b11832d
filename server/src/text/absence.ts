// Whether a text says that a file may be absent, or that someone writes it in the course of the work.
import type { AgentDocument } from '../model/document.ts';

const IS_NOT_THERE =
  /\b(?:if|when|where|whether|unless|in case)\b.{0,60}\b(?:exists?|present|available|found|there|missing|absent|any|needed|applicable)\b|\bexists?\b|\bmissing\b|\babsent\b|\bnot (?:be )?(?:found|present|there|available)\b|\boptional/i;
/** Said of something a section talks about. */
const IF_THERE =
  /\b(?:if|when|where|whether|unless)\b(?:.{0,30}\b(?:it|they|them|these|files?|documents?|docs?|none|one|any|either|neither)\b)?.{0,25}\b(?:exists?|present|available|found|missing|absent)\b/i;
const WRITES =
  '(?:writ(?:e|es|ing|ten)|creat(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|outputs?|updat(?:e|es|ed|ing)|append(?:s|ed|ing)?|maintain(?:s|ed|ing)?|record(?:s|ed|ing)?|stor(?:e|es|ed|ing)|add(?:s|ed|ing)?|edit(?:s|ed|ing)?)';
/** Up to the name. A file that is read in between is not the one being written. */
const WRITES_IT = new RegExp(
  String.raw`\b${WRITES}\b(?:(?!\b(?:read|see|follow|load|consult|study|refer)\b)[^.\x60]){0,60}\x60?[^\x60\s]{0,160}$`,
  'i',
);
const IS_WRITTEN = new RegExp(
  String.raw`^[^\r\n]{0,40}\b(?:is|are|was|were|gets|be)\s{1,4}(?:\w{1,20}\s{1,4}){0,2}${WRITES}\b`,
  'i',
);

const LONGEST_LINE = 1000;
/** A file mentioned more often plays a part in the work that no pattern can tell. */
const MOST_MENTIONS = 50;

/** Answers for paths in one document by file name, because folders are often omitted. */
export function absenceIn({ text, body, markdown: { headings } }: AgentDocument): (path: string) => boolean {
  /** By the index of the following heading. */
  const sections = new Map<number, boolean>();

  function sectionSaysSo(next: number): boolean {
    const known = sections.get(next);
    if (known !== undefined) return known;
    const start = headings[next - 1]?.span.start ?? body.start;
    const said = IF_THERE.test(text.slice(start, headings[next]?.span.start ?? text.length));
    sections.set(next, said);
    return said;
  }

  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    let next = 0;
    let mentions = 0;
    for (let at = text.indexOf(name, body.start); at >= 0; at = text.indexOf(name, at + 1)) {
      const before = lineBefore(text, at);
      const after = /^[^\r\n]*/.exec(text.slice(at + name.length, at + LONGEST_LINE))?.[0] ?? '';
      if (++mentions > MOST_MENTIONS || IS_NOT_THERE.test(`${before} ${after}`)) return true;
      if (WRITES_IT.test(before) || IS_WRITTEN.test(after)) return true;
      while ((headings[next]?.span.start ?? text.length) <= at) next++;
      if (sectionSaysSo(next)) return true;
    }
    return false;
  };
}

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}
