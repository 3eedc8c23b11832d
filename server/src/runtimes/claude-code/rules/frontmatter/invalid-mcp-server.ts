// Reports entries of `mcpServers` that Claude Code skips, and values that are not a list.

import { describeValue } from '../../../../model/describeValue.ts';
import type { Fix } from '../../../../model/problem.ts';
import { withEdits } from '../../../../rules/harmless.ts';
import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { entryOf } from '../../../entries.ts';
import type { IndexedReport } from '../../../indexed.ts';
import { documented, measured, measuredOnProjects } from '../../evidence.ts';
import { readServers } from '../../mcpServers.ts';
import { isMeantAsServers, serverListFix } from '../support/serverList.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\nmcpServers:\n';

export default defineRule({
  code: 'frontmatter/invalid-mcp-server',
  severity: 'warning',
  summary: 'Claude Code skips an entry of `mcpServers`, or the whole field.',
  rationale:
    'Each entry is either the name of a configured server or a mapping with one key: `name: {…}`. Claude Code skips any other entry with a debug message and loads the agent without it. If the field is a mapping of servers, as in `.mcp.json`, or a string, it adds no server at all.',
  evidence: [
    documented('a list of names or inline definitions'),
    measured('"has invalid mcpServers item": `- 1`, `type: foo`, `{name: x, command: y}`'),
    measuredOnProjects(
      'a map or a string adds no server, in a trusted folder too; a map with two servers adds neither',
    ),
  ],
  messages: {
    'not-a-list': '`mcpServers` is {what}, so Claude Code adds no server. Write a list.',
    item: 'Claude Code skips this server, because the entry is {what}. Write a server name or `name: {…}`.',
    keys: 'Claude Code skips this server, because an entry has exactly one key: its name, with the configuration below it. Write `- {name}:` and indent the rest.',
    type: 'Claude Code skips this server, because `{type}` is not a server type. Use `stdio`, `http`, `sse`, or `ws`.',
    missing: 'Claude Code skips this server, because a server of type `{type}` needs `{needed}`. Add it.',
  },
  examples: {
    invalid: [
      {
        message: 'not-a-list',
        text: `${HEAD}  ⟦docs:\n    command: docs-server\n    args: [--stdio]\n  github:\n    type: http\n    url: https://example.com⟧\n---\nReview.\n`,
        fixed: `${HEAD}  - docs:\n      command: docs-server\n      args: [--stdio]\n  - github:\n      type: http\n      url: https://example.com\n---\nReview.\n`,
      },
      {
        message: 'not-a-list',
        text: '---\nname: reviewer\ndescription: Reviews code\nmcpServers: ⟦github, docs⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmcpServers: [github, docs]\n---\nReview.\n',
      },
      {
        message: 'not-a-list',
        text: '---\nname: reviewer\ndescription: Reviews code\nmcpServers: ⟦{docs: {command: docs-server}}⟧\n---\nReview.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews code\nmcpServers: [{docs: {command: docs-server}}]\n---\nReview.\n',
      },
      { message: 'item', text: `${HEAD}  - ⟦1⟧\n---\nReview.\n` },
      { message: 'keys', text: `${HEAD}  - ⟦name: docs\n    command: docs-server⟧\n---\nReview.\n` },
      { message: 'type', text: `${HEAD}  - docs:\n      type: ⟦foo⟧\n---\nReview.\n` },
      { message: 'missing', text: `${HEAD}  - ⟦docs⟧:\n      type: http\n---\nReview.\n` },
    ],
    valid: [
      { text: `${HEAD}  - github\n  - docs:\n      command: docs-server\n---\nReview.\n` },
      { text: `${HEAD}  - docs: {type: sse, url: https://example.com}\n---\nReview.\n` },
    ],
  },
  check(context) {
    const { document, scope, load, report } = context;
    const entry = entryOf(load.reading, 'mcpServers');
    if (!entry || scope === 'plugin') return;
    for (const fault of readServers(entry).faults) {
      if (fault.kind === 'item') {
        report('item', fault.span, { values: { what: fault.node?.kind === 'sequence' ? 'a list' : 'neither' } });
      } else {
        const { kind, span, ...values } = fault;
        report(kind, span, { values });
      }
    }
    if (!isMeantAsServers(entry)) return;
    const fix = certainly(context, serverListFix(document, entry));
    report('not-a-list', entry.valueSpan, { values: { what: describeValue(entry.value) }, fixes: [fix] });
  },
});

/** The fix, if Claude Code then accepts every server in the list and reads the same fields as before. */
function certainly({ document, runtime, scope, session, load }: RuleContext<string>, fix: Fix | undefined) {
  if (!fix) return undefined;
  const after = runtime.load(withEdits(document, fix.edits), { scope, session });
  const { entries, faults } = readServers(entryOf(after.reading, 'mcpServers'));
  const keys = (report: IndexedReport): string => report.reading.entries.map(({ key }) => key).join('\n');
  return entries.length > 0 && faults.length === 0 && keys(after) === keys(load) ? fix : undefined;
}
