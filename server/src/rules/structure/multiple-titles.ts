// Reports a prompt with more than one title (level 1 heading).

import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'structure/multiple-titles',
  severity: 'information',
  summary: 'The prompt has more than one title (level 1 heading).',
  rationale:
    'The runtime passes the body on as text, so nothing breaks. But a document with several titles has no root, and outlines, breadcrumbs, and tools that split a prompt by its headings show unrelated documents. Reported once, at the second title.',
  evidence: goodPractice,
  messages: {
    several:
      'This prompt has {count} titles; the first is “{first}”. Use one title and `##` for sections. If this is a template, put it in a code fence.',
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
