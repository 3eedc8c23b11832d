// Comments that switch rules off: for the next line, or for the rest of the file.
import type { Reading } from '../dialects/dialect.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { YamlNode } from '../model/yaml.ts';
import type { Suppression } from '../rules/rule.ts';
import { type Span, slice } from '../util/text.ts';

/** In YAML a `#` right behind other characters is one of them and starts no comment. */
const YAML_COMMENT = /(?<![^ \t\r\n])#[ \t]*agentwright-(disable(?:-next-line)?)(?:[ \t]+([^\r\n]{0,500}))?/g;
const MARKDOWN_COMMENT = /<!--[ \t]*agentwright-(disable(?:-next-line)?)(?:[ \t]+([^\r\n>]{0,500}?))?[ \t]*-->/g;

/** The suppressions of a document, in order of writing: `#` comments in the front matter, HTML comments in the body. */
export function findSuppressions(document: AgentDocument, reading: Reading): Suppression[] {
  // Nearly every file has none, and looking for the word is all it costs them.
  if (!document.text.includes('agentwright-disable')) return [];
  const { frontMatter, body } = document;
  const yaml = frontMatter.state === 'missing' ? [] : matches(document, frontMatter.inner, YAML_COMMENT);
  const texts = yaml.length > 0 ? textSpans(document, reading) : [];
  const comments = yaml.filter(({ span }) => !texts.some(({ start, end }) => start < span.start && span.start < end));
  return [...comments, ...matches(document, body, MARKDOWN_COMMENT)];
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
  const used = new Set<Suppression>();
  const refused = new Map<Suppression, string>();
  const left = problems.filter((problem) => {
    const covering = suppressions.filter((suppression) => covers(document, suppression, problem));
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
function textSpans({ yaml }: AgentDocument, { entries }: Reading): Span[] {
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

/** Without codes it covers every rule. `rest` in the front matter covers the whole file, as a comment at its top would. */
function covers(document: AgentDocument, { kind, codes, span }: Suppression, problem: Problem): boolean {
  if (codes.length > 0 && !codes.includes(problem.code)) return false;
  if (kind === 'rest') return span.start < document.body.start || problem.span.start >= span.start;
  const line = (offset: number): number => document.lines.positionAt(offset).line;
  let next = line(span.end) + 1;
  // Comments above one line are read as one.
  while (next < document.lines.lineCount && COMMENT_LINE.test(slice(document.text, document.lines.lineSpan(next))))
    next++;
  return line(problem.span.start) === next;
}

const COMMENT_LINE = /^[ \t]*(?:#|<!--)[ \t]*agentwright-disable-next-line\b/;
