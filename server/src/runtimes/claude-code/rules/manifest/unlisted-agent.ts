// manifest/unlisted-agent: agents in the folder `agents` that the manifest's list leaves out.

import { measuredOnProjects } from '../../evidence.ts';
import { defineManifestRule } from '../manifestRule.ts';
import { addPaths, DEFAULT_FOLDER, unnamedIn } from '../support/manifestPaths.ts';

const agent = (name: string): string => `---\nname: ${name}\ndescription: Does ${name}\n---\nDo.\n`;
const AGENTS = { 'kit/agents/a.md': agent('a'), 'kit/agents/b.md': agent('b') };

const MOST_NAMED = 3;

export default defineManifestRule({
  code: 'manifest/unlisted-agent',
  severity: 'warning',
  summary: 'Agents in the folder `agents` that the manifest does not name.',
  rationale:
    'An `agents` field in the manifest replaces the default folder `agents`: Claude Code silently skips every file in the folder that the field does not list. An empty list leaves all of them out. Files that do not look like agents are not reported.',
  evidence: [measuredOnProjects('`["./agents/a.md"]` loads a and no other file of `agents/`; `[]` loads none')],
  messages: {
    unlisted: '`agents` replaces the default folder, so Claude Code does not load {files}. List every agent here.',
    many: '`agents` replaces the default folder, so Claude Code does not load {count} agents in it, such as `{file}`. List every agent here.',
  },
  examples: {
    invalid: [
      {
        message: 'unlisted',
        text: '{ "name": "kit", ⟦"agents"⟧: ["./agents/a.md"] }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": ["./agents/a.md", "./agents/b.md"] }\n',
      },
      {
        message: 'unlisted',
        text: '{ "name": "kit", ⟦"agents"⟧: "./agents/a.md" }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": ["./agents/a.md", "./agents/b.md"] }\n',
      },
      {
        message: 'unlisted',
        text: '{ "name": "kit", ⟦"agents"⟧: [] }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": ["./agents/a.md", "./agents/b.md"] }\n',
      },
      {
        message: 'many',
        text: '{ "name": "kit", ⟦"agents"⟧: ["./agents/a.md"] }\n',
        workspace: {
          ...AGENTS,
          'kit/agents/c.md': agent('c'),
          'kit/agents/d.md': agent('d'),
          'kit/agents/e.md': agent('e'),
        },
        fixed:
          '{ "name": "kit", "agents": ["./agents/a.md", "./agents/b.md", "./agents/c.md", "./agents/d.md", "./agents/e.md"] }\n',
      },
    ],
    valid: [
      { text: '{ "name": "kit", "agents": ["./agents/b.md", "./agents/a.md"] }\n', workspace: AGENTS },
      { text: '{ "name": "kit" }\n', workspace: AGENTS },
      {
        text: '{ "name": "kit", "agents": ["./agents/a.md"] }\n',
        workspace: { 'kit/agents/a.md': agent('a'), 'kit/agents/README.md': '# The agents\n' },
      },
      // The plugin does not load at all, which another rule reports.
      { text: '{ "name": "kit", "agents": ["agents/a.md"] }\n', workspace: AGENTS },
    ],
  },
  check({ document, manifest: { fields, refusal }, plugin, report }) {
    const agents = fields.get('agents');
    const agentFiles = refusal === null && agents ? plugin.agentFiles() : null;
    if (!agents || agentFiles === null) return;
    const named = new Set(agents.paths.map(({ path }) => plugin.normalized(path)));
    const unlisted = unnamedIn(DEFAULT_FOLDER, agentFiles, named);
    if (unlisted.length === 0) return;
    const title = unlisted.length === 1 ? `Add \`${unlisted[0]}\`` : `Add the ${unlisted.length} files`;
    const fixes = [{ title, kind: 'suggestion', edits: [addPaths(document, agents, unlisted)] } as const];
    const [file = ''] = unlisted;
    if (unlisted.length > MOST_NAMED) {
      report('many', agents.property.keySpan, { values: { count: unlisted.length, file }, fixes });
    } else report('unlisted', agents.property.keySpan, { values: { files: unlisted }, fixes });
  },
});
