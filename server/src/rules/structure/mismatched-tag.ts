// Reports `<example>`-like tags that are never closed, never opened, or closed crosswise.
import type { AgentDocument } from '../../model/document.ts';
import type { Fix } from '../../model/problem.ts';
import { type PromptTag, readPromptTags } from '../../model/promptTags.ts';
import { slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { goodPractice } from '../support/evidence.ts';
import { matchTags, type TagFault } from '../support/tagFaults.ts';

/** Tags by convention: nobody writes them as a placeholder, which `<answer>`, `<task>` or `<output>` may be. */
const CONVENTIONAL =
  /^(?:(?:good|bad)?[-_]?examples?|commentary|context|instructions|guidelines|constraints|rules|role|output[-_]format|thinking|important|critical|system-reminder)$/i;
/** In a description they are written anywhere in a line. */
const IN_DESCRIPTIONS = /^(?:(?:good|bad)?[-_]?examples?|commentary)$/i;

export default defineRule({
  code: 'structure/mismatched-tag',
  severity: 'information',
  summary: 'A tag such as `<example>` is never closed, never opened, or closed crosswise.',
  rationale:
    'The runtime passes tags on as text. They tell a model where an example, a rule or a quotation begins and ends; without its other half a tag says that the rest of the prompt is an example, or that everything before it was. Only tags that begin a line count, and a placeholder such as `<path>` on a line of its own is none: an open tag is reported where its name is a tag by convention, or is closed elsewhere in the file. Code, HTML elements, and files with an unclosed code fence are left alone.',
  evidence: goodPractice,
  messages: {
    unclosed:
      '`{tag}` is never closed, so what follows it reads as a part of it up to the end. Write `</{name}>` where it ends.',
    unopened:
      '`{tag}` closes what was never opened, so nobody can tell where it begins. Write `<{name}>` there, or remove this.',
    crossed:
      '`{tag}` comes before `</{inner}>`, though `<{inner}>` was opened in it: neither is inside the other. Close the inner one first.',
  },
  examples: {
    invalid: [
      { text: 'You review.\n\n⟦<example>⟧\nuser: Review this\n\n## Limits\n\nNone.\n', message: 'unclosed' },
      {
        text: '⟦<step name="read">⟧\nRead.\n\n<step name="run">\nRun.\n</step>\n',
        message: 'unclosed',
      },
      { text: '## Steps\n\nRead.\n\n⟦</rules>⟧\n\nRun.\n', message: 'unopened' },
      {
        text: '<rules>\n<limits>\nNone.\n⟦</rules>⟧\n</limits>\n',
        message: 'crossed',
        fixed: '<rules>\n<limits>\nNone.\n</limits>\n</rules>\n',
      },
      {
        text: '---\nname: reviewer\ndescription: |\n  Reviews code.\n\n  <example>\n  user: "Review"\n  ⟦<commentary>⟧Asked for it.\n  </example>\n---\n\nYou review.\n',
        message: 'unclosed',
      },
      {
        text: '---\nname: reviewer\ndescription: "Reviews code. <example>Review this.</example> ⟦</example>⟧"\n---\n\nYou review.\n',
        message: 'unopened',
      },
    ],
    valid: [
      { text: '<rules>\n- <rule>Read</rule>\n<limits when="a > b">None.</limits>\n</rules>\n\n<note/>\n<br>\n' },
      {
        text: 'Say <thinking> first, `<example>` never.\n<thinking> is a tag.\n\n<path>\n\n<your answer>\n\n`</rules>`\n',
      },
      { text: '## Context\n<context>\n\n## Rules\n\n<rules>\n\n<T>\n`x`: Promise<T>\n' },
      { text: '```xml\n<example>\n```\n\n<!-- <example>\n</rules> -->\n\n    </rules>\n' },
      { text: '<Example title="one\ntwo">\nRead.\n</example>\n\n<example>\n```md\n```ts\n```\n```\n</example>\n' },
      {
        text: '---\nname: reviewer\ndescription: "Reviews <path>.\\n\\n<example>\\nuser: \\"Go\\"\\n<commentary>Yes</commentary>\\n</example>"\n---\n\nYou review.\n',
      },
    ],
  },
  check({ document, report }) {
    const { text } = document;
    const found = [
      ...matchTags(descriptionTags(document), ({ name }) => IN_DESCRIPTIONS.test(name)),
      ...matchTags(bodyTags(document), ({ name, hasContent }) => hasContent && CONVENTIONAL.test(name)),
    ];
    for (const fault of found) {
      const { tag } = fault;
      const values = { tag: slice(text, tag.span), name: tag.name, inner: fault.inner?.name ?? '' };
      report(fault.message, tag.span, { values, fixes: [swap(text, fault)] });
    }
  },
});

function bodyTags({ text, body, markdown }: AgentDocument): PromptTag[] {
  // Most bodies have no tag that begins a line.
  if (!/^ {0,3}<\/?[A-Za-z]/m.test(slice(text, body)) || !markdown.fenceNesting.balanced) return [];
  return readPromptTags(text, body, markdown.fenceNesting.regions);
}

/** To the end of the front matter: a line of an example may look like a key. */
function descriptionTags({ text, frontMatter, keyLines }: AgentDocument): PromptTag[] {
  const description = keyLines.find(({ key }) => key === 'description');
  if (!description || frontMatter.state !== 'present') return [];
  const value = { start: description.valueSpan.start, end: frontMatter.inner.end };
  return readPromptTags(text, value, [])
    .filter(({ name }) => IN_DESCRIPTIONS.test(name))
    .map((tag) => ({ ...tag, firm: true }));
}

/** Where nothing stands between the two closing tags. */
function swap(text: string, { tag, innerClose }: TagFault): Fix | undefined {
  if (!innerClose || text.slice(tag.span.end, innerClose.span.start).trim() !== '') return undefined;
  const edits = [
    { span: tag.span, newText: slice(text, innerClose.span) },
    { span: innerClose.span, newText: slice(text, tag.span) },
  ];
  return { title: 'Swap the closing tags', kind: 'suggestion', edits };
}
