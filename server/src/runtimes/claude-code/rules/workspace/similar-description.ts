// Reports descriptions so similar that they do not distinguish the agents.
import { defineRule } from '../../../../rules/rule.ts';
import type { KnownAgent } from '../../../../rules/workspaceView.ts';
import { documented } from '../../evidence.ts';
import { ownDescriptionSpan } from '../support/neighbours.ts';

const LONG = 'Reviews pull requests for correctness, style, security holes and missing tests before merging';

export default defineRule({
  code: 'workspace/similar-description',
  severity: 'information',
  summary: 'Another agent has nearly the same description.',
  rationale:
    'Claude Code chooses agents by their descriptions alone. If two are nearly the same, it may pick either. Agentwright reports agents that are loaded together and share at least four fifths of their words, not counting common words, unless the difference is also the difference between their names (`python-pro`, `go-pro`).',
  evidence: [documented('Claude uses each subagent’s description to decide when to delegate')],
  messages: {
    alike:
      '{percent} % of the significant words in this description also appear in that of `{other}` in `{file}`, so Claude Code may choose either agent. Say what only this one is for.',
  },
  examples: {
    invalid: [
      {
        message: 'alike',
        text: `---\nname: pr-reviewer\ndescription: ⟦${LONG}⟧\n---\nReview.\n`,
        workspace: {
          '.claude/agents/merge-gate.md': `---\nname: merge-gate\ndescription: ${LONG} anything\n---\nReview.\n`,
        },
      },
    ],
    valid: [
      {
        text: '---\nname: python-pro\ndescription: Writes idiomatic Python code with tests, types, benchmarks, packaging and documentation\n---\nWrite.\n',
        workspace: {
          '.claude/agents/go-pro.md':
            '---\nname: go-pro\ndescription: Writes idiomatic Go code with tests, types, benchmarks, packaging and documentation\n---\nWrite.\n',
        },
      },
      // One overrides the other.
      {
        text: `---\nname: pr-reviewer\ndescription: ${LONG}\n---\nReview.\n`,
        path: 'app/.claude/agents/pr-reviewer.md',
        workspace: { '.claude/agents/pr.md': `---\nname: pr-reviewer\ndescription: ${LONG}\n---\nReview.\n` },
      },
      // Not loaded together.
      {
        text: `---\nname: pr-reviewer\ndescription: ${LONG}\n---\nReview.\n`,
        path: 'a/.claude/agents/pr-reviewer.md',
        workspace: { 'b/.claude/agents/gate.md': `---\nname: gate\ndescription: ${LONG}\n---\nReview.\n` },
      },
    ],
  },
  check({ document, load, workspace, report }) {
    const own = workspace.agentAt(document.uri);
    const near =
      own &&
      workspace.similarTo(document.uri).find(({ agent }) => agent.id !== own.id && !isToldApartByName(own, agent));
    if (!near) return;
    const { agent, similarity } = near;
    report('alike', ownDescriptionSpan(document, load), {
      values: { other: agent.name, file: workspace.shownPath(agent.uri), percent: Math.floor(similarity * 100) },
      related: agent.descriptionRange
        ? [{ uri: agent.uri, range: agent.descriptionRange, message: `The description of \`${agent.name}\`` }]
        : [],
    });
  },
});

/** Each description contains a word that is part of its agent's name and missing from the other description. */
function isToldApartByName(one: KnownAgent, other: KnownAgent): boolean {
  return hasOwnWord(one, other) && hasOwnWord(other, one);
}

function hasOwnWord(agent: KnownAgent, other: KnownAgent): boolean {
  const words = wordsIn(agent.description ?? '');
  const others = wordsIn(other.description ?? '');
  return [...wordsIn(agent.name)].some((word) => words.has(word) && !others.has(word));
}

function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []);
}
