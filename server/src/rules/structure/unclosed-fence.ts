// Reports a code fence that is never closed, which turns the rest of the prompt into code.
import type { AgentDocument } from '../../model/document.ts';
import type { CodeFence } from '../../model/markdown.ts';
import type { Fix } from '../../model/problem.ts';
import { type Span, trimSpan } from '../../util/text.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'structure/unclosed-fence',
  severity: 'warning',
  summary: 'A code fence is never closed: everything after it is code.',
  rationale:
    'Markdown ends an unclosed fence at the end of the document, or of the list item or quote that contains it. Models, editors, and previews then mistake the instructions that follow for an example. Markdown fences do not nest, either: the first bare fence line that is long enough closes the outer fence. A template that shows a code block therefore needs a longer fence outside than inside.',
  evidence: [
    {
      source: 'documentation',
      detail: 'CommonMark: an unclosed fence is closed by the end of the document or of its container',
      url: 'https://spec.commonmark.org/0.31.2/#fenced-code-blocks',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: {
    unclosed:
      'This code fence is never closed, so everything after it reads as code rather than instructions. Close it with {mark} on its own line.',
    nested: {
      severity: 'information',
      text: 'This line opens a code block that runs to the end. The fence it was meant to close, on line {line}, already ended at the first bare {mark} inside it. Make the outer fence longer than the fences inside it: {longer} at both ends.',
    },
  },
  examples: {
    invalid: [
      {
        text: '## Run\n\n⟦```bash⟧\nnpm test\n',
        message: 'unclosed',
        fixed: '## Run\n\n```bash\nnpm test\n```\n',
      },
      {
        text: '⟦~~~~⟧\nnpm test\n\n## Answer\n\nShort.\n',
        message: 'unclosed',
        fixed: '~~~~\nnpm test\n~~~~\n\n## Answer\n\nShort.\n',
      },
      {
        text: '```markdown\n## Report\n```ts\nconst done = true;\n```\n⟦```⟧\n\n## Limits\n\nNone.\n',
        message: 'nested',
        fixed: '````markdown\n## Report\n```ts\nconst done = true;\n```\n````\n\n## Limits\n\nNone.\n',
      },
    ],
    valid: [
      { text: '```bash\nnpm test\n```\n' },
      { text: '````markdown\n```ts\nconst done = true;\n```\n````\n' },
      { text: '- Run it:\n\n  ```bash\n  npm test\n  ```\n\n> ~~~\n> quoted\n> ~~~\n' },
      { text: 'Write ``` to open a fence.\n' },
    ],
  },
  check({ document, report }) {
    const { fences, fenceNesting } = document.markdown;
    for (const fence of fences) {
      if (fence.closed) continue;
      const { mark, open } = fence;
      if (!fenceNesting.balanced) {
        report('unclosed', open, { values: { mark }, fixes: [closeFence(document, fence)] });
        continue;
      }
      const region = fenceNesting.regions.find(
        (each) => each.nestedMarks > 0 && trimmedEnd(document, each) === open.end,
      );
      const outer = region && fences.find(({ span }) => span.start === region.start);
      if (!outer || outer === fence) continue;
      const line = document.lines.positionAt(outer.open.start).line + 1;
      const longer = mark.charAt(0).repeat(region.nestedMarks + 1);
      report('nested', open, { values: { mark, line, longer }, fixes: [lengthen(outer, fence, longer)] });
    }
  },
});

function trimmedEnd({ text }: AgentDocument, span: Span): number {
  return trimSpan(text, span).end;
}

const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)/;
const RESUMES = new RegExp(`${BLANK_LINE.source}(?=#{1,6}[ \\t])`);

/** Safe only if nothing but the fence's code can follow it: a single run of lines up to the end. */
function closeFence({ text, lines }: AgentDocument, { span, open, mark, nested }: CodeFence): Fix | undefined {
  if (nested) return undefined;
  const code = text.slice(open.end, span.end);
  const resumes = RESUMES.exec(code);
  const content = resumes ? code.slice(0, resumes.index) : code.trimEnd();
  const at = open.end + content.length;
  const certain = content.trim() !== '' && !BLANK_LINE.test(content);
  const lineBreak = lineBreakAfter(text, lines.lineSpan(lines.positionAt(open.start).line).end);
  return {
    title: 'Close the code fence',
    kind: certain ? 'safe' : 'suggestion',
    edits: [{ span: { start: at, end: at }, newText: `${lineBreak}${mark}` }],
  };
}

function lengthen(outer: CodeFence, last: CodeFence, longer: string): Fix {
  const marksOf = ({ open, mark }: CodeFence) => ({ start: open.start, end: open.start + mark.length });
  return {
    title: `Lengthen the outer fence to ${longer}`,
    kind: 'suggestion',
    edits: [outer, last].map((fence) => ({ span: marksOf(fence), newText: longer })),
  };
}

function lineBreakAfter(text: string, lineEnd: number): string {
  return /^(?:\r\n|\r|\n)/.exec(text.slice(lineEnd, lineEnd + 2))?.[0] ?? '\n';
}
