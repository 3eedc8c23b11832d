// Reports tags such as `<example>` that are unclosed, unopened, or incorrectly nested.
import type { AgentDocument } from '../../model/document.ts';
import type { Fix } from '../../model/problem.ts';
import { type PromptTag, readPromptTags } from '../../text/promptTags.ts';
import { matchTags, type TagFault } from '../../text/tagFaults.ts';
import { slice } from '../../util/text.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

/** Conventional tags that nobody uses as placeholders, unlike `<answer>`, `<task>`, or `<output>`. */
const CONVENTIONAL =
  /^(?:(?:good|bad)?[-_]?examples?|commentary|context|instructions|guidelines|constraints|rules|role|output[-_]format|thinking|important|critical|system-reminder)$/i;
/** In a description these appear anywhere on a line. */
const IN_DESCRIPTIONS = /^(?:(?:good|bad)?[-_]?examples?|commentary)$/i;

export default defineRule({
  code: 'structure/mismatched-tag',
  severity: 'information',
  summary: 'A tag such as `<example>` is never closed, never opened, or incorrectly nested.',
  rationale:
    'The runtime passes tags on as text. They tell the model where an example, a rule, or a quotation begins and ends. If one half is missing, the tag marks the rest of the prompt, or everything before it, as an example. Only tags at the start of a line count. A lone opening tag is reported if its name is a conventional tag or is closed elsewhere in the file; a placeholder such as `<path>` on its own line is not. Code, HTML elements, and files with an unclosed code fence are skipped.',
  evidence: goodPractice,
  messages: {
    unclosed: '`{tag}` is never closed, so everything after it reads as part of it. Add `</{name}>` where it ends.',
    unopened:
      '`{tag}` closes a tag that was never opened, so it is unclear where it begins. Add `<{name}>` there, or remove this tag.',
    crossed: '`{tag}` comes before `</{inner}>`, although `<{inner}>` was opened inside it. Close the inner tag first.',
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
  // Most bodies have no tag at the start of a line.
  if (!/^ {0,3}<\/?[A-Za-z]/m.test(slice(text, body)) || !markdown.fenceNesting.balanced) return [];
  return readPromptTags(text, body, markdown.fenceNesting.regions);
}

/** Up to the end of the front matter, because a line of an example may look like a key. */
function descriptionTags({ text, frontMatter, keyLines }: AgentDocument): PromptTag[] {
  const description = keyLines.find(({ key }) => key === 'description');
  if (!description || frontMatter.state !== 'present') return [];
  const value = { start: description.valueSpan.start, end: frontMatter.inner.end };
  return readPromptTags(text, value, [])
    .filter(({ name }) => IN_DESCRIPTIONS.test(name))
    .map((tag) => ({ ...tag, firm: true }));
}

/** Only if nothing stands between the two closing tags. */
function swap(text: string, { tag, innerClose }: TagFault): Fix | undefined {
  if (!innerClose || text.slice(tag.span.end, innerClose.span.start).trim() !== '') return undefined;
  const edits = [
    { span: tag.span, newText: slice(text, innerClose.span) },
    { span: innerClose.span, newText: slice(text, tag.span) },
  ];
  return { title: 'Swap the closing tags', kind: 'suggestion', edits };
}
