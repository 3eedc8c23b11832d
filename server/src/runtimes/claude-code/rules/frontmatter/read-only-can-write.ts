// Reports agents that claim to be read-only but have tools that change files.

import { plainValue } from '../../../../model/plain.ts';
import type { Fix } from '../../../../model/problem.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { insertFieldFix } from '../../../../rules/insertion.ts';
import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { entryOf } from '../../../entries.ts';
import type { IndexedReport } from '../../../indexed.ts';
import { documented, measured } from '../../evidence.ts';
import { canonicalTool, toolMentions } from '../../toolList.ts';
import { isMemoryScope } from '../../values.ts';
import { KEY_STAND_INS } from '../../vocabulary.ts';
import { readOnlyClaim, writesSomething } from '../support/readOnlyClaim.ts';
import { removeToolFix } from '../support/toolList.ts';

const WRITERS = ['Write', 'Edit', 'NotebookEdit'];

export default defineRule({
  code: 'frontmatter/read-only-can-write',
  severity: 'information',
  summary: 'An agent that describes itself as read-only can change files.',
  rationale:
    'Words do not restrict an agent; its tool list does. An agent that calls itself read-only or says that it never changes files, but has Write, Edit, or NotebookEdit, may change files anyway, and whoever delegates to it trusts the words. Only clear statements about the agent itself count: in its name, its description, or the first lines of its body. Agentwright reports nothing if the prompt has the agent write something (a report, a plan), or if a `PreToolUse` hook, a memory, or `permissionMode: plan` is set. Bash can change files too, but reading commands need it.',
  evidence: [
    documented('limit an agent to reading by its tools; without `tools` it inherits all of them'),
    measured('the tools an agent gets are those of its list, whatever its text says'),
  ],
  messages: {
    listed:
      'The agent describes itself as “{words}”, but `tools` includes `{tool}`, which changes files. Remove the tool or change the wording.',
    inherited:
      'The agent describes itself as “{words}”, but it inherits every tool of the session, including Write and Edit. Add `disallowedTools: Write, Edit, NotebookEdit`, or list the tools it needs in `tools`.',
  },
  examples: {
    invalid: [
      {
        message: 'listed',
        text: '---\nname: auditor\ndescription: Read-only security auditor. Use before a release.\ntools: Read, ⟦Edit⟧, Grep\n---\n\nFind weak spots.\n',
        fixed:
          '---\nname: auditor\ndescription: Read-only security auditor. Use before a release.\ntools: Read, Grep\n---\n\nFind weak spots.\n',
      },
      {
        message: 'listed',
        text: '---\nname: reviewer\ndescription: Reviews code — never modifies files.\ntools:\n  - Read\n  - ⟦Write⟧\n  - Grep\n---\n\nReview the diff.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews code — never modifies files.\ntools:\n  - Read\n  - Grep\n---\n\nReview the diff.\n',
      },
      {
        message: 'listed',
        text: '---\nname: readonly-reviewer\ndescription: Reviews code\ntools: ["⟦NotebookEdit⟧", "Read"]\n---\n\nReview the diff.\n',
        fixed: '---\nname: readonly-reviewer\ndescription: Reviews code\ntools: ["Read"]\n---\n\nReview the diff.\n',
      },
      {
        message: 'inherited',
        text: '---\nname: reviewer\ndescription: Reviews code\n---\n\n# Reviewer\n\n⟦You are a read-only reviewer⟧ of pull requests.\n',
        fixed:
          '---\nname: reviewer\ndescription: Reviews code\ndisallowedTools: Write, Edit, NotebookEdit\n---\n\n# Reviewer\n\nYou are a read-only reviewer of pull requests.\n',
      },
      {
        message: 'inherited',
        text: '---\nname: researcher\ndescription: "Searches the web and the code. ⟦Read-only⟧ — never modifies files."\n---\n\nSearch.\n',
        fixed:
          '---\nname: researcher\ndescription: "Searches the web and the code. Read-only — never modifies files."\ndisallowedTools: Write, Edit, NotebookEdit\n---\n\nSearch.\n',
      },
    ],
    valid: [
      {
        text: '---\nname: auditor\ndescription: Read-only security auditor\ntools: Read, Grep, Bash\n---\n\nFind weak spots.\n',
      },
      {
        text: '---\nname: dba\ndescription: Tunes read-only replicas. Read-only database access needs a role.\ntools: Read, Edit\n---\n\nYou are a database expert. Connections are read-only.\n',
      },
      {
        text: '---\nname: helper\ndescription: Works in read-only mode when asked to. Never modifies files unless told.\ntools: Read, Edit\n---\n\nHelp.\n',
      },
      {
        text: '---\nname: auditor\ndescription: Read-only auditor\ntools: Read, Write\n---\n\nSave your findings to `reports/audit.md`.\n',
      },
      {
        text: '---\nname: documenter\ndescription: Writes pages about the code. Never modifies code.\ntools: Read, Write\n---\n\nWrite the pages.\n',
      },
      {
        text: '---\nname: auditor\ndescription: Read-only auditor\ndisallowedTools: Write, Edit\n---\n\nFind weak spots.\n',
      },
      {
        text: '---\nname: auditor\ndescription: Read-only auditor\ntools: Read\nmemory: user\n---\n\nFind weak spots.\n',
      },
      {
        text: '---\nname: auditor\ndescription: Read-only auditor\npermissionMode: plan\n---\n\nFind weak spots.\n',
      },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    const inherits = load.tools === 'inherit';
    const writers = inherits ? [] : listedWriters(context);
    if (inherits ? load.deniedTools.some((tool) => WRITERS.includes(tool)) : writers.length === 0) return;
    if (isGuarded(load)) return;
    const claim = readOnlyClaim(document, load);
    if (!claim || writesSomething(document, load, inherits)) return;
    const words = slice(document.text, claim).replace(/[\s*"]+/g, ' ');
    if (inherits) {
      report('inherited', claim, { values: { words }, fixes: [denyFix(context)] });
      return;
    }
    for (const { tool, span, fix } of writers) report('listed', span, { values: { words, tool }, fixes: [fix] });
  },
});

interface Writer {
  readonly tool: string;
  readonly span: Span;
  readonly fix: Fix | undefined;
}

/** A restriction in parentheses has no effect but shows the author's intent; another rule reports it. */
function listedWriters(context: RuleContext<string>): Writer[] {
  const { document, load } = context;
  const entry = entryOf(load.reading, 'tools');
  if (!entry || load.tools === 'inherit') return [];
  const { tools } = load;
  const mentions = toolMentions(document.text, entry.value).filter(({ name, spec }) => {
    const tool = canonicalTool(name);
    return tool !== null && spec === null && WRITERS.includes(tool) && tools.includes(tool);
  });
  return mentions.map((mention) => ({
    tool: mention.name,
    span: mention.span,
    fix: removeToolFix(context, entry, mention),
  }));
}

/** Something other than its tools keeps the agent from writing or requires it to write, or its tool list is misspelled. */
function isGuarded({ reading, as }: IndexedReport): boolean {
  const value = (key: string) => plainValue(entryOf(reading, key)?.value ?? null);
  return (
    (reading.state !== 'read' && reading.state !== 'repaired') ||
    isMemoryScope(value('memory')) ||
    (as === 'project' && (value('permissionMode') === 'plan' || entryOf(reading, 'hooks') !== undefined)) ||
    reading.entries.some(({ key }) => ['tools', 'disallowedTools'].includes(KEY_STAND_INS[key] ?? ''))
  );
}

function denyFix(context: RuleContext<string>): Fix | undefined {
  if (entryOf(context.load.reading, 'disallowedTools')) return undefined;
  const fix = insertFieldFix(context.document, 'disallowedTools', WRITERS.join(', '), { after: 'description' });
  return harmless(context, fix && { ...fix, title: 'Disallow Write, Edit, and NotebookEdit' });
}
