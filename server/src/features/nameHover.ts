// Hover on a name: the agent, skill, or MCP server it refers to.
import type { Hover } from 'vscode-languageserver-types';
import type { KnownAgent, KnownSkill } from '../rules/workspaceView.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';
import { plainText } from './plainText.ts';
import { toRange } from './range.ts';
import { type Surroundings, targetAt } from './target.ts';

/** Descriptions can be pages long. */
const LONGEST_DESCRIPTION = 600;

/** Null if the cursor is not on the name of something else. */
export function nameHover(around: Surroundings, offset: number): Hover | null {
  const { document, index } = around;
  const target = targetAt(around, offset);
  const markdown =
    target?.kind === 'agent' && !target.own
      ? agentMarkdown(target.agent, index)
      : target?.kind === 'skill'
        ? target.skills.map((skill) => skillMarkdown(skill, index)).join('\n\n---\n\n')
        : target?.kind === 'server'
          ? target.servers
              .map(({ name, uri }) => `MCP server **${plainText(name)}** · ${shown(uri, index)}`)
              .join('\n\n')
          : null;
  if (!target || markdown === null) return null;
  return { contents: { kind: 'markdown', value: markdown }, range: toRange(document, target.span) };
}

function agentMarkdown(agent: KnownAgent, index: AgentIndex): string {
  const title = `Agent **${plainText(agent.id)}** · ${shown(agent.uri, index)}`;
  const note = agent.loads ? null : 'This agent does not load because its file has an error.';
  return [title, note, described(agent.description)].filter((part) => part !== null).join('\n\n');
}

function skillMarkdown(skill: KnownSkill, index: AgentIndex): string {
  const title = `Skill **${plainText(skill.id)}** · ${shown(skill.uri, index)}`;
  return [title, described(skill.description)].filter((part) => part !== null).join('\n\n');
}

function described(description: string | null): string | null {
  if (description === null || description.trim() === '') return null;
  const cut = description.length > LONGEST_DESCRIPTION ? `${description.slice(0, LONGEST_DESCRIPTION)}…` : description;
  return plainText(cut);
}

function shown(uri: string, index: AgentIndex): string {
  return plainText(index.shownPath(uri));
}
