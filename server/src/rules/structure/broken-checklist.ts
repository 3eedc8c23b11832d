// Reports list items that look like checkboxes but are malformed, in lists that contain real ones.
import { findLooseLists, type ItemLine, type ReadItem } from '../../text/looseLists.ts';
import { ownProse } from '../../text/ownProse.ts';
import { type Span, slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';

const MARKER = String.raw`(?:[-*+]|\d{1,9}[.)])`;
const RIGHT = new RegExp(String.raw`^${MARKER}[ \t]+\[[ xX]\][ \t]+\S`);
const ITEM = new RegExp(String.raw`^${MARKER}(?:[ \t]|$)`);
/** A missing or extra space inside the brackets, or no space around them. Never a link or a link label. */
const BROKEN = new RegExp(
  String.raw`^(?<bullet>${MARKER}[ \t]+)?(?<glued>[-*+])?(?<box>\[(?<inner>[ \t]{0,3}[xX]?[ \t]{0,3})\])(?:(?<gap>[ \t]+)\S|(?=[\p{L}\p{N}*_~\x60]))`,
  'u',
);
const LONGEST_LOOK = 100;

interface Item {
  readonly state: 'plain' | 'right' | 'broken';
  readonly span: Span;
  /** The corrected text. */
  readonly right: string;
}

export default defineRule({
  code: 'structure/broken-checklist',
  severity: 'information',
  summary: 'A list item looks like a checkbox but is malformed: `- [x ]`, `- []`, `-[ ] x`.',
  rationale:
    'The runtime passes the list on as text, and the model guesses what you meant. Tools that read checkboxes do not guess: a renderer shows the brackets, and a progress counter skips the item. Agentwright reports an item only if the same list contains a valid checkbox. Links and footnotes in brackets do not count.',
  evidence: [
    {
      source: 'documentation',
      detail:
        'GitHub Flavored Markdown: a task list item begins with one space or an x in brackets, followed by white space',
      url: 'https://github.github.com/gfm/#task-list-items-extension-',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: {
    broken:
      '`{found}` is not a valid checkbox, unlike others in this list: the brackets must contain exactly one space or one `x`, with a space on each side. Write `{right}`.',
  },
  examples: {
    invalid: [
      {
        text: '- [x] Read the diff\n- ⟦[x ]⟧ Run the tests\n',
        message: 'broken',
        fixed: '- [x] Read the diff\n- [x] Run the tests\n',
      },
      {
        text: '1. [ ] Read the diff\n2. ⟦[]⟧ Run the tests\n',
        message: 'broken',
        fixed: '1. [ ] Read the diff\n2. [ ] Run the tests\n',
      },
      {
        text: '- [ ] Read the diff\n⟦-[ ]⟧ Run the tests\n- [ ] Answer\n',
        message: 'broken',
        fixed: '- [ ] Read the diff\n- [ ] Run the tests\n- [ ] Answer\n',
      },
      {
        text: '* First:\n\n  * ⟦[X]⟧**Read** the diff\n\n    Twice.\n  * [ ] Run the tests\n',
        message: 'broken',
        fixed: '* First:\n\n  * [X] **Read** the diff\n\n    Twice.\n  * [ ] Run the tests\n',
      },
    ],
    valid: [
      {
        text: '- [ ] Read\n- [x](docs/x.md) and [ ][x]\n- [Approach] first\n- [1] a citation\n- [x]: y\n- [ ]\n*[x]* is a mark\n',
      },
      { text: 'Marks:\n\n- [] empty\n- [x ] done\n\nList:\n\n- [ ] Read\n\n## Then\n\n- []\n' },
      { text: '- [ ] Read\n\n```markdown\n- [x ] Run\n```\n\n<example>\n- [ ] Read\n- [] Run\n</example>\n' },
    ],
  },
  check({ document, report }) {
    const { text, body, markdown } = document;
    if (!/\[[ \t]{0,3}[xX]?[ \t]{0,3}\]/.test(slice(text, body))) return;
    const source = { text, body, prose: ownProse(markdown), fences: markdown.fences.map(({ span }) => span) };
    for (const { items } of findLooseLists(source, (line) => readItem(text, line))) {
      if (!items.some(({ state }) => state === 'right')) continue;
      for (const { state, span, right } of items) {
        if (state !== 'broken') continue;
        const fix = { title: `Change to \`${right}\``, kind: 'suggestion', edits: [{ span, newText: right }] } as const;
        report('broken', span, { values: { found: slice(text, span), right: right.trimEnd() }, fixes: [fix] });
      }
    }
  },
});

function readItem(text: string, { start, end, startsBlock }: ItemLine): ReadItem<Item> | null {
  const line = text.slice(start, Math.min(end, start + LONGEST_LOOK));
  const item = (state: Item['state'], from = 0, to = 0, right = ''): ReadItem<Item> => ({
    kind: 'item',
    item: { state, span: { start: start + from, end: start + to }, right },
    markerLength: /^\d*/.exec(line)?.[0].length === 0 ? 2 : line.search(/[.)]/) + 2,
  });
  const broken = brokenBox(line);
  // Without a space after the bullet, the line continues the paragraph above.
  if (broken?.glued) return item('broken', broken.from, broken.to, broken.right);
  if (!startsBlock || !ITEM.test(line)) return null;
  if (RIGHT.test(line)) return item('right');
  return broken ? item('broken', broken.from, broken.to, broken.right) : item('plain');
}

function brokenBox(line: string): { glued: boolean; from: number; to: number; right: string } | null {
  const groups = BROKEN.exec(line)?.groups;
  if (!groups?.box) return null;
  const { bullet, glued, box, inner = '', gap } = groups;
  if ((bullet === undefined) === (glued === undefined)) return null;
  // `*[x]*` is italic text.
  if (glued ? gap === undefined : inner.length === 1 && gap !== undefined) return null;
  const from = bullet?.length ?? 0;
  const mark = inner.trim() || ' ';
  const right = `${glued ? `${glued} ` : ''}[${mark}]${gap === undefined ? ' ' : ''}`;
  return { glued: glued !== undefined, from, to: from + (glued?.length ?? 0) + box.length, right };
}
