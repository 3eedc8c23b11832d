// Reports valid names that do not follow the usual convention.

import { scalarOf } from '../../../../model/yaml.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import { documented, measured } from '../../evidence.ts';

export default defineRule({
  code: 'frontmatter/name-style',
  severity: 'information',
  summary: 'The name is not made of lowercase words joined by hyphens.',
  rationale:
    'Claude Code accepts any name. Its documentation recommends lowercase words joined by hyphens, and the other tools that read these files insist on them. Names that differ only in case or separators are hard to tell apart.',
  evidence: [documented('lowercase letters and hyphens, as a convention'), measured('My Agent, a_b and 代理 load')],
  messages: {
    style:
      'Claude Code accepts this name, but other tools require lowercase words joined by hyphens, such as `{styled}`.',
  },
  examples: {
    invalid: [{ message: 'style', text: '---\nname: ⟦Code Reviewer⟧\ndescription: Reviews code\n---\nReview.\n' }],
    valid: [
      { text: '---\nname: code-reviewer\ndescription: Reviews code\n---\nReview.\n' },
      {
        text: '---\nname: team:code-reviewer\ndescription: Reviews code\n---\nReview.\n',
        path: 'plugin/agents/example.md',
      },
      { text: '---\nname: 代理\ndescription: Reviews code\n---\nReview.\n' },
    ],
  },
  check({ load, report }) {
    const entry = entryOf(load.reading, 'name');
    const name = scalarOf(entry?.value ?? null)?.value;
    if (!entry || typeof name !== 'string' || !load.loads) return;
    const styled = name
      .trim()
      .toLowerCase()
      .replace(/[\s_.]+/g, '-');
    // Other scripts have no case and rarely use hyphens.
    if (styled !== name && /^[a-z\d:-]+$/.test(styled)) report('style', entry.valueSpan, { values: { styled } });
  },
});
