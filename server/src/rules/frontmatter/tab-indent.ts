// frontmatter/tab-indent: tabs at the start of lines, which YAML does not take and Claude Code reads as blanks.
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';
import { harmless, readsTheSame } from '../support/harmless.ts';
import { tabsEdit } from '../support/quoting.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/tab-indent',
  severity: 'information',
  summary: 'A line is indented with a tab: Claude Code reads it as blanks, other tools drop the file.',
  rationale:
    'YAML takes no tabs for indentation. After the error Claude Code reads each tab at the start of a line as two blanks and tries again, so the agent loads; every plain YAML reader drops the file.',
  evidence: [measured('tabs at the start of lines are read as two blanks each after a YAML error')],
  messages: {
    tab: 'YAML takes no tab here. Claude Code reads each as two blanks, so the agent loads; Copilot, Gemini and others drop the file. Indent with blanks.',
  },
  examples: {
    invalid: [
      {
        message: 'tab',
        text: `${HEAD}hooks:\n⟦\t⟧Stop:\n\t\t- hooks: []\n---\nReview.\n`,
        fixed: `${HEAD}hooks:\n  Stop:\n    - hooks: []\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}hooks:\n  Stop:\n    - hooks: []\n---\nReview.\n` },
      { text: `${HEAD}model:\topus\n---\nReview.\n` },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    const { tabs, state } = load.reading;
    const [first] = tabs;
    if (!first || state !== 'repaired') return;
    const edits = tabs.map(tabsEdit);
    const kind = readsTheSame(document, edits) ? 'safe' : 'suggestion';
    report('tab', first, { fixes: [harmless(context, { title: 'Indent with blanks', kind, edits })] });
  },
});
