// Reports names in `tools` or `disallowedTools` that are not tools.

import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule, type RuleContext } from '../../../../rules/rule.ts';
import { nearest } from '../../../../util/similar.ts';
import { entryOf, type FieldEntry, valueOrKeySpan } from '../../../entries.ts';
import { documented, measured } from '../../evidence.ts';
import { mcpName } from '../../mcpNames.ts';
import { canonicalTool, DENIED_WITH, isForMainConversation, type ToolMention, toolMentions } from '../../toolList.ts';
import { DEAD_TOOLS, TOOL_ALIASES, TOOLS } from '../../toolNames.ts';
import { areAllUnknown } from '../support/unknownTools.ts';

const NAMES = TOOLS.map(({ value }) => value);

export default defineRule({
  code: 'frontmatter/unknown-tool',
  severity: 'warning',
  summary: 'A name in a tool list has no effect because no such tool exists.',
  rationale:
    'Tool names must match exactly, including case. Claude Code silently drops an unknown name from `tools`, so the agent lacks the tool. In `disallowedTools` the name has no effect, so the agent keeps the tool. If no name in `tools` is a tool, Claude Code refuses to start the agent.',
  evidence: [
    documented('the tool names are the exact strings used in subagent tool lists'),
    measured('unknown, lower-case and dead names give nothing; "would be spawned with zero tools — refusing"'),
  ],
  messages: {
    unknown: 'Unknown tool `{tool}`: Claude Code {effect}. Remove it, or write the exact name of a tool.',
    meant: 'Unknown tool `{tool}`: Claude Code {effect}. Did you mean `{meant}`?',
    case: 'Unknown tool `{tool}`: tool names are case-sensitive, so Claude Code {effect}. Write `{meant}`.',
    dead: 'Tool `{tool}` no longer exists: Claude Code {effect}. Remove it.',
    replaced: 'Tool `{tool}` no longer exists: Claude Code {effect}. Use `{meant}` instead.',
    malformed:
      '`{tool}` is not a valid tool name: Claude Code {effect}. Separate names with commas or spaces, and close parentheses.',
    none: {
      text: 'None of these names is a tool, so the agent would have no tools and Claude Code refuses to start it. Use exact tool names.',
      severity: 'error',
    },
    'not-removed': {
      text: 'Unknown tool `{tool}`: `disallowedTools` removes nothing, so the agent keeps the tool you meant. Write its exact name.',
    },
  },
  examples: {
    invalid: [
      {
        message: 'unknown',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: Read, ⟦Telepathy⟧\n---\nReview.\n',
      },
      {
        message: 'meant',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: Read, ⟦Grpe⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ntools: Read, Grep\n---\nReview.\n',
      },
      {
        message: 'case',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools:\n  - Read\n  - ⟦bash⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ntools:\n  - Read\n  - Bash\n---\nReview.\n',
      },
      {
        message: 'dead',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: Read, ⟦BashOutput⟧\n---\nReview.\n',
      },
      {
        message: 'replaced',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: [Read, ⟦MultiEdit⟧]\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ntools: [Read, Edit]\n---\nReview.\n',
      },
      {
        message: 'malformed',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: "⟦Read;⟧ Grep"\n---\nReview.\n',
      },
      { message: 'none', text: '---\nname: reviewer\ndescription: Reviews code\ntools: ⟦Foo⟧\n---\nReview.\n' },
      {
        message: 'not-removed',
        text: '---\nname: reviewer\ndescription: Reviews code\ndisallowedTools: ⟦Telepathy⟧\n---\nReview.\n',
      },
    ],
    valid: [
      {
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: Read, Grep, Bash(git diff *), mcp__github\n---\nReview.\n',
      },
      { text: '---\nname: reviewer\ndescription: Reviews code\ntools: Task, KillShell, Agent(a, b)\n---\nReview.\n' },
      {
        text: '---\nname: reviewer\ndescription: Reviews code\ntools: "*"\ndisallowedTools: mcp__*, Write\n---\nReview.\n',
      },
    ],
  },
  check(context) {
    const { document, load, environment, report } = context;
    for (const entry of load.reading.entries) {
      if (entry.overridden || (entry.key !== 'tools' && entry.key !== 'disallowedTools')) continue;
      const mentions = toolMentions(document.text, entry.value);
      const unknown = mentions.filter(
        ({ name, text }) =>
          // MCP names have their own rules.
          text !== '*' && !mcpName(name) && canonicalTool(name) === null && !environment.knownTools.has(name),
      );
      if (entry.key === 'tools' && areAllUnknown(context)) {
        report('none', valueOrKeySpan(entry), {
          addTo: 'knownTools',
          fixes: [fixAllNames(unknown, otherList(entry, context))],
        });
        continue;
      }
      const other = otherList(entry, context);
      for (const mention of unknown) reportMention(mention, entry.key === 'tools', other, context);
    }
  },
});

