// frontmatter/missing-name: there is front matter, but no `name`.
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
import { harmless } from '../support/harmless.ts';
import { fenceSpan, insertFieldFix } from '../support/insertion.ts';
import { disguisedEntry, lookAlikeFix, lookAlikeValues } from '../support/lookAlikes.ts';
import { fileStem, isReadme } from '../support/values.ts';

export default defineRule({
  code: 'frontmatter/missing-name',
  severity: 'error',
  summary: 'The agent has no `name`.',
  rationale:
    'Claude Code takes a file without `name` in a project or user folder for documentation and skips it without a log line. A plugin’s agent goes by its file name instead.',
  evidence: [documented('name is required'), measured('no name: skipped, no log at all')],
  messages: {
    missing:
      'There is no `name`, so Claude Code takes the file for documentation: the agent does not exist, and nothing says so. Add `name:`.',
    disguised:
      '{fault}, so Claude Code finds no `name` and takes the file for documentation: the agent does not exist, and nothing says so. {advice}.',
  },
  examples: {
    invalid: [
      {
        message: 'missing',
        text: '⟦---⟧\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: example\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'missing',
        text: '⟦---⟧\n---\nReview.\n',
        fixed: '---\nname: example\n---\nReview.\n',
      },
      {
        message: 'disguised',
        text: '---\n⟦na\u200Bme⟧: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' },
      { text: '---\ndescription: Reviews code\n---\nReview.\n', path: 'plugin/agents/example.md' },
      { text: '---\ntitle: About\n---\nAbout.\n', path: '.claude/agents/README.md' },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    const { frontMatter, uri } = document;
    if (load.reason !== 'frontmatter/missing-name' || isReadme(uri) || frontMatter.state !== 'present') return;
    const lookAlike = disguisedEntry(document, load.reading, 'name');
    if (lookAlike) {
      const fixes = [lookAlikeFix(lookAlike, 'safe')];
      report('disguised', lookAlike.span, { values: lookAlikeValues(document, lookAlike), fixes });
      return;
    }
    const fix = insertFieldFix(document, 'name', fileStem(uri), 'first');
    report('missing', fenceSpan(frontMatter), { fixes: [harmless(context, fix)] });
  },
});
