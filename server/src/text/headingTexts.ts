// The texts of all headings anywhere in a body.
import type { AgentDocument } from '../model/document.ts';
import { slice } from '../util/text.ts';

const HEADING_LINE = /^[ \t>]{0,40}#{1,6}[ \t]+(\S[^\r\n]*)$/gm;
const CLOSING_MARKS = /[ \t]#+[ \t]*$/;

/** Includes headings in code and templates: a prompt may refer to the headings of an answer it shows. */
export function headingTexts({ text, body, markdown }: AgentDocument): string[] {
  const lines = [...slice(text, body).matchAll(HEADING_LINE)].map(([, heading = '']) => heading);
  const underlined = markdown.headings.filter(({ style }) => style === 'setext').map((heading) => heading.text);
  return [...lines.map((line) => line.replace(CLOSING_MARKS, '').trim()), ...underlined];
}