/** The tools in the other list: removed if this one grants, granted if this one removes. */
function otherList({ key }: FieldEntry, { document, load }: RuleContext<string>): ReadonlySet<string> {
  const other = entryOf(load.reading, key === 'tools' ? 'disallowedTools' : 'tools');
  const names = toolMentions(document.text, other?.value ?? null).map(({ name }) => name.toLowerCase());
  const together = [...DENIED_WITH].filter((pair) => pair.some((name) => names.includes(name.toLowerCase())));
  return new Set([...names, ...together.flat().map((name) => name.toLowerCase())]);
}

function reportMention(
  mention: ToolMention,
  grants: boolean,
  other: ReadonlySet<string>,
  { report }: RuleContext<string>,
): void {
  const meant = meantTool(mention.name);
  const message = messageFor(mention, meant, grants);
  const effect = grants ? 'drops it, so the agent cannot use it' : 'removes nothing';
  const values = { tool: mention.text, effect, ...(meant ? { meant } : {}) };
  report(message, mention.span, {
    addTo: 'knownTools',
    values,
    fixes: [meant ? renameFix(mention, meant, other) : undefined],
  });
}

function messageFor({ name, text }: ToolMention, meant: string | undefined, grants: boolean): string {
  if (Object.hasOwn(DEAD_TOOLS, name)) return meant ? 'replaced' : 'dead';
  if (meant?.toLowerCase() === name.toLowerCase()) return 'case';
  if (meant) return 'meant';
  if (!/^[A-Za-z][\w-]*$/.test(text)) return 'malformed';
  return grants ? 'unknown' : 'not-removed';
}

function meantTool(name: string): string | undefined {
  if (Object.hasOwn(DEAD_TOOLS, name)) return DEAD_TOOLS[name] ?? undefined;
  if (!/^[A-Za-z][\w-]*$/.test(name)) return undefined;
  return nearest(name, [...NAMES, ...Object.keys(TOOL_ALIASES)]);
}

/** Safe only if the two differ only in case, and the agent then gains or loses exactly the intended tool. */
function renameFix({ name, spec, span }: ToolMention, meant: string, other: ReadonlySet<string>): Fix {
  const alike = meant.toLowerCase() === name.toLowerCase();
  const certain = alike && spec === null && !other.has(meant.toLowerCase()) && !isForMainConversation(meant, false);
  const edits = [replace({ start: span.start, end: span.start + name.length }, meant)];
  return { title: `Change to \`${meant}\``, kind: certain ? 'safe' : 'suggestion', edits };
}

/** A single fix for a list in which every name is wrong but has a likely meaning. */
function fixAllNames(mentions: readonly ToolMention[], other: ReadonlySet<string>): Fix | undefined {
  const renames = mentions.map((mention) => ({ mention, meant: meantTool(mention.name) }));
  const fixes = renames.flatMap(({ mention, meant }) => (meant ? [renameFix(mention, meant, other)] : []));
  if (fixes.length < mentions.length) return undefined;
  const kind = fixes.every((fix) => fix.kind === 'safe') ? 'safe' : 'suggestion';
  return { title: 'Correct all tool names', kind, edits: fixes.flatMap((fix) => fix.edits) };
}
