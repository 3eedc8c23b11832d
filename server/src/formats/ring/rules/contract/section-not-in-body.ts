// Reports a required section that appears nowhere in the prompt.

import { defineRule } from '../../../../rules/rule.ts';
import { readContract, sectionLabel } from '../../contract.ts';
import { promptOf, shownSections } from '../../prompt.ts';
import { ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\noutput_schema:\n  required_sections:\n';
const SUMMARY = '    - name: "Summary"\n      pattern: "^## Summary"\n';
const TESTING = '    - name: "Testing"\n      pattern: "^## Testing"\n';

export default defineRule({
  code: 'contract/section-not-in-body',
  severity: 'information',
  summary: 'No heading, example, or template in the prompt shows a section that the contract requires.',
  rationale:
    'Claude Code passes the agent the text below the front matter, not the front matter itself. An agent that never sees the sections of its contract keeps it only by chance. Headings count anywhere, including code blocks and examples, and so does a paragraph or list that names most of the required sections.',
  evidence: [
    ringFormat('52 of 278 sections match nothing in their own prompt'),
    {
      source: 'documentation',
      detail: 'the body becomes the system prompt',
      url: 'https://code.claude.com/docs/en/sub-agents',
      verifiedOn: '2026-10-08',
    },
  ],
  messages: {
    nowhere:
      'No line of the prompt matches `{pattern}`, and the agent does not see this contract, so it never learns about the section “{name}”. Show the section in an output format or an example.',
    level:
      'No line of the prompt matches `{pattern}`; the heading on line {line} is `{heading}`. The agent does not see this contract, so show it the section “{name}” in an output format or an example.',
  },
  examples: {
    invalid: [
      {
        message: 'nowhere',
        text: `${HEAD}${SUMMARY.replace('"^## Summary"', '⟦"^## Summary"⟧')}---\nReview the change.\n`,
      },
      {
        message: 'level',
        text: `${HEAD}${TESTING.replace('"^## Testing"', '⟦"^## Testing"⟧')}---\n## Skills\n\n### Testing\n\nUnit tests.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}${SUMMARY}---\nAnswer like this:\n\n\`\`\`markdown\n## Summary\n\nOne sentence.\n\`\`\`\n` },
      { text: `${HEAD}${SUMMARY}${TESTING}---\nAnswer with the sections Summary and Testing.\n` },
      { text: `${HEAD}${SUMMARY}      required: false\n---\nReview the change.\n` },
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview the change.\n' },
    ],
  },
  check({ document, load, report }) {
    const contract = readContract(load);
    if (!contract) return;
    const prompt = promptOf(document);
    for (const section of shownSections(contract, prompt).missing) {
      const { pattern } = section;
      if (!pattern) continue;
      const name = sectionLabel(section);
      const near = document.markdown.headings.find(({ text }) => text.trim() === name);
      if (near) {
        const line = document.lines.positionAt(near.span.start).line + 1;
        const heading = `${'#'.repeat(near.level)} ${near.text.trim()}`;
        report('level', pattern.span, { values: { pattern: pattern.text, name, line, heading } });
      } else {
        report('nowhere', pattern.span, { values: { pattern: pattern.text, name } });
      }
    }
  },
});
