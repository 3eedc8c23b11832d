// manifest/agents-folder: `agents` names a folder, and takes only files.

import type { JsonObject } from '../../../../model/json.ts';
import { removeProperty } from '../../../../model/jsonEdits.ts';
import type { Fix } from '../../../../model/problem.ts';
import type { PluginView } from '../../../../rules/jsonViews.ts';
import { measuredOnProjects, reported } from '../../evidence.ts';
import type { ReadField, WrittenPath } from '../../manifest.ts';
import { defineManifestRule } from '../manifestRule.ts';
import { DEFAULT_FOLDER, removePath, replacePath, unnamedIn } from '../support/manifestPaths.ts';

const agent = (name: string): string => `---\nname: ${name}\ndescription: Does ${name}\n---\nDo.\n`;
const AGENTS = { 'kit/agents/a.md': agent('a'), 'kit/agents/qa/b.md': agent('b') };

export default defineManifestRule({
  code: 'manifest/agents-folder',
  severity: 'error',
  summary: 'A folder in the `agents` of a manifest.',
  rationale:
    'Unlike `commands` and `skills`, `agents` takes Markdown files and no folders. One folder, even the default one, keeps the whole plugin from loading. The default folder `agents` needs no entry: without an `agents` field, Claude Code reads it and its subfolders.',
  evidence: [
    measuredOnProjects(
      '`"./agents/"` and `["./agents"]`: "Validation errors: agents: Invalid string: must end with ".md""',
    ),
    reported('published plugins that do not install because of it', 44777),
  ],
  messages: {
    default:
      '`{path}` is a folder, and `agents` takes only files, so Claude Code does not load the plugin. Remove `agents`: Claude Code reads this folder by default.',
    other:
      '`{path}` is a folder, and `agents` takes only files, so Claude Code does not load the plugin. List the files instead.',
  },
  examples: {
    invalid: [
      {
        message: 'default',
        text: '{\n  "name": "kit",\n  "agents": ⟦"./agents/"⟧\n}\n',
        workspace: AGENTS,
        fixed: '{\n  "name": "kit"\n}\n',
      },
      {
        message: 'default',
        text: '{ "name": "kit", "agents": [⟦"agents"⟧] }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit" }\n',
      },
      {
        message: 'other',
        text: '{ "name": "kit", "agents": ["./agents/a.md", ⟦"./prompts"⟧] }\n',
        workspace: { ...AGENTS, 'kit/prompts/c.md': agent('c'), 'kit/prompts/d.md': agent('d') },
        fixed: '{ "name": "kit", "agents": ["./agents/a.md", "./prompts/c.md", "./prompts/d.md"] }\n',
      },
      {
        message: 'other',
        text: '{ "name": "kit", "agents": ⟦"./agents/qa"⟧ }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": "./agents/qa/b.md" }\n',
      },
    ],
    valid: [
      { text: '{ "name": "kit", "agents": ["./agents/a.md", "./agents/qa/b.md"] }\n', workspace: AGENTS },
      { text: '{ "name": "kit", "commands": "./commands/", "skills": ["./skills"] }\n' },
      { text: '{ "name": "kit" }\n', workspace: AGENTS },
    ],
  },
  check({ manifest: { root, fields }, plugin, report }) {
    const agents = fields.get('agents');
    for (const written of agents && root ? agents.paths : []) {
      if (!agents || !root || !isFolder(written, plugin)) continue;
      const isAll = agents.paths.length === 1 && plugin.normalized(written.path) === DEFAULT_FOLDER;
      const fixes = [isAll ? removeField(root) : listFiles(agents, written, root, plugin)];
      report(isAll ? 'default' : 'other', written.span, { values: { path: written.path }, fixes });
    }
  },
});

/** Decided by what is there, or if nothing is, by how the path is written. */
export function isFolder({ path, fault }: WrittenPath, plugin: PluginView): boolean {
  if (fault === null || path === '' || path.endsWith('.md')) return false;
  const kind = plugin.kindOf(path);
  if (kind === 'file') return false;
  return kind === 'folder' || path.endsWith('/') || !/\.\w+$/.test(path);
}

function removeField(root: JsonObject): Fix {
  return { title: 'Remove `agents`', kind: 'safe', edits: [removeProperty(root, 'agents')] };
}

function listFiles(agents: ReadField, written: WrittenPath, root: JsonObject, plugin: PluginView): Fix | undefined {
  const agentFiles = plugin.agentFiles();
  const folder = plugin.normalized(written.path);
  if (agentFiles === null || folder === null) return undefined;
  const named = new Set(agents.paths.map(({ path }) => plugin.normalized(path)));
  const files = unnamedIn(folder, agentFiles, named);
  if (files.length === 0) {
    return { title: 'Remove this entry', kind: 'suggestion', edits: [removePath(root, agents, written)] };
  }
  const title = files.length === 1 ? `Change to \`${files[0]}\`` : `List its ${files.length} agent files`;
  return { title, kind: 'suggestion', edits: [replacePath(agents, written, files)] };
}
