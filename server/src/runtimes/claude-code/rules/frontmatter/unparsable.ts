// Reports YAML that Claude Code cannot read even after its repair.

import { type AgentDocument, parseDocument } from '../../../../model/document.ts';
import type { Fix } from '../../../../model/problem.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { fileStem } from '../../../../util/fileStem.ts';
import { slice } from '../../../../util/text.ts';
import { measured, reported } from '../../evidence.ts';
import { readFrontMatter } from '../../read.ts';
import { repairYaml } from '../../repair.ts';
import { closingLookAlike, directiveInside, fenceFix } from '../support/fenceLookAlikes.ts';
import { blamedLookAlikes, lookAlikeFix, lookAlikeValues } from '../support/lookAlikes.ts';
import { lostOutcome } from '../support/lostWords.ts';
import { readableValueFix, valuesToQuote, wrongClosingQuote } from '../support/quoting.ts';

export default defineRule({
  code: 'frontmatter/unparsable',
  severity: 'error',
  summary: 'Claude Code cannot read the front matter as YAML, so the agent is lost.',
  rationale:
    'Claude Code drops a project or user agent with unreadable front matter and mentions it only in its debug log. A plugin agent loads under its file name without any of its fields, including its tool restrictions. Claude Code’s repair of unquoted values works only with LF line endings, and it breaks block scalars (`|`, `>`) because it quotes their indicators.',
  evidence: [
    measured('"YAML frontmatter in … failed to parse and was ignored"'),
    reported('an agent with CRLF line endings and an unquoted colon disappears silently', 80890),
    reported('plugin agents with broken YAML load as placeholders', 91871),
  ],
  messages: {
    project:
      'The front matter is not valid YAML: {error}. Claude Code drops the agent and mentions it only in its debug log.',
    plugin:
      'The front matter is not valid YAML: {error}. The plugin agent loads as `{stem}` without any of its fields and gets every tool.',
    crlf: '`{key}` is not valid YAML, and Claude Code does not repair it in a file with CRLF line endings, so {outcome}. Put the value in quotes, or save the file with LF line endings.',
    block:
      '`{key}` is not valid YAML. Claude Code’s repair also quotes the `{mark}` of `{other}`, which breaks the block of text below it, so {outcome}. Put the value of `{key}` in quotes.',
    quote: '`{key}` is not valid YAML, and Claude Code cannot repair it, so {outcome}. Put the value in quotes.',
    'closing-quote':
      '`{key}` opens with `{mark}` but ends with {names}, which does not close it, so {outcome}. Write `{mark}` there.',
    'look-alike': '{fault}, which YAML reads as text, so {outcome}. {advice}.',
    directive:
      '`{names}` is a YAML directive, which Claude Code does not accept in front matter, so {outcome}. Remove it.',
    closing:
      'Claude Code does not accept this line as the end of the front matter and reads on to the next `---` without finding YAML, so {outcome}. Write `---` here.',
  },
  examples: {
    invalid: [
      {
        message: 'crlf',
        text: '---\r\nname: reviewer\r\ndescription: ⟦Reviews. Examples include: diffs⟧\r\n---\r\nReview.\r\n',
        fixed: '---\r\nname: reviewer\r\ndescription: "Reviews. Examples include: diffs"\r\n---\r\nReview.\r\n',
      },
      {
        message: 'quote',
        text: '---\nname: reviewer\ndescription: ⟦Reviews the following:⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: "Reviews the following:"\n---\nReview.\n',
      },
      {
        message: 'block',
        text: '---\nname: reviewer\ndescription: |\n  Reviews code.\ncolor: ⟦blue: dark⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: |\n  Reviews code.\ncolor: "blue: dark"\n---\nReview.\n',
      },
      {
        message: 'plugin',
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\ndescription: Reviews code\n  Note⟦:⟧ carefully\n---\nReview.\n',
      },
      {
        message: 'project',
        text: '---\nname: reviewer\ndescription: Reviews code\n  Note⟦:⟧ carefully\n---\nReview.\n',
      },
      {
        message: 'closing-quote',
        text: '---\nname: reviewer\ndescription: "Reviews code⟦”⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: "Reviews code"\n---\nReview.\n',
      },
      {
        message: 'look-alike',
        text: '---\nname⟦：⟧reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'look-alike',
        text: '---\nname: reviewer\ndescription:⟦\u00A0⟧Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'directive',
        text: '---\n⟦%YAML 1.2⟧\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'closing',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦...⟧\n"Diffs" first.\n\n---\n\nAnswer.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\n"Diffs" first.\n\n---\n\nAnswer.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: “Reviews code”\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: "Reviews. Examples include: diffs"\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews. Examples include: diffs\n---\nReview.\n' },
    ],
  },
  check(context) {
    const { document, scope, load, report } = context;
    const { error, state } = load.reading;
    if (state !== 'unreadable' || !error) return;
    const outcome = lostOutcome(document.uri, scope);
    const lookAlikes = blamedLookAlikes(document);
    for (const lookAlike of lookAlikes) {
      const values = { ...lookAlikeValues(document, lookAlike), outcome };
      report('look-alike', lookAlike.span, { values, fixes: [lookAlikeFix(lookAlike, 'safe')] });
    }
    if (lookAlikes.length > 0) return;
    const directive = directiveInside(document);
    const fence = directive ?? closingLookAlike(document);
    if (fence) {
      const values = { names: fence.names, outcome };
      report(directive ? 'directive' : 'closing', fence.span, { values, fixes: [harmless(context, fenceFix(fence))] });
      return;
    }
    const values = valuesToQuote(document);
    const lineEnds = lineEndsFix(document);
    const brokenBlock = findBrokenBlock(document);
    for (const { key, span } of values) {
      const closing = wrongClosingQuote(document, span);
      if (closing) {
        const { mark, names } = closing;
        report('closing-quote', closing.span, { values: { key, mark, names, outcome }, fixes: [closing.fix] });
        continue;
      }
      const crlf = lineEnds && document.text.charAt(span.end) === '\r';
      const broken = brokenBlock(key);
      report(crlf ? 'crlf' : broken ? 'block' : 'quote', span, {
        values: { key, outcome, ...(broken ? { other: broken.key, mark: broken.mark } : {}) },
        fixes: [harmless(context, readableValueFix(document, span)), crlf ? lineEnds : undefined],
      });
    }
    if (values.length > 0) return;
    const stem = fileStem(document.uri);
    report(scope === 'plugin' ? 'plugin' : 'project', error.span, { values: { error: error.message, stem } });
  },
});

