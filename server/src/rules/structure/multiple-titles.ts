// Reports a document with more than one title: headings of level 1.
import { defineRule } from '../rule.ts';
import { goodPractice } from '../support/evidence.ts';

export default defineRule({
  code: 'structure/multiple-titles',
  severity: 'information',
  summary: 'The prompt has more than one title (heading of level 1).',
  rationale:
    'The runtime passes the body on as text, so nothing breaks. With several titles the document has no root: outlines, breadcrumbs and tools that cut a prompt by its headings show unrelated documents. Reported once, at the second title.',
  evidence: goodPractice,
  messages: {
    several:
      'One of {count} titles: “{first}” is the first. A prompt reads as one document with one title; write `##` for its sections, or put a template in a code fence.',
  },
  examples: {
    invalid: [
      { text: '# Reviewer\n\nYou review.\n\n⟦# Answer⟧\n\nShort.\n', message: 'several' },
      { text: 'Reviewer\n===\n\nYou review.\n\n⟦Answer⟧\n===\n\nShort.\n\n# Limits\n\nNone.\n', message: 'several' },
    ],
    valid: [
      { text: '# Reviewer\n\n## Answer\n\n```markdown\n# Report\n```\n' },
      { text: '# Reviewer\n\n<template>\n\n# Report\n\n</template>\n' },
    ],
  },
  check({ document, report }) {
    const titles = document.markdown.outline.filter(({ level }) => level === 1);
    const [first, second] = titles;
    if (!first || !second) return;
    const start = Math.min(second.markSpan.start, second.textSpan.start);
    report('several', { start, end: second.textSpan.end }, { values: { count: titles.length, first: first.text } });
  },
});
