// Reports links to headings, and references to sections, that the file does not have.
import type { AgentDocument } from '../../model/document.ts';
import { type Link, leaveOut } from '../../model/markdown.ts';
import type { Fix } from '../../model/problem.ts';
import { headingTexts } from '../../text/headingTexts.ts';
import { unknownSections } from '../../text/sectionMentions.ts';
import { headingSlugs, slugOf } from '../../text/slug.ts';
import { nearest } from '../../util/similar.ts';
import { type Span, slice } from '../../util/text.ts';
import { decoded } from '../../util/uri.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  code: 'structure/unknown-heading',
  severity: 'information',
  summary: 'A link or the text refers to a heading or section that the file does not have.',
  rationale:
    'The runtime passes the text on as written. An agent sent to a missing section of its prompt carries on without it or makes up its content; usually the section was renamed or removed. Anchors are compared with those GitHub generates from headings. Text counts only if it clearly refers to a section above or below, and is reported only if no heading, label, or tag shares a word with it. Sections of other files are skipped.',
  evidence: goodPractice,
  messages: {
    near: 'No heading in this file has the anchor `{anchor}`, so this link is broken. Did you mean `{near}`?',
    anchor:
      'No heading in this file has the anchor `{anchor}`, so this link is broken. Link to an existing heading, or add the section.',
    words:
      'This file has no section “{name}”, so the agent looks for instructions that do not exist. Refer to an existing section, or add this one.',
  },
  examples: {
    invalid: [
      {
        text: '## What to do\n\nRead.\n\n## Limits\n\nNone but [these](⟦#what-todo⟧).\n',
        message: 'near',
        fixed: '## What to do\n\nRead.\n\n## Limits\n\nNone but [these](#what-to-do).\n',
      },
      { text: '# Reviewer\n\nYou review; see [the limits](⟦#limits⟧).\n', message: 'anchor' },
      { text: '## Steps\n\nGo on with [Steps](#steps) or [the answer][1].\n\n[1]: ⟦#answer⟧\n', message: 'anchor' },
      { text: '## Steps\n\nRead the diff (see the "⟦Severity Levels⟧" section below).\n', message: 'words' },
      { text: '## Steps\n\nIn doubt ask: see **⟦Escalation⟧** above.\n', message: 'words' },
      { text: '## Steps\n\n**→ See ⟦Escalation Path⟧ section.**\n', message: 'words' },
    ],
    valid: [
      {
        text: '## What to do?\n\nSee [a](#what-to-do), [b](#-the-end) and [c](#custom), [d](#mark), [e](#top).\n\n## ⚠️ The _end_\n\nA.\n\n## ⚠️ The _end_ {#custom}\n\n<a id="mark"></a>B.\n',
      },
      { text: 'Begin the page with:\n\n- [Overview](#overview)\n- [Usage](#usage)\n' },
      {
        text: '## Handling errors\n\nSee the "Error Handling" section above. See **Answer** below.\n\n**Answer:** short\n',
      },
      {
        text: '**→ For tests, see `docs/standards.md` → Test Patterns section.**\n\nSee the Security section of README.\n',
      },
      { text: 'See the "Usage" section below in docs/guide.md. Add a **Usage** section above the others.\n' },
      { text: '```markdown\n## Findings\n```\n\nList them (see Findings section). Cite [1](#12) as `[2](#two)`.\n' },
    ],
  },
  check({ document, report }) {
    for (const { anchor, span, near } of unknownAnchors(document)) {
      if (near === undefined) report('anchor', span, { values: { anchor } });
      else report('near', span, { values: { anchor, near: `#${near}` }, fixes: [linkTo(near, span)] });
    }
    for (const span of unknownSections(document)) {
      report('words', span, { values: { name: slice(document.text, span) } });
    }
  },
});

function linkTo(slug: string, span: Span): Fix {
  return { title: `Link to \`#${slug}\``, kind: 'suggestion', edits: [{ span, newText: `#${slug}` }] };
}

interface UnknownAnchor {
  readonly anchor: string;
  readonly span: Span;
  readonly near: string | undefined;
}

/** Each anchor is compared with every heading, which would be slow in a file with thousands of both. */
const MOST_COMPARED = 30;
const LONGEST_COMPARED = 120;

function unknownAnchors(document: AgentDocument): UnknownAnchor[] {
  const { text, markdown } = document;
  if (!text.includes('#', document.body.start) || !markdown.fenceNesting.balanced) return [];
  const apart = [...markdown.tags.map(({ span }) => span), ...markdown.fenceNesting.regions];
  const links = leaveOut(markdown.links, apart).filter(({ target }) => isAnchor(target));
  if (links.length === 0) return [];
  const slugs = slugsIn(document);
  const known = new Set([...slugs, ...explicitAnchors(document)].map(fold));
  const unknown = links.filter(({ target }) => !known.has(fold(decoded(target.slice(1)))));
  const leadsSomewhere = unknown.length < links.length;
  const candidates = slugs.filter(({ length }) => length <= LONGEST_COMPARED);
  return unknown.flatMap((link, index) => {
    const anchor = decoded(link.target.slice(1));
    const compared = index < MOST_COMPARED && anchor.length <= LONGEST_COMPARED;
    const near = compared ? nearest(anchor, candidates) : undefined;
    // If no link matches, the prompt may show links of a page for the agent to write.
    if (!leadsSomewhere && !isReference(text, link) && !isMisspelt(anchor, near)) return [];
    return { anchor: link.target, span: link.targetSpan, near };
  });
}

/** `#top`, `#L10`, and `#12` need no heading; the other excluded forms are filled in later. */
function isAnchor(target: string): boolean {
  return /^#[^{}<>$*|…]+$/.test(target) && !/^#(?:top|L?\d+(?:-L?\d+)?|anchor|link|section(?:-name)?)$/i.test(target);
}

const REFERENCE =
  /(?:\b(?:see|refer to|follow|(?:described|defined|explained|listed|specified|outlined) in)|→|->)(?: (?:also|the))?[ (]*$/i;
const LONGEST_LOOK = 40;

function isReference(text: string, { span }: Link): boolean {
  const before = text.slice(Math.max(0, span.start - LONGEST_LOOK), span.start);
  return REFERENCE.test(before.slice(before.search(/[^\r\n]*$/)));
}

/** `#overview` is not a typo for `#review`. */
function isMisspelt(anchor: string, near: string | undefined): boolean {
  return near !== undefined && near.charAt(0) === anchor.charAt(0) && Math.abs(near.length - anchor.length) <= 2;
}

function slugsIn(document: AgentDocument): string[] {
  return headingSlugs(headingTexts(document).map((text) => ({ text })));
}

function explicitAnchors(document: AgentDocument): string[] {
  const written = slice(document.text, document.body);
  const custom = [...written.matchAll(/\{#([\w:.-]{1,100})\}/g)].map(([, id = '']) => id);
  const plain = custom.length > 0 ? headingTexts(document).map((text) => slugOf(text.split('{#')[0] ?? '')) : [];
  const named = [...written.matchAll(/\b(?:id|name)=["']?([^\s"'<>]{1,200})/g)].map(([, id = '']) => id);
  return [...custom, ...plain, ...named];
}

/** As lenient as the most lenient renderer: they differ on emoji and on leading and trailing characters. */
function fold(anchor: string): string {
  return anchor
    .toLowerCase()
    .replace(/\uFE0F/g, '')
    .replace(/[-_]+/g, '-')
    .replace(/^-|-$/g, '');
}
