// Quick fixes that disable a rule with a comment, for a line or for the file.

import type { AgentDocument } from '../model/document.ts';
import type { Fix, Problem } from '../model/problem.ts';
import { lineBreakOf } from '../rules/edits.ts';
import { indexed } from '../runtimes/registry.ts';

/**
 * None if the problem explains why the file is lost, or if a comment is impossible or would change what the runtime
 * reads.
 */
export function suppressFixes(document: AgentDocument, problem: Problem): Fix[] {
  const { frontMatter, body } = document;
  const { start } = problem.span;
  if (problem.saysWhyLost) return [];
  // A comment above would precede front matter that is missing or break its fence, and no other place helps.
  if (frontMatter.state !== 'present' && problem.code.startsWith('frontmatter/')) return [];
  const inBody = start >= body.start;
  const fixes: Fix[] = [];
  const lineStart = document.lines.lineSpan(document.lines.positionAt(start).line).start;
  const lineBreak = lineBreakOf(document);
  // In a list, a quote, or a table, the new line would end it.
  const atMargin = !/^[ \t>|]/.test(document.text.slice(lineStart, lineStart + 1));
  // If the front matter cannot be read, a comment may move the error or end up in an unclosed string.
  const { state } = indexed.read(document);
  const canTakeLine = state === 'read' || state === 'repaired';
  if (inBody && lineStart >= body.start && atMargin && !insideFence(document, lineStart)) {
    const comment = `<!-- agentwright-disable-next-line ${problem.code} -->${lineBreak}`;
    fixes.push(insertion(`Disable ${problem.code} for this line`, lineStart, comment));
  } else if (!inBody && canTakeLine && startsKey(document, lineStart)) {
    const comment = `# agentwright-disable-next-line ${problem.code}${lineBreak}`;
    fixes.push(insertion(`Disable ${problem.code} for this line`, lineStart, comment));
  }
  // Without a front matter block, a YAML comment has no place, and one above would hide the block.
  if (frontMatter.state === 'present') {
    const comment = `# agentwright-disable ${problem.code}${lineBreak}`;
    fixes.push(insertion(`Disable ${problem.code} for this file`, frontMatter.inner.start, comment));
  }
  return fixes.filter(({ edits }) => indexed.keepsReading(document, edits));
}

function insertion(title: string, at: number, newText: string): Fix {
  return { title, kind: 'suggestion', edits: [{ span: { start: at, end: at }, newText }] };
}

/** Elsewhere in the front matter, the line may be part of a string, and the comment would become text, too. */
function startsKey(document: AgentDocument, lineStart: number): boolean {
  return document.keyLines.some(({ keySpan }) => keySpan.start === lineStart || keySpan.start === lineStart + 1);
}

function insideFence(document: AgentDocument, offset: number): boolean {
  return document.markdown.fences.some(({ span }) => span.start < offset && offset <= span.end);
}
