// Reports front matter that is YAML but has no `key: value` lines.

import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { fileStem } from '../../../../util/fileStem.ts';
import { trimSpan } from '../../../../util/text.ts';
import { measured } from '../../evidence.ts';
import { closingLookAlike, fenceFix } from '../support/fenceLookAlikes.ts';
import { blamedLookAlikes, lookAlikeFix, lookAlikeValues } from '../support/lookAlikes.ts';
import { lostOutcome } from '../support/lostWords.ts';

export default defineRule({
  code: 'frontmatter/not-a-map',
  severity: 'error',
  summary: 'The front matter contains no `key: value` lines.',
  rationale:
    'Without a space after the colons (`name:reviewer`), the whole block is a string; with `- `, it is a list. Neither has a name or a description, so Claude Code drops the agent. A plugin agent loads under its file name without any of its fields.',
  evidence: [measured('"must be a YAML mapping … got string"')],
  messages: {
    project:
      'The front matter does not consist of `key: value` lines, so Claude Code finds no name or description and drops the agent. Put a space after each colon.',
    plugin:
      'The front matter does not consist of `key: value` lines, so the plugin agent loads as `{stem}` without any of its fields. Put a space after each colon.',
    'look-alike': '{fault}, which YAML reads as text, so {outcome}. {advice}.',
    closing:
      'Claude Code does not accept this line as the end of the front matter and reads on to the next `---`, so {outcome}. Write `---` here.',
  },
  examples: {
    invalid: [
      { message: 'project', text: '---\n⟦name:reviewer⟧\n---\nReview.\n' },
      { message: 'plugin', path: 'plugin/agents/example.md', text: '---\n⟦- name\n- description⟧\n---\nReview.\n' },
      {
        message: 'look-alike',
        text: '---\nname:⟦\u00A0⟧reviewer\n---\nReview.\n',
        fixed: '---\nname: reviewer\n---\nReview.\n',
      },
      {
        message: 'closing',
        text: '---\nname: reviewer\ndescription: Reviews code\n⟦...⟧\nReview.\n\n---\n\nAnswer.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n\n---\n\nAnswer.\n',
      },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n' }],
  },
  check(context) {
    const { document, scope, load, report } = context;
    const { frontMatter, text, uri } = document;
    if (load.reading.state !== 'not-a-map' || frontMatter.state !== 'present') return;
    const outcome = lostOutcome(uri, scope);
    const lookAlikes = blamedLookAlikes(document);
    for (const lookAlike of lookAlikes) {
      const values = { ...lookAlikeValues(document, lookAlike), outcome };
      report('look-alike', lookAlike.span, { values, fixes: [lookAlikeFix(lookAlike, 'safe')] });
    }
    if (lookAlikes.length > 0) return;
    const fence = closingLookAlike(document);
    if (fence) {
      report('closing', fence.span, { values: { outcome }, fixes: [harmless(context, fenceFix(fence))] });
      return;
    }
    report(scope === 'plugin' ? 'plugin' : 'project', trimSpan(text, frontMatter.inner), {
      values: { stem: fileStem(uri) },
    });
  },
});
