// workspace/plugin-not-loaded: an agent of a plugin whose manifest Claude Code refuses.
import { defineRule } from '../../../../rules/rule.ts';
import { measuredOnProjects } from '../../evidence.ts';

const AGENT = '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n';
const MARKED = AGENT.replace('---', '⟦---⟧');
const PATH = 'kit/agents/reviewer.md';

export default defineRule({
  code: 'workspace/plugin-not-loaded',
  severity: 'error',
  summary: 'An agent of a plugin that does not load because of its manifest.',
  rationale:
    'A single invalid value in `.claude-plugin/plugin.json` keeps the whole plugin from loading, its agents included. The manifest itself shows what to fix.',
  evidence: [
    measuredOnProjects('"Failed to load plugin: Plugin kit has an invalid manifest file"; none of its agents exist'),
  ],
  messages: {
    field: 'Plugin `{plugin}` does not load, so this agent does not exist. Fix `{field}` in `{manifest}`.',
    file: 'Plugin `{plugin}` does not load, so this agent does not exist. Claude Code cannot read `{manifest}`: fix the JSON.',
  },
  examples: {
    invalid: [
      {
        message: 'field',
        text: MARKED,
        path: PATH,
        workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit", "agents": "./agents/" }' },
      },
      {
        message: 'file',
        text: MARKED,
        path: PATH,
        workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit", }' },
      },
    ],
    valid: [
      { text: AGENT, path: PATH, workspace: { 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }' } },
      { text: AGENT, workspace: { '.claude-plugin/plugin.json': '{}' } },
    ],
  },
  check({ document, load, workspace, report }) {
    if (load.reason !== 'workspace/plugin-not-loaded') return;
    const root = workspace.agentAt(document.uri)?.place.root;
    const plugin = root === undefined ? undefined : workspace.pluginAt(root);
    if (!plugin?.manifest || !plugin.refusal) return;
    const { name, manifest, refusal } = plugin;
    const values = { plugin: name, manifest: workspace.shownPath(manifest), field: refusal.field ?? '' };
    const related = [{ uri: manifest, range: refusal.range, message: 'Refused here' }];
    report(refusal.field === null ? 'file' : 'field', document.lines.lineSpan(0), { values, related });
  },
});
