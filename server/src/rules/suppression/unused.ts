// suppression/unused: a comment that switches off rules that report nothing there.
import { defineRule } from '../rule.ts';

const HEAD = '---\nname: example\ndescription: Reviews code\n';

export default defineRule({
  code: 'suppression/unused',
  severity: 'information',
  summary: 'A comment that switches off a rule which reports nothing there.',
  rationale:
    '`# agentwright-disable-next-line CODE` in the front matter and `<!-- agentwright-disable-next-line CODE -->` in the body switch rules off for the line below; `agentwright-disable` does so for the rest of the file. One that has nothing to do is left over, or has a mistyped code, and would hide the next mistake. An error that says why Claude Code drops the file, or loses its front matter, cannot be switched off by a comment; `.agentwright.json` still can.',
  evidence: [{ source: 'documentation', detail: 'how Agentwright itself works', verifiedOn: '2026-11-21' }],
  messages: {
    refused:
      '`{code}` says why Claude Code does not use this file as it is written, so no comment hides it. Fix the problem and remove the comment.',
    unused: 'This comment has nothing to switch off: there is no problem of {what} there. Remove the comment.',
  },
  examples: {
    invalid: [
      {
        message: 'unused',
        text: `${HEAD}⟦# agentwright-disable-next-line frontmatter/unknown-color⟧\ncolor: cyan\n---\nReview.\n`,
      },
      { message: 'unused', text: `${HEAD}---\n⟦<!-- agentwright-disable -->⟧\nReview.\n` },
      {
        message: 'refused',
        text: '---\nname: example\n⟦# agentwright-disable-next-line frontmatter/invalid-description⟧\ndescription: 42\n---\nReview.\n',
      },
    ],
    valid: [
      { text: `${HEAD}# agentwright-disable-next-line frontmatter/unknown-color\ncolor: magenta\n---\nReview.\n` },
      {
        text: `${HEAD}---\n# Role\n\n<!-- agentwright-disable structure/heading-jump -->\nReview.\n\n### Jump\n\nText.\n`,
      },
    ],
  },
  check({ suppressions, report }) {
    for (const { used, refused, codes, span } of suppressions) {
      if (refused !== null && (!used || codes.includes(refused))) {
        report('refused', span, { values: { code: refused } });
        continue;
      }
      const what = codes.length === 0 ? 'any rule' : codes.map((code) => `\`${code}\``).join(' or ');
      if (!used) report('unused', span, { values: { what }, unnecessary: true });
    }
  },
});
