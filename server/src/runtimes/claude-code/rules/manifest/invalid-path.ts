// manifest/invalid-path: a path of a manifest that Claude Code refuses by how it is written.

import type { Fix } from '../../../../model/problem.ts';
import type { PluginView } from '../../../../rules/jsonViews.ts';
import { measuredOnProjects } from '../../evidence.ts';
import type { ReadField, WrittenPath } from '../../manifest.ts';
import { defineManifestRule } from '../manifestRule.ts';
import { replacePath } from '../support/manifestPaths.ts';
import { isFolder } from './agents-folder.ts';

const AGENTS = { 'kit/agents/a.md': '---\nname: a\ndescription: Does a\n---\nDo.\n' };

export default defineManifestRule({
  code: 'manifest/invalid-path',
  severity: 'error',
  summary: 'A path in a manifest that does not start with `./` or ends the wrong way.',
  rationale:
    'Every path in a manifest starts with `./`, relative to the plugin. Agent files end in `.md`; files for hooks, servers and monitors end in `.json`. One path that breaks these rules keeps the whole plugin from loading.',
  evidence: [
    measuredOnProjects('"agents.0: Invalid string: must start with "./"", for `../x.md`, `/x.md` and `.\\\\x.md` too'),
    measuredOnProjects(
      '"agents: Invalid string: must end with ".md"", for `.MD` too; "hooks: … must end with ".json""',
    ),
  ],
  messages: {
    prefix: '`{path}` must start with `./`, so Claude Code does not load the plugin.',
    ending: '`{path}` must end in `{ending}`, so Claude Code does not load the plugin.',
  },
  examples: {
    invalid: [
      {
        message: 'prefix',
        text: '{ "name": "kit", "agents": [⟦"agents/a.md"⟧] }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": ["./agents/a.md"] }\n',
      },
      {
        message: 'prefix',
        text: '{ "name": "kit", "commands": ⟦"/commands"⟧ }\n',
      },
      {
        message: 'ending',
        text: '{ "name": "kit", "agents": ⟦"./agents/a.txt"⟧ }\n',
        workspace: AGENTS,
        fixed: '{ "name": "kit", "agents": "./agents/a.md" }\n',
      },
      {
        message: 'ending',
        text: '{ "name": "kit", "hooks": ⟦"./hooks"⟧ }\n',
        files: ['kit/hooks/hooks.json'],
        fixed: '{ "name": "kit", "hooks": "./hooks/hooks.json" }\n',
      },
    ],
    valid: [
      { text: '{ "name": "kit", "agents": ["./agents/a.md"] }\n', workspace: AGENTS },
      { text: '{ "name": "kit", "mcpServers": "https://example.com/db.mcpb" }\n' },
      { text: '{ "name": "kit", "hooks": { "Stop": [] } }\n' },
    ],
  },
  check({ manifest: { fields }, plugin, report }) {
    for (const read of fields.values()) {
      for (const written of read.paths) {
        if (written.fault === null || (read.key === 'agents' && isFolder(written, plugin))) continue;
        const values = { path: written.path, ending: read.field.paths?.ending ?? '' };
        report(written.fault, written.span, { values, fixes: [fixOf(read, written, plugin)] });
      }
    }
  },
});

function fixOf(read: ReadField, written: WrittenPath, plugin: PluginView): Fix | undefined {
  const better = betterPath(read, written, plugin);
  if (better === undefined) return undefined;
  const kind = written.fault === 'prefix' ? 'safe' : 'suggestion';
  return { title: `Change to \`${better}\``, kind, edits: [replacePath(read, written, [better])] };
}

function betterPath({ key, field }: ReadField, { path, fault }: WrittenPath, plugin: PluginView): string | undefined {
  if (fault === 'prefix') {
    const slashes = path.replaceAll('\\', '/').replace(/^\.\//, '');
    return /^(?:\.\.|[/~]|[a-z]+:)/i.test(slashes) ? undefined : `./${slashes}`;
  }
  const base = plugin.normalized(path);
  const ending = field.paths?.ending;
  if (base === null || !ending) return undefined;
  const candidates = [`${base}${ending}`, base.replace(/\.\w+$/, ending), `${base}/${key}${ending}`];
  return candidates.find((candidate) => plugin.kindOf(candidate) === 'file');
}
