// workspace/not-in-manifest: an agent in a plugin's folder `agents` that the manifest's list leaves out.

import { defineRule } from '../../../../rules/rule.ts';
import { decoded } from '../../../../util/uri.ts';
import { measuredOnProjects } from '../../evidence.ts';

const AGENT = '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n';
const PATH = 'kit/agents/qa/reviewer.md';

export default defineRule({
  code: 'workspace/not-in-manifest',
  severity: 'error',
  summary: 'A plugin agent that the manifest does not list.',
  rationale:
    'An `agents` field in `.claude-plugin/plugin.json` replaces the default folder `agents`. Claude Code silently skips every file in the folder that the field does not list.',
  evidence: [measuredOnProjects('`"agents": ["./agents/a.md"]` loads a and no other file of `agents/`')],
  messages: {
    unlisted:
      '`{manifest}` lists the agents of plugin `{plugin}` without this file, so Claude Code does not load it. Add `{path}` to `agents` there.',
  },
  examples: {
    invalid: [
      {
        message: 'unlisted',
        text: AGENT.replace('---', '⟦---⟧'),
        path: PATH,
        workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit", "agents": ["./agents/lead.md"] }' },
      },
    ],
    valid: [
      {
        text: AGENT,
        path: PATH,
        workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit", "agents": "./agents/qa/reviewer.md" }' },
      },
      { text: AGENT, path: PATH, workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }' } },
    ],
  },
  check({ document, load, workspace, report }) {
    if (load.reason !== 'workspace/not-in-manifest') return;
    const own = workspace.agentAt(document.uri);
    const plugin = own && workspace.pluginAt(own.place.root);
    if (!own || !plugin?.manifest) return;
    const { name, root, manifest } = plugin;
    const path = `.${decoded(own.uri.slice(root.length))}`;
    const values = { plugin: name, manifest: workspace.shownPath(manifest), path };
    report('unlisted', document.lines.lineSpan(0), { values });
  },
});
