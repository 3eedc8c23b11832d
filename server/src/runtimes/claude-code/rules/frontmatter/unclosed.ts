// Reports front matter that is opened but never closed.

import { fenceSpan } from '../../../../model/fence.ts';
import { lineBreakOf, replace } from '../../../../rules/edits.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { makeAgentFix } from '../../../../rules/insertion.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { fileStem, isReadme } from '../../../../util/fileStem.ts';
import { measured } from '../../evidence.ts';
import { isDocumentation } from '../support/documentation.ts';
import { closingLookAlike, fenceFix } from '../support/fenceLookAlikes.ts';
import { noFrontMatter } from '../support/lostWords.ts';

export default defineRule({
  code: 'frontmatter/unclosed',
  severity: 'error',
  summary: 'The front matter is opened with `---` but never closed.',
  rationale:
    'Without a closing `---`, Claude Code finds no front matter at all and treats the file as documentation. `...` does not close it.',
  evidence: [measured('a missing closing fence, or `...` in its place, means no front matter')],
  messages: {
    project:
      'The front matter is never closed, so Claude Code finds none, treats the file as documentation, and skips it. Close it with `---` on its own line.',
    document: {
      text: 'Claude Code treats this file as documentation and skips it, because it has no front matter. Add front matter to make it an agent, or list the file under `documents` in `.agentwright.json`.',
      severity: 'information',
    },
    plugin: {
      text: 'The front matter is never closed, so Claude Code finds none and loads the agent under its file name, `{stem}`, without any of these fields. Close it with `---` on its own line.',
    },
    dots: '`...` ends a YAML document but does not close front matter, {consequence} Write `---`.',
    dashes: 'The closing line consists of {names} instead of three hyphens, {consequence} Write `---`.',
  },
  examples: {
    invalid: [
      {
        message: 'project',
        text: '⟦---⟧\nname: reviewer\ndescription: Reviews code\n\nYou review code.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\n\nYou review code.\n',
      },
      {
        message: 'plugin',
        path: 'plugin/agents/example.md',
        text: '⟦---⟧\nname: example\ndescription: Reviews code\n\nYou review code.\n',
        fixed: '---\nname: example\ndescription: Reviews code\n---\n\nYou review code.\n',
      },
      {
        message: 'document',
        text: '⟦---⟧\n\n# About these agents\n',
        fixed: '---\nname: example\ndescription: Use this agent when …\n---\n\n---\n\n# About these agents\n',
      },
      {
        message: 'dots',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦...⟧\n\nYou review code.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\n\nYou review code.\n',
      },
      {
        message: 'dashes',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦—⟧\n\nYou review code.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\n\nYou review code.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews code\n---' },
    ],
  },
  check(context) {
    const { document, scope, load, report } = context;
    const { frontMatter, text, uri } = document;
    if (frontMatter.state !== 'unclosed' || (scope === 'plugin' && isReadme(uri))) return;
    if (isDocumentation(document, load)) {
      report('document', fenceSpan(frontMatter), { addTo: 'documents', fixes: [makeAgentFix(document, load)] });
      return;
    }
    const fence = closingLookAlike(document);
    if (fence) {
      const consequence = noFrontMatter(scope, fileStem(uri));
      const values = { names: fence.names, consequence };
      report(fence.kind === 'dots' ? 'dots' : 'dashes', fence.span, {
        values,
        fixes: [harmless(context, fenceFix(fence))],
      });
      return;
    }
    const { inner } = frontMatter;
    const lineBreak = lineBreakOf(document);
    const startsLine = inner.end === inner.start || /[\r\n]/.test(text.charAt(inner.end - 1));
    const closing = `${startsLine ? '' : lineBreak}---${lineBreak}`;
    report(scope === 'plugin' ? 'plugin' : 'project', fenceSpan(frontMatter), {
      values: { stem: fileStem(uri) },
      fixes: [
        harmless(context, {
          title: 'Close the front matter',
          kind: 'suggestion',
          edits: [replace({ start: inner.end, end: inner.end }, closing)],
        }),
      ],
    });
  },
});
