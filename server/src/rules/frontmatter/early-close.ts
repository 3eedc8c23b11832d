// frontmatter/early-close: three hyphens inside a line end the front matter there.
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';
import { harmless } from '../support/harmless.ts';

export default defineRule({
  code: 'frontmatter/early-close',
  severity: 'warning',
  summary: 'Three hyphens inside a line end the front matter in the middle of that line.',
  rationale:
    'Claude Code takes the first `---` after the opening fence as the closing one, wherever in a line it stands. The value before it is cut, and every field after it becomes part of the prompt.',
  evidence: [measured('`disallowedTools: Wr---ite` ends the front matter after `Wr`')],
  messages: {
    cut: 'This `---` ends the front matter: Claude Code takes the first three hyphens as the closing fence, wherever they stand. The value is cut here and what follows is part of the prompt. Use a dash (—) or two hyphens.',
  },
  examples: {
    invalid: [
      {
        message: 'cut',
        text: '---\nname: reviewer\ndescription: Reviews code ⟦---⟧ quickly\ntools: Read\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code — quickly\ntools: Read\n---\nReview.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code -- quickly\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n\n---\n\nMore.\n' },
    ],
  },
  check(context) {
    const { document, report } = context;
    const { frontMatter, text } = document;
    if (frontMatter.state !== 'present' || frontMatter.closeStyle !== 'inline') return;
    const { start } = frontMatter.close;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if (text.slice(lineStart, start).trim() === '') return;
    const end = start + (/^-+/.exec(text.slice(start))?.[0].length ?? 3);
    // Certain that a fence was not meant only where a real one follows.
    const closedLater = /^---[ \t]*$/m.test(text.slice(end));
    const fix = { title: 'Write a dash', kind: 'suggestion', edits: [{ span: { start, end }, newText: '—' }] } as const;
    report('cut', { start, end }, { fixes: [closedLater ? harmless(context, fix) : undefined] });
  },
});
