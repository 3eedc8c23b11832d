// Comments that switch rules off: for the next line, or for the rest of the file.

import type { AgentDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { YamlNode } from '../model/yaml.ts';
import type { Suppression } from '../rules/rule.ts';
import type { IndexedReading } from '../runtimes/indexed.ts';
import { type Span, slice } from '../util/text.ts';

/** In YAML a `#` right behind other characters is one of them and starts no comment. */
const YAML_COMMENT = /(?<![^ \t\r\n])#[ \t]*agentwright-(disable(?:-next-line)?)(?:[ \t]+([^\r\n]{0,500}))?/g;
const MARKDOWN_COMMENT = /<!--[ \t]*agentwright-(disable(?:-next-line)?)(?:[ \t]+([^\r\n>]{0,500}?))?[ \t]*-->/g;

/** The suppressions of a document, in order of writing: `#` comments in the front matter, HTML comments in the body. */
export function findSuppressions(document: AgentDocument, reading: IndexedReading): Suppression[] {
  // Nearly every file has none, and looking for the word is all it costs them.
  if (!document.text.includes('agentwright-disable')) return [];
  const { frontMatter, body } = document;
  const yaml = frontMatter.state === 'missing' ? [] : matches(document, frontMatter.inner, YAML_COMMENT);
  const comments = yaml.length > 0 ? outside(textSpans(document, reading), yaml) : [];
  return [...comments, ...matches(document, body, MARKDOWN_COMMENT)];
}

/** Those that do not begin inside a text. They are in order. */
function outside(texts: readonly Span[], suppressions: readonly Suppression[]): Suppression[] {
  const inOrder = texts.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return suppressions.filter(({ span: { start } }) => {
    while ((inOrder[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (inOrder[next]?.start ?? start) >= start;
  });
}

/**
 * The problems that are left, and the suppressions with those that took a problem away marked as used. Why a file is lost
 * is said whatever comments ask for: the author would look for an agent that does not exist.
 */
export function applySuppressions(
  document: AgentDocument,
  problems: readonly Problem[],
  suppressions: readonly Suppression[],
): { problems: readonly Problem[]; suppressions: readonly Suppression[] } {
  if (suppressions.length === 0) return { problems, suppressions };
  const coveringOf = createCover(document, suppressions);
  const used = new Set<Suppression>();
  const refused = new Map<Suppression, string>();
  const left = problems.filter((problem) => {
    const covering = coveringOf(problem);
    for (const suppression of covering) {
      if (problem.saysWhyLost) refused.set(suppression, problem.code);
      else used.add(suppression);
    }
    return problem.saysWhyLost || covering.length === 0;
  });
  const marked = suppressions.map((each) => ({ ...each, used: used.has(each), refused: refused.get(each) ?? null }));
  return { problems: left, suppressions: marked };
}

/** Texts in quotes and blocks of text, as the runtime reads them where it can: a `#` in them starts no comment. */
function textSpans({ yaml }: AgentDocument, { entries }: IndexedReading): Span[] {
  const found: Span[] = [];
  const visit = (node: YamlNode | null): void => {
    if (node?.kind === 'map') for (const { key, value } of node.pairs) [key, value].forEach(visit);
    else if (node?.kind === 'sequence') node.items.forEach(visit);
    else if (node?.kind === 'scalar' && node.style !== 'plain') found.push(node.span);
  };
  if (entries.length > 0) for (const { value } of entries) visit(value);
  else visit(yaml?.root ?? null);
  return found;
}

function matches(document: AgentDocument, within: Span, pattern: RegExp): Suppression[] {
  return [...slice(document.text, within).matchAll(pattern)].map((match) => {
    const start = within.start + match.index;
    return {
      kind: match[1] === 'disable' ? 'rest' : 'next-line',
      codes: (match[2] ?? '').split(/[\s,]+/).filter((code) => code !== ''),
      span: { start, end: start + match[0].trimEnd().length },
      used: false,
      refused: null,
    };
  });
}

/** Answers which suppressions cover a problem, however many of both there are. */
function createCover(
  document: AgentDocument,
  suppressions: readonly Suppression[],
): (problem: Problem) => readonly Suppression[] {
  const lineOf = (offset: number): number => document.lines.positionAt(offset).line;
  const targetOf = createTargets(document);
  const byLine = new Map<number, Suppression[]>();
  const rest: Suppression[] = [];
  // From the last one up, so that of comments above one another each looks at no more than the next line.
  for (const suppression of suppressions.toReversed()) {
    if (suppression.kind === 'rest') {
      rest.push(suppression);
      continue;
    }
    const target = targetOf(lineOf(suppression.span.end));
    const others = byLine.get(target);
    if (others) others.push(suppression);
    else byLine.set(target, [suppression]);
  }
  return ({ code, span }) => [
    ...(byLine.get(lineOf(span.start)) ?? []).filter(({ codes }) => codes.length === 0 || codes.includes(code)),
    ...rest.filter((suppression) => coversRest(document, suppression, code, span)),
  ];
}

/** Without codes it covers every rule; in the front matter the whole file, as a comment at its top would. */
function coversRest({ body }: AgentDocument, { codes, span }: Suppression, code: string, { start }: Span): boolean {
  return (codes.length === 0 || codes.includes(code)) && (span.start < body.start || start >= span.start);
}

/** Answers which line a comment on a line is for: the next one, where comments above one line are read as one. */
function createTargets({ text, lines }: AgentDocument): (line: number) => number {
  const known = new Map<number, number>();
  return (line) => {
    let next = line + 1;
    while (next < lines.lineCount && COMMENT_LINE.test(slice(text, lines.lineSpan(next)))) {
      const target = known.get(next);
      next = target ?? next + 1;
      if (target !== undefined) break;
    }
    known.set(line, next);
    return next;
  };
}

const COMMENT_LINE = /^[ \t]*(?:#|<!--)[ \t]*agentwright-disable-next-line\b/;
