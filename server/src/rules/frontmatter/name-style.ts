// frontmatter/name-style: a name that works and is not written as most are.
import { entryOf } from '../../dialects/dialect.ts';
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
import { scalarOf } from '../support/values.ts';

export default defineRule({
  code: 'frontmatter/name-style',
  severity: 'information',
  summary: 'A name that is not made of lower-case words with hyphens.',
  rationale:
    'Claude Code takes any name. Lower-case words joined by hyphens are what its documentation recommends and what the other tools that read these files insist on. Names that differ only in case or separators are hard to tell apart.',
  evidence: [documented('lowercase letters and hyphens, as a convention'), measured('My Agent, a_b and 代理 load')],
  messages: {
    style: 'Claude Code takes this name, but other tools want lower-case words with hyphens, such as `{styled}`.',
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
    // Other scripts have no case and no hyphens to speak of.
    if (styled !== name && /^[a-z\d:-]+$/.test(styled)) report('style', entry.valueSpan, { values: { styled } });
  },
});
