// Reports comments that disable rules that report nothing there.
import { defineRule } from '../rule.ts';

const HEAD = '---\nname: example\ndescription: Reviews code\n';

export default defineRule({
  code: 'suppression/unused',
  severity: 'information',
  summary: 'A comment disables a rule that reports nothing there.',
  rationale:
    '`# agentwright-disable-next-line CODE` in the front matter and `<!-- agentwright-disable-next-line CODE -->` in the body disable rules for the next line; `agentwright-disable` disables them for the rest of the file. A comment without effect is a leftover or has a mistyped code, and it could hide the next mistake. A comment cannot disable an error that explains why Claude Code drops the file or loses its front matter, but `.agentwright.json` can.',
  evidence: [{ source: 'documentation', detail: 'how Agentwright itself works', verifiedOn: '2026-11-21' }],
  messages: {
    refused:
      'A comment cannot disable `{code}`, because it explains why Claude Code does not use this file as written. Fix the problem and remove the comment.',
    unused: 'This comment has no effect, because {what} reports nothing there. Remove it.',
    'unused-all': 'This comment has no effect, because no rule reports anything there. Remove it.',
  },
  examples: {
    invalid: [
      {
        message: 'unused',
        text: `${HEAD}⟦# agentwright-disable-next-line frontmatter/unknown-color⟧\ncolor: cyan\n---\nReview.\n`,
      },
      { message: 'unused-all', text: `${HEAD}---\n⟦<!-- agentwright-disable -->⟧\nReview.\n` },
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
      if (used) continue;
      const what = codes.map((code) => `\`${code}\``).join(' or ');
      report(what === '' ? 'unused-all' : 'unused', span, { values: { what }, unnecessary: true });
    }
  },
});
