// frontmatter/unparsable: the YAML cannot be read, not even after Claude Code's repair.
import { slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { measured, reported } from '../support/evidence.ts';
import { readableValueFix, valuesToQuote } from '../support/quoting.ts';
import { fileStem } from '../support/values.ts';

export default defineRule({
  code: 'frontmatter/unparsable',
  severity: 'error',
  summary: 'The front matter is not YAML that Claude Code can read, so the agent is lost.',
  rationale:
    'A project or user agent with unreadable front matter is dropped; only a debug log says so. A plugin’s agent loads under its file name with every field lost: no restriction of tools is left. Claude Code’s repair of unquoted values works with LF line ends only.',
  evidence: [
    measured('"YAML frontmatter in … failed to parse and was ignored"'),
    reported('CRLF line ends and an unquoted colon: the agent is silently gone', 80890),
    reported('plugin agents with broken YAML load as placeholders', 91871),
  ],
  messages: {
    project:
      'The front matter is not valid YAML: {error}. Claude Code drops the agent, and only its debug log says so.',
    plugin:
      'The front matter is not valid YAML: {error}. The plugin’s agent loads as `{stem}` with every field lost, so it has all tools.',
    crlf: 'The value of `{key}` is not valid YAML, and with CRLF line ends Claude Code does not repair it: {outcome}. Put the value in quotes, or save the file with LF line ends.',
    quote:
      'The value of `{key}` is not valid YAML, and Claude Code cannot repair it: {outcome}. Put the value in quotes.',
  },
  examples: {
    invalid: [
      {
        message: 'crlf',
        text: '---\r\nname: reviewer\r\ndescription: ⟦Reviews. Examples include: diffs⟧\r\n---\r\nReview.\r\n',
        fixed: '---\r\nname: reviewer\r\ndescription: "Reviews. Examples include: diffs"\r\n---\r\nReview.\r\n',
      },
      {
        message: 'quote',
        text: '---\nname: reviewer\ndescription: ⟦Reviews the following:⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: "Reviews the following:"\n---\nReview.\n',
      },
      {
        message: 'plugin',
        path: 'plugin/agents/example.md',
        text: '---\nname: reviewer\ndescription: Reviews code\n  Note⟦:⟧ carefully\n---\nReview.\n',
      },
      {
        message: 'project',
        text: '---\nname: reviewer\ndescription: Reviews code\n  Note⟦:⟧ carefully\n---\nReview.\n',
      },
    ],
    valid: [
      { text: '---\nname: reviewer\ndescription: "Reviews. Examples include: diffs"\n---\nReview.\n' },
      { text: '---\nname: reviewer\ndescription: Reviews. Examples include: diffs\n---\nReview.\n' },
    ],
  },
  check({ document, scope, load, report }) {
    const { error, state } = load.reading;
    if (state !== 'unreadable' || !error) return;
    const stem = fileStem(document.uri);
    const outcome =
      scope === 'plugin'
        ? `the agent loads as \`${stem}\` with every field lost, so it has all tools`
        : 'the agent will not load';
    const values = valuesToQuote(document);
    for (const { key, span } of values) {
      const crlf = document.text.charAt(span.end) === '\r' && !slice(document.text, span).endsWith(':');
      report(crlf ? 'crlf' : 'quote', span, { values: { key, outcome }, fixes: [readableValueFix(document, span)] });
    }
    if (values.length > 0) return;
    report(scope === 'plugin' ? 'plugin' : 'project', error.span, {
      values: { error: error.message, stem },
    });
  },
});
