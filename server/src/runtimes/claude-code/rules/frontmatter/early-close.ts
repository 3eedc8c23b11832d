// Reports three hyphens inside a line, which end the front matter there.

import { scanKeyLines } from '../../../../model/keyLines.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { measured } from '../../evidence.ts';
import { RUNTIME_KEYS } from '../../fields.ts';
import { ODD } from '../support/lookAlikes.ts';

export default defineRule({
  code: 'frontmatter/early-close',
  severity: 'warning',
  summary: 'Three hyphens inside a line end the front matter in the middle of that line.',
  rationale:
    'Claude Code treats the first `---` after the opening fence as the closing one, even in the middle of a line. It cuts off the value before it, and every field after it becomes part of the prompt.',
  evidence: [measured('`disallowedTools: Wr---ite` ends the front matter after `Wr`')],
  messages: {
    cut: 'This `---` ends the front matter: Claude Code treats the first three hyphens as the closing fence, even inside a line. It cuts the value off here and adds the rest to the prompt. Use a dash (—) or two hyphens.',
    lost: 'The front matter ends at this `---`, so {fields} below it become part of the prompt and Claude Code ignores them. Remove this `---`, or indent it if it belongs to a block of text.',
    'lost-tools': {
      text: 'The front matter ends at this `---`, so {fields} below it become part of the prompt and the agent gets **every** tool. Remove this `---`, or indent it if it belongs to a block of text.',
      severity: 'error',
    },
  },
  examples: {
    invalid: [
      {
        message: 'cut',
        text: '---\nname: reviewer\ndescription: Reviews code ⟦---⟧ quickly\ntools: Read\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code — quickly\ntools: Read\n---\nReview.\n',
      },
      {
        message: 'lost',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦---⟧\n\n---\nmodel: opus\n---\nReview.\n',
      },
      {
        message: 'lost-tools',
        text: '---\nname: reviewer\ndescription: |\n  Reviews code.\n⟦---⟧\n  Quickly.\ntools: Read\n---\nReview.\n',
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
    if (frontMatter.state !== 'present') return;
    const { start } = frontMatter.close;
    if (frontMatter.closeStyle !== 'inline') {
      const keys = lostKeys(context);
      const fields = keys.length === 1 ? `\`${keys[0]}\` stands` : `\`${keys.join('`, `')}\` stand`;
      const message = keys.some((key) => key === 'tools' || key === 'disallowedTools') ? 'lost-tools' : 'lost';
      if (keys.length > 0) report(message, { start, end: start + 3 }, { values: { fields } });
      return;
    }
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    // A fence after an invisible character is intentional; frontmatter/unparsable reports it.
    if (text.slice(lineStart, start).replace(LOOKS_BLANK, '') === '') return;
    const end = start + (/^-+/.exec(text.slice(start))?.[0].length ?? 3);
    // Safe only if a real fence follows, which proves that this one was not meant.
    const closedLater = /^---[ \t]*$/m.test(text.slice(end));
    const fix = {
      title: 'Replace with a dash',
      kind: 'suggestion',
      edits: [{ span: { start, end }, newText: '—' }],
    } as const;
    report('cut', { start, end }, { fixes: [closedLater ? harmless(context, fix) : undefined] });
  },
});

const LOOKS_BLANK = new RegExp(`[ \\t${ODD}]`, 'g');

/** How far below the fence to look for a second one: front matter is short, but a prompt with rules in it is long. */
const FAR_BELOW = 3000;

/** Fields between this fence and a later one, without any prompt text in between: they were meant to count. */
function lostKeys({ document, load }: RuleContext<string>): string[] {
  const below = document.text.slice(document.body.start, document.body.start + FAR_BELOW);
  const inner = below.replace(/^---[ \t]*\r?\n/, '');
  const close = /^---[ \t]*$/m.exec(inner);
  if (!close) return [];
  const block = inner.slice(0, close.index);
  if (/^(?:#{1,6} |`{3,}|~{3,}|<)/m.test(block)) return [];
  const written = new Set(load.reading.entries.map(({ key }) => key));
  const keys = scanKeyLines(block, { start: 0, end: block.length }).map(({ key }) => key);
  return keys.filter((key) => RUNTIME_KEYS.has(key) && !written.has(key));
}
