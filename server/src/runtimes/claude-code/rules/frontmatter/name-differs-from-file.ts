// Reports an agent whose name differs from its file name.

import { scalarOf } from '../../../../model/yaml.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { fileStem } from '../../../../util/fileStem.ts';
import { entryOf } from '../../../entries.ts';
import { documented } from '../../evidence.ts';

export default defineRule({
  code: 'frontmatter/name-differs-from-file',
  severity: 'information',
  summary: 'The agent’s name differs from its file name.',
  rationale:
    'Claude Code uses the name and ignores the file name, so this works. But it makes the file harder to find, and other tools use the file name.',
  evidence: [documented('the file name need not match')],
  messages: {
    differs:
      'The agent is named `{name}`, but its file is named `{stem}`. Claude Code uses the name, but other tools use the file name.',
  },
  examples: {
    invalid: [
      {
        message: 'differs',
        path: '.claude/agents/tester.md',
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews code\n---\nReview.\n',
      },
    ],
    valid: [
      { path: '.claude/agents/reviewer.md', text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
      {
        path: '.claude/agents/code_reviewer.md',
        text: '---\nname: code-reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        path: 'plugin/agents/reviewer.md',
        text: '---\nname: team:reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      { path: 'notes/draft.md', text: '---\nname: reviewer\ndescription: Reviews code\nmodel: opus\n---\nReview.\n' },
    ],
  },
  check({ document, load, report }) {
    const entry = entryOf(load.reading, 'name');
    const name = scalarOf(entry?.value ?? null)?.value;
    // A loose file is a draft or a copy, and its name means nothing yet.
    if (!entry || typeof name !== 'string' || !load.loads || !/\/agents\//.test(document.uri)) return;
    const stem = fileStem(document.uri).replace(/\.agent$/, '');
    const own = name.slice(name.lastIndexOf(':') + 1);
    if (fold(own) !== fold(stem)) report('differs', entry.valueSpan, { values: { name, stem } });
  },
});

function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_.-]+/g, '-');
}
