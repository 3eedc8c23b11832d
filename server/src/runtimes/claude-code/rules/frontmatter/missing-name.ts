// frontmatter/missing-name: there is front matter, but no `name`.

import { fenceSpan } from '../../../../model/fence.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { insertFieldFix, makeAgentFix } from '../../../../rules/insertion.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { fileStem } from '../../../../util/fileStem.ts';
import { documented, measured } from '../../evidence.ts';
import { isDocumentation } from '../support/documentation.ts';
import { disguisedEntry, lookAlikeFix, lookAlikeValues } from '../support/lookAlikes.ts';
import { meantField } from '../support/meantField.ts';
import { renameKeyFix } from '../support/renameKey.ts';

export default defineRule({
  code: 'frontmatter/missing-name',
  severity: 'error',
  summary: 'The agent has no `name`.',
  rationale:
    'In a project or user folder, Claude Code treats a file without `name` as documentation and skips it without logging anything. That is an error only if the front matter has what only an agent has: its other fields, a mistyped `name`, or a `description` that no page would have. A plugin’s agent is named after its file instead.',
  evidence: [documented('name is required'), measured('no name: skipped, no log at all')],
  messages: {
    missing: '`name` is missing, so Claude Code treats the file as documentation and skips it. Add `name:`.',
    mistyped:
      '`{key}` is not a field, so `name` is missing and Claude Code treats the file as documentation and skips it. Did you mean `name`?',
    document: {
      text: 'Claude Code treats this file as documentation and skips it, because it has no `name`. Add `name` to make it an agent, or list the file under `documents` in `.agentwright.json`.',
      severity: 'information',
    },
    disguised: '{fault}, so Claude Code finds no `name`, treats the file as documentation, and skips it. {advice}.',
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
        text: '⟦---⟧\ntools: Read\n---\nReview.\n',
        fixed: '---\nname: example\ntools: Read\n---\nReview.\n',
      },
      {
        message: 'mistyped',
        text: '---\n⟦Name⟧: reviewer\ndescription: Reviews code\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n',
      },
      {
        message: 'document',
        text: '⟦---⟧\ntitle: About\ndescription: What these agents do\n---\nText.\n',
        fixed: '---\nname: example\ntitle: About\ndescription: What these agents do\n---\nText.\n',
      },
      {
        message: 'document',
        text: '⟦---⟧\n---\nReview.\n',
        fixed: '---\nname: example\ndescription: Use this agent when …\n---\nReview.\n',
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
      { text: '---\ntitle: About\n---\nAbout.\n', path: 'plugin/agents/README.md' },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    const { frontMatter, uri } = document;
    if (load.reason !== 'frontmatter/missing-name' || frontMatter.state !== 'present') return;
    const fence = fenceSpan(frontMatter);
    if (isDocumentation(document, load)) {
      report('document', fence, { addTo: 'documents', fixes: [makeAgentFix(document, load)] });
      return;
    }
    const lookAlike = disguisedEntry(document, load.reading, 'name');
    if (lookAlike) {
      const fixes = [lookAlikeFix(lookAlike, 'safe')];
      report('disguised', lookAlike.span, { values: lookAlikeValues(document, lookAlike), fixes });
      return;
    }
    const mistyped = load.reading.entries.filter(({ key }) => meantField(key) === 'name');
    const [entry] = mistyped;
    if (entry && mistyped.length === 1) {
      report('mistyped', entry.keySpan, { values: { key: entry.key }, fixes: [renameKeyFix(entry, 'name', context)] });
      return;
    }
    const fix = insertFieldFix(document, 'name', fileStem(uri), 'first');
    report('missing', fence, { fixes: [harmless(context, fix)] });
  },
});
