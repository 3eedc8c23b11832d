// frontmatter/missing: the file has no front matter that Claude Code finds.

import type { AgentDocument } from '../../../../model/document.ts';
import { bomLength, type NearMiss } from '../../../../model/fence.ts';
import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { frontMatterFix, makeAgentFix } from '../../../../rules/insertion.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { fileStem, isReadme } from '../../../../util/fileStem.ts';
import type { Span } from '../../../../util/text.ts';
import { documented, measured } from '../../evidence.ts';
import { isDocumentation } from '../support/documentation.ts';
import { type FenceLookAlike, fenceFix, openingLookAlike } from '../support/fenceLookAlikes.ts';
import { noFrontMatter } from '../support/lostWords.ts';

export default defineRule({
  code: 'frontmatter/missing',
  severity: 'error',
  summary: 'The file has no front matter that Claude Code finds.',
  rationale:
    'Front matter opens with `---` as the very first characters of the file (a byte order mark may stand before it). In a project or user folder, a file without it is documentation: Claude Code skips it without logging anything. That is an error only if something in the file was meant as front matter. A plugin loads it under the file name, without a description.',
  evidence: [
    documented('files Claude Code skips'),
    measured(
      'a blank line, a comment, an indented fence, `----`, `---yaml` and CR-only line endings all mean no front matter',
    ),
  ],
  messages: {
    empty: {
      text: 'The file is empty, so Claude Code skips it. To start an agent, type `agent` or choose a template.',
      severity: 'information',
    },
    document: {
      text: 'Claude Code treats this file as documentation and skips it, because it has no front matter. Add front matter to make it an agent, or list the file under `documents` in `.agentwright.json`.',
      severity: 'information',
    },
    'empty-plugin': {
      text: 'The file is empty, so the plugin’s agent loads as `{stem}` without instructions. Type `agent` or choose a template.',
      severity: 'warning',
    },
    none: `The file has no front matter, {consequence} Start the file with \`---\`, \`name:\`, \`description:\`, \`---\`.`,
    plugin: {
      text: 'The file has no front matter, so the plugin’s agent loads under its file name, `{stem}`, and has no description. Start the file with `---`, `name:`, `description:`, `---`.',
      severity: 'warning',
    },
    'text-before': `The front matter comes after other text, {consequence} Remove it: \`---\` must be the first characters of the file.`,
    indented: `The opening \`---\` is indented, {consequence} Remove the spaces before it.`,
    'extra-dashes': `The front matter opens with more than three hyphens, {consequence} Write exactly \`---\`.`,
    language: `The front matter opens with \`---{language}\`, {consequence} Only YAML after a bare \`---\` is read, and nothing in it is ever executed.`,
    'text-after': `Text follows the opening \`---\` on its line, {consequence} Move it to the next line.`,
    before: `The file starts with {names} instead of \`---\`, {consequence} Remove it.`,
    after: `{names} follows the opening \`---\`, {consequence} Remove it.`,
    dashes: `The opening line uses {names} instead of three hyphens, {consequence} Write \`---\`.`,
    directive: `\`{names}\` comes before the front matter, {consequence} Remove it: \`---\` must be the first characters of the file.`,
    'utf-16': `The file is saved as UTF-16, which Claude Code reads as UTF-8, {consequence} Save it as UTF-8.`,
    'carriage-returns': `The lines end with a lone carriage return, {consequence} Save the file with LF line endings.`,
  },
  examples: {
    invalid: [
      {
        message: 'none',
        text: '⟦name: reviewer⟧\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'document',
        text: '⟦You review code.⟧\n',
        fixed: '---\nname: example\ndescription: Use this agent when …\n---\n\nYou review code.\n',
      },
      { message: 'empty', text: '⟦⟧' },
      { message: 'empty-plugin', path: 'plugin/agents/example.md', text: '⟦⟧\n' },
      {
        message: 'plugin',
        path: 'plugin/agents/example.md',
        text: '⟦You review code.⟧\n',
        fixed: '---\nname: example\ndescription: Use this agent when …\n---\n\nYou review code.\n',
      },
      {
        message: 'text-before',
        text: '⟦\n⟧---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'indented',
        text: '⟦  ⟧---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'extra-dashes',
        text: '⟦----⟧\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'language',
        text: '---⟦yaml⟧\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      { message: 'language', text: '---⟦js⟧\n({ name: process.exit(1) })\n---\nReview.\n' },
      { message: 'text-after', text: '--- ⟦my agent⟧\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
      {
        message: 'before',
        text: '⟦\u200B⟧---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'after',
        text: '---⟦\u200B⟧\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'dashes',
        text: '⟦—-⟧\nname: reviewer\ndescription: Reviews code\n—-\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'directive',
        text: '⟦%YAML 1.2⟧\n---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      { message: 'utf-16', text: '⟦\uFFFD\uFFFD-\0-\0-⟧\0\n\0n\0a\0m\0e\0:\0 \0a\0\n\0' },
      { message: 'carriage-returns', text: '⟦---⟧\rname: reviewer\rdescription: Reviews code\r---\rReview.\r' },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
      { text: '# About these agents\n', path: 'plugin/agents/README.md' },
    ],
  },
  check(context) {
    const { document, scope, load, report } = context;
    const { frontMatter, text, uri } = document;
    if (frontMatter.state !== 'missing' || (scope === 'plugin' && isReadme(uri))) return;
    // Editors offer templates there: features/templateActions.ts.
    if (text.trim() === '') {
      if (isReadme(uri)) return;
      report(scope === 'plugin' ? 'empty-plugin' : 'empty', firstLine(text), { values: { stem: fileStem(uri) } });
      return;
    }
    if (isDocumentation(document, load)) {
      report('document', firstLine(text), { fixes: [makeAgentFix(document, load)], addTo: 'documents' });
      return;
    }
    const stem = load.name ?? fileStem(uri);
    const values = { stem, consequence: noFrontMatter(scope, stem) };
    const lookAlike = openingLookAlike(document);
    if (lookAlike) {
      const { names, span } = lookAlike;
      report(messageFor(lookAlike), span, {
        values: { ...values, names },
        fixes: [harmless(context, fenceFix(lookAlike))],
      });
      return;
    }
    if (frontMatter.nearMiss) {
      const { kind, span } = frontMatter.nearMiss;
      const language = text.slice(span.start, span.end);
      const fix = harmless(context, nearMissFix(frontMatter.nearMiss, language));
      report(kind, span, { values: { ...values, language }, fixes: [fix] });
      return;
    }
    const key = scope === 'plugin' ? 'plugin' : 'none';
    report(key, firstLine(text), {
      values,
      fixes: [harmless(context, openingFix(document)) ?? frontMatterFix(document)],
    });
  },
});

function messageFor({ kind }: FenceLookAlike): 'before' | 'after' | 'dashes' | 'directive' {
  return kind === 'dots' ? 'dashes' : kind;
}

function nearMissFix({ kind, span }: NearMiss, language: string): Fix | undefined {
  switch (kind) {
    case 'indented':
      return { title: 'Remove the indentation', kind: 'safe', edits: [replace(span, '')] };
    case 'extra-dashes':
      return { title: 'Write three hyphens', kind: 'safe', edits: [replace(span, '---')] };
    case 'text-before':
      return { title: 'Remove what stands before the front matter', kind: 'suggestion', edits: [replace(span, '')] };
    case 'language':
      if (!/^ya?ml$/i.test(language)) return undefined;
      return { title: `Remove \`${language}\``, kind: 'safe', edits: [replace(span, '')] };
    default:
      return undefined;
  }
}

/** The opening fence, where the block begins at once and is closed. */
function openingFix({ text }: AgentDocument): Fix | undefined {
  const start = bomLength(text);
  if (!/^\uFEFF?[a-zA-Z]+[ \t]*:(?: |\r?\n)/.test(text) || !/^---[ \t]*\r?$/m.test(text)) return undefined;
  return {
    title: 'Add the opening `---`',
    kind: 'suggestion',
    edits: [replace({ start, end: start }, `---${/\r?\n/.exec(text)?.[0] ?? '\n'}`)],
  };
}

/** The first line with text in it. */
function firstLine(text: string): Span {
  const found = /[^\s\uFEFF][^\r\n]*/.exec(text);
  return found ? { start: found.index, end: found.index + found[0].trimEnd().length } : { start: 0, end: 0 };
}
