// Workspaces made of one thing many times over, as `constructs.ts` makes files.

export interface Crowd {
  readonly name: string;
  /** Texts by path; every `.md` in a folder `agents` is an agent. */
  make(count: number): Readonly<Record<string, string>>;
}

/** All numbers are of one length, so that twice as many are just twice as much. */
const FIRST = 100_000;
const LONG = 'Reviews pull requests for correctness, style, security and missing tests before they are merged';

export const CROWDS: readonly Crowd[] = [
  crowd('agents of one folder', (at) => ({ [pathOf(at)]: agent(`agent-${at}`, `Does work ${at}`) })),
  crowd('agents of one name', (at) => ({ [pathOf(at)]: agent('reviewer', `Does work ${at}`) })),
  crowd('agents whose names look alike', (at) => ({ [pathOf(at)]: agent(`review_er${at % 2 ? '-' : '_'}${at}`, 'R') })),
  crowd('agents with one description', (at) => ({ [pathOf(at)]: agent(`agent-${at}`, LONG) })),
  crowd('agents that delegate in a circle', (at) => ({
    [pathOf(at)]: agent(`agent-${at}`, `Does work ${at}`, `Always delegate to the \`agent-${at + 1}\` agent.`),
  })),
  crowd('agents that all speak of one', (at) => ({
    [pathOf(at)]: agent(`agent-${at}`, `Does work ${at}`, 'Ask the `agent-100000` agent, or the `nobody` agent.'),
  })),
  crowd('skills', (at) => ({
    [`.claude/skills/skill-${at}/SKILL.md`]: `---\nname: skill-${at}\ndescription: Does ${at}\n---\n`,
    [pathOf(at)]: agent(`agent-${at}`, `Does ${at}`, 'Review.', `skills: skill-${at}, skil-${at}\n`),
  })),
  crowd('plugins', (at) => ({
    [`kit-${at}/.claude-plugin/plugin.json`]: `{"name": "kit-${at}"}`,
    [`kit-${at}/agents/a.md`]: agent(`agent-${at}`, `Does ${at}`, `Ask \`kit-${at - 1}:agent-${at - 1}\` first.`),
  })),
  crowd('servers', (at) => ({
    [`app-${at}/.mcp.json`]: `{"mcpServers": {"server-${at}": {"command": "run"}}}`,
    [`app-${at}/.claude/agents/a.md`]: agent(`agent-${at}`, `Does ${at}`, 'Review.', `tools: mcp__server-${at}__x\n`),
  })),
];

function crowd(name: string, filesOf: (at: number) => Readonly<Record<string, string>>): Crowd {
  return {
    name,
    make: (count) => Object.assign({}, ...Array.from({ length: count }, (_, at) => filesOf(FIRST + at))),
  };
}

function pathOf(at: number): string {
  return `.claude/agents/a${at}.md`;
}

function agent(name: string, description: string, body = 'Review.', fields = ''): string {
  return `---\nname: ${name}\ndescription: ${description}\n${fields}---\n${body}\n`;
}
