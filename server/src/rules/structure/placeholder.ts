// Reports template text that was never filled in: `TODO: …`, `<your company>`, `[your product here]`.
import type { AgentDocument } from '../../model/document.ts';
import { leaveOut, matchProse } from '../../model/markdown.ts';
import { type Span, slice } from '../../util/text.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

const PREFIX = String.raw`^[ \t>]{0,40}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,8})?(?:\[[ xX]\][ \t]{1,8})?(?:\*\*|__)?`;

/** The marker and what follows it, at the start of a line; a bare marker only if it is alone on its line. */
const MARK = new RegExp(
  String.raw`${PREFIX}(?<found>(?:TODO|FIXME)(?::(?:\*\*|__)?|(?:\*\*|__):)[^\r\n]{0,500}|\[(?:TODO|TBD|FIXME)(?::[^\]\r\n]{0,200})?\](?!\()|(?:TODO|TBD|FIXME)(?=[ \t.…]{0,8}$))`,
  'gm',
);
/** What only the author knows. Prompts show the agent `<your role>`, `<your name>`, and `<your answer>` on purpose. */
const AUTHORS =
  '(?:company|organi[sz]ation|org|team|project|product|business|domain|industry|brand|(?:tech )?stack|framework|repo(?:sitory)?|api[- ]key)';
/** After a quote or a bracket, the words are being quoted or are part of something longer. */
const YOUR = new RegExp(
  String.raw`(?<!["'“‘«(=/])(?:<your[ _-](?:[\w'-]{1,30}[ _-]){0,3}?${AUTHORS}(?:[ _-](?:name|description|goes))?(?:[ _-]here)?>|\[your[ _-](?:[\w'-]{1,30}[ _-]){0,5}?here\](?!\())|\blorem ipsum dolor\b`,
  'gi',
);
/** Nothing in a name or description is addressed to the agent, so any `<your …>` is a leftover. */
const IN_VALUE = /^["']?(?:TODO|TBD|FIXME)(?:["']?$|[:.…])|[<[][Yy]our[ _-][^<>[\]\r\n]{1,80}[>\]]|\b[Ll]orem ipsum\b/;
/** Lists of states (`- TODO: open`, `- DONE: closed`) or markers (`- TODO`, `- FIXME`) talk about the word itself. */
const CAPITALS = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])?[ \t]*(?:\*\*|__|\[)?([A-Z][A-Z_ -]{2,20}?)(?:\*\*|__|\])?(?=[: ]|$)/;

export default defineRule({
  code: 'structure/placeholder',
  severity: 'information',
  summary: 'A template placeholder was never filled in.',
  rationale:
    'The runtime passes a placeholder on like any other text. The agent reads `TODO` as an instruction, and the main conversation chooses agents by their descriptions, even one that says `TODO`. Only obvious placeholders are reported; code, inline code, `<tag>` blocks, and answer templates are skipped.',
  evidence: goodPractice,
  messages: {
    body: '`{found}` looks like a placeholder that was never filled in; the agent reads it as part of its instructions. Replace it, or put it in backticks if you mean the word.',
    value:
      '`{found}` in `{key}` looks like a placeholder that was never filled in; Claude Code chooses agents by this text. Replace it.',
  },
  examples: {
    invalid: [
      { text: '## Steps\n\n- ⟦TODO: describe the steps⟧\n', message: 'body' },
      { text: 'You work for ⟦<your company name>⟧.\n', message: 'body' },
      { text: 'You work on ⟦[your product here]⟧.\n', message: 'body' },
      { text: '## Limits\n\n⟦TBD⟧\n', message: 'body' },
      { text: '---\nname: reviewer\ndescription: ⟦TODO⟧\n---\n\nYou review code.\n', message: 'value' },
      {
        text: '---\nname: reviewer\ndescription: Reviews ⟦<your language>⟧ code\n---\n\nYou review.\n',
        message: 'value',
      },
    ],
    valid: [
      { text: 'Find every TODO and FIXME comment. List each `TODO: …` with its file.\n' },
      { text: 'Answer with <your answer>, or with [Approach] and [key factors].\n' },
      { text: 'Sign with <your role>. Do not leave "[Your Name Here]" in it.\n' },
      { text: 'Look for:\n\n- TODO\n- FIXME\n- HACK\n' },
      { text: 'States:\n\n- TODO: not begun\n- DOING: begun\n- DONE: finished\n' },
      { text: '```markdown\nTODO: fill in\n<your name>\n```\n\n<template>\nTODO: fill in\n</template>\n' },
      { text: 'Use no placeholder text such as lorem ipsum.\n' },
    ],
  },
  check({ document, report }) {
    for (const { key, valueSpan } of document.keyLines) {
      if (key !== 'name' && key !== 'description') continue;
      const found = findInValue(document.text, valueSpan);
      if (found) report('value', found, { values: { found: shown(document, found), key } });
    }
    for (const span of findInBody(document)) report('body', span, { values: { found: shown(document, span) } });
  },
});

function findInValue(text: string, value: Span): Span | null {
  const match = IN_VALUE.exec(text.slice(value.start, value.end));
  if (!match) return null;
  const quote = /^["']/.exec(match[0])?.[0].length ?? 0;
  const start = value.start + match.index + quote;
  return { start, end: value.start + match.index + match[0].length };
}

/** Every placeholder in a body contains one of these. Most bodies contain none and need no closer look. */
const SIGNS = /TODO|FIXME|TBD|[<[]your[ _-]|lorem ipsum/i;

function findInBody(document: AgentDocument): Span[] {
  if (!SIGNS.test(slice(document.text, document.body))) return [];
  const { markdown } = document;
  const marks = matchProse(markdown, MARK).map((match) => {
    const found = (match.groups?.found ?? '').trimEnd();
    const start = match.index + match[0].indexOf(found);
    return { start, end: start + found.length };
  });
  const words = matchProse(markdown, YOUR).map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const all = [...marks.filter((span) => !isWordList(document, span)), ...words];
  const ordered = all.map((span) => ({ span })).sort((a, b) => a.span.start - b.span.start);
  return leaveOut(
    ordered,
    markdown.tags.map(({ span }) => span),
  ).map(({ span }) => span);
}

/** Whether the line before or after begins with another word in capitals. */
function isWordList({ text, lines }: AgentDocument, { start }: Span): boolean {
  const { line } = lines.positionAt(start);
  const own = capitalsOf(line);
  return [line - 1, line + 1].some((near) => {
    const word = capitalsOf(near);
    return word !== undefined && word !== own;
  });

  function capitalsOf(index: number): string | undefined {
    if (index < 0 || index >= lines.lineCount) return undefined;
    const span = lines.lineSpan(index);
    return CAPITALS.exec(text.slice(span.start, Math.min(span.end, span.start + LONGEST_SHOWN)))?.[1];
  }
}

const LONGEST_SHOWN = 60;

function shown({ text }: AgentDocument, { start, end }: Span): string {
  return end - start > LONGEST_SHOWN
    ? `${text.slice(start, start + LONGEST_SHOWN).trimEnd()}…`
    : text.slice(start, end);
}
