// Reports tabs used for indentation, which YAML forbids and Claude Code reads as spaces.

import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { measured } from '../../evidence.ts';
import { readsTheSame } from '../../sameReading.ts';
import { tabsEdit } from '../support/quoting.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/tab-indent',
  severity: 'information',
  summary: 'A line is indented with a tab: Claude Code reads it as spaces, but other tools drop the file.',
  rationale:
    'YAML does not allow tabs for indentation. After the error, Claude Code reads each leading tab as two spaces and tries again, so the agent loads. Any plain YAML parser drops the file.',
  evidence: [measured('tabs at the start of lines are read as two spaces each after a YAML error')],
  messages: {
    tab: 'YAML does not allow a tab here. Claude Code reads it as two spaces and loads the agent, but other tools drop the file. Indent with spaces.',
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
    report('tab', first, { fixes: [harmless(context, { title: 'Indent with spaces', kind, edits })] });
  },
});
