// manifest/missing-file: a path of a manifest that leads to nothing in the plugin.

import type { JsonObject } from '../../../../model/json.ts';
import type { Fix } from '../../../../model/problem.ts';
import type { PluginView } from '../../../../rules/jsonViews.ts';
import { measuredOnProjects } from '../../evidence.ts';
import type { ReadField, WrittenPath } from '../../manifest.ts';
import { defineManifestRule } from '../manifestRule.ts';
import { nearestFile, removePath, replacePath, unnamedIn } from '../support/manifestPaths.ts';

const agent = (name: string): string => `---\nname: ${name}\ndescription: Does ${name}\n---\nDo.\n`;
const AGENTS = { 'kit/agents/reviewer.md': agent('reviewer'), 'kit/agents/tester.md': agent('tester') };

export default defineManifestRule({
  code: 'manifest/missing-file',
  severity: 'error',
  summary: 'A path in a manifest that does not exist.',
  rationale:
    'Claude Code reports "Path not found" in `/plugin` and loads the rest of the plugin. It does not expand `*` and does not follow paths out of the plugin.',
  evidence: [
    measuredOnProjects('"path-not-found: Path not found: …/agents/zz.md (agents)"; the other agents load'),
    measuredOnProjects('"path-traversal: Path escapes plugin directory: ./../out.md (agents)"'),
  ],
  messages: {
    missing: 'Claude Code cannot find `{path}` and skips it with an error.',
    pattern: 'Claude Code does not expand `*`, so it finds no `{path}`. List each file.',
    outside: '`{path}` is outside the plugin. Claude Code skips it with an error.',
  },
  examples: {
    invalid: [
      {
        message: 'missing',
        text: '{ "name": "kit", "agents": ["./agents/reviewer.md", ⟦"./agents/testr.md"⟧] }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": ["./agents/reviewer.md", "./agents/tester.md"] }\n',
      },
      {
        message: 'missing',
        text: '{\n  "name": "kit",\n  "commands": ⟦"./cmd"⟧\n}\n',
        workspace: AGENTS,
        fixed: '{\n  "name": "kit"\n}\n',
      },
      {
        message: 'pattern',
        text: '{ "name": "kit", "agents": [⟦"./agents/*.md"⟧] }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": ["./agents/reviewer.md", "./agents/tester.md"] }\n',
      },
      {
        message: 'outside',
        text: '{ "name": "kit", "agents": ["./agents/reviewer.md", "./agents/tester.md", ⟦"./../shared/lead.md"⟧] }\n',
        workspace: { ...AGENTS, 'shared/lead.md': agent('lead') },
        fixed: '{ "name": "kit", "agents": ["./agents/reviewer.md", "./agents/tester.md"] }\n',
      },
    ],
    valid: [
      {
        text: '{ "name": "kit", "agents": ["./agents/reviewer.md", "./agents/../agents/tester.md"] }\n',
        workspace: AGENTS,
      },
      {
        text: '{ "name": "kit", "commands": ["./cmd"], "hooks": "./hooks.json" }\n',
        files: ['kit/cmd/a.md', 'kit/hooks.json'],
      },
      { text: '{ "name": "kit", "mcpServers": "https://example.com/db.mcpb" }\n' },
    ],
  },
  check({ manifest: { root, fields }, plugin, report }) {
    for (const read of root ? fields.values() : []) {
      for (const written of read.paths) {
        if (!root || written.fault !== null || isFetched(read, written)) continue;
        const kind = plugin.kindOf(written.path);
        if (kind !== 'missing' && kind !== 'outside') continue;
        const message = kind === 'outside' ? 'outside' : written.path.includes('*') ? 'pattern' : 'missing';
        report(message, written.span, { values: { path: written.path }, fixes: fixesOf(root, read, written, plugin) });
      }
    }
  },
});

/** It may be a URL. */
function isFetched({ field }: ReadField, { path }: WrittenPath): boolean {
  return field.paths?.alsoElsewhere?.some((ending) => path.endsWith(ending)) === true;
}

function fixesOf(root: JsonObject, read: ReadField, written: WrittenPath, plugin: PluginView): Fix[] {
  const better = read.key === 'agents' ? meantFiles(read, written, plugin) : [];
  const title = better.length === 1 ? `Change to \`${better[0]}\`` : `List the ${better.length} agent files`;
  const change: Fix = { title, kind: 'suggestion', edits: [replacePath(read, written, better)] };
  const remove: Fix = { title: 'Remove this entry', kind: 'suggestion', edits: [removePath(root, read, written)] };
  return better.length > 0 ? [change, remove] : [remove];
}

function meantFiles({ paths }: ReadField, { path }: WrittenPath, plugin: PluginView): readonly string[] {
  const named = new Set(paths.map((each) => plugin.normalized(each.path)));
  const agentFiles = plugin.agentFiles() ?? [];
  if (path.includes('*')) {
    const folder = plugin.normalized(path.slice(0, path.indexOf('*')).replace(/[^/]*$/, ''));
    return folder === null ? [] : unnamedIn(folder, agentFiles, named);
  }
  const near = nearestFile(
    plugin.normalized(path) ?? path,
    agentFiles.filter((file) => !named.has(file)),
  );
  return near === undefined ? [] : [near];
}
