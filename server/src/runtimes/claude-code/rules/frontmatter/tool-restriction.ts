// Reports `Tool(…)`, which does not restrict the tool in an agent's lists.

import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { documented, measured } from '../../evidence.ts';
import { canonicalTool, toolMentions } from '../../toolList.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/tool-restriction',
  severity: 'warning',
  summary: 'A restriction in parentheses after a tool has no effect in an agent’s lists.',
  rationale:
    '`tools: Bash(git:*)` grants all of Bash, and `disallowedTools: Bash(git push *)` removes all of it (and Monitor with it). Restrictions belong in permission rules or a `PreToolUse` hook. `Agent(a, b)` counts only if the agent is the main session.',
  evidence: [
    documented('a specifier in disallowedTools removes the whole tool'),
    measured('`Bash(git:*)`, `Edit(src/**)` and `Skill(foo)` give the whole tool'),
  ],
  messages: {
    granted:
      'The parentheses restrict nothing here: the agent gets **all** of `{tool}`. Use permission rules or a PreToolUse hook.',
    removed:
      'The parentheses limit nothing here: this removes **all** of `{tool}`. Use permission rules or a PreToolUse hook.',
    agents: {
      text: 'This list of agents counts only if the agent is the main session (`--agent`); as a subagent it may start any agent.',
      severity: 'information',
    },
  },
  examples: {
    invalid: [
      {
        message: 'granted',
        text: `${HEAD}tools: Read, Bash⟦(git:*)⟧\n---\nReview.\n`,
        fixed: `${HEAD}tools: Read, Bash\n---\nReview.\n`,
      },
      {
        message: 'removed',
        text: `${HEAD}disallowedTools: Bash⟦(git push *)⟧\n---\nReview.\n`,
        fixed: `${HEAD}disallowedTools: Bash\n---\nReview.\n`,
      },
      {
        message: 'agents',
        text: `${HEAD}tools: Agent⟦(tester, writer)⟧\n---\nReview.\n`,
        fixed: `${HEAD}tools: Agent\n---\nReview.\n`,
      },
    ],
    valid: [{ text: `${HEAD}tools: Read, Bash\ndisallowedTools: Write\n---\nReview.\n` }],
  },
  check({ document, load, report }) {
    for (const { key, value, overridden } of load.reading.entries) {
      if (overridden || (key !== 'tools' && key !== 'disallowedTools')) continue;
      for (const { name, spec, span } of toolMentions(document.text, value)) {
        const tool = canonicalTool(name);
        if (spec === null || !tool) continue;
        const restriction = { start: span.start + name.length, end: span.end };
        const fix = { title: 'Remove the restriction', kind: 'suggestion', edits: [replace(restriction, '')] } as const;
        const message = key === 'disallowedTools' ? 'removed' : tool === 'Agent' ? 'agents' : 'granted';
        report(message, restriction, { values: { tool: name }, fixes: [fix] });
      }
    }
  },
});