/** A block of text that the repair breaks, for keys whose values it would have saved otherwise. */
function findBrokenBlock({ text, frontMatter }: AgentDocument): (key: string) => BrokenBlock | undefined {
  if (frontMatter.state !== 'present') return () => undefined;
  const { repairs } = repairYaml(text, frontMatter.inner);
  const repaired = new Set(repairs.map(({ key }) => key));
  const found = repairs.find(({ valueSpan }) => /^[|>][-+\d]*\s*$/.test(slice(text, valueSpan)));
  const block = found && { key: found.key, mark: slice(text, found.valueSpan).trim() };
  return (key) => (repaired.has(key) ? block : undefined);
}

interface BrokenBlock {
  readonly key: string;
  /** As `|` or `>-`. */
  readonly mark: string;
}

/** Undefined if the line endings are not to blame. It is enough to change those of the front matter. */
function lineEndsFix({ uri, text, frontMatter }: AgentDocument): Fix | undefined {
  if (frontMatter.state !== 'present' || !slice(text, frontMatter.inner).includes('\r\n')) return undefined;
  const head = text.slice(0, frontMatter.close.start);
  const { state } = readFrontMatter(parseDocument(uri, head.replaceAll('\r\n', '\n') + text.slice(head.length)));
  if (state !== 'read' && state !== 'repaired') return undefined;
  const edits = [...head.matchAll(/\r(?=\n)/g)].map(({ index }) => ({
    span: { start: index, end: index + 1 },
    newText: '',
  }));
  return { title: 'Use LF line endings in the front matter', kind: 'suggestion', edits };
}
