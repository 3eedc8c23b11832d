// Reports an agent that is overridden by another with the same name, or that overrides a built-in agent.

import { defineRule } from '../../../../rules/rule.ts';
import { isSeenTogether, type KnownAgent, type WorkspaceView } from '../../../../rules/workspaceView.ts';
import { fileStem } from '../../../../util/fileStem.ts';
import { BUILT_IN_AGENTS } from '../../agents.ts';
import { documented, measured } from '../../evidence.ts';
import { namePlace, ownNameSpan, shownFiles } from '../support/neighbours.ts';

const REVIEWER = '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n';

export default defineRule({
  code: 'workspace/shadowed',
  severity: 'information',
  summary: 'Another agent with the same name overrides this one, or this one overrides a built-in agent.',
  rationale:
    'If several agents have the same name, Claude Code uses the one nearest to its working folder: the folder’s own agents take precedence over those of parent folders, and a project’s agents over the user’s. That is often intended but never visible.',
  evidence: [
    documented('managed, then `--agents`, then the project (the closest folder wins), then the user, then plugins'),
    measured('an agent named `Explore` replaces the built-in one'),
    measured('folders above the root of the repository do not count'),
  ],
  messages: {
    nearer:
      'In `{folder}` and its subfolders, `{file}` overrides this agent{more}, because the nearest agent with a name wins. Rename one of them if that is not intended.',
    project:
      'In `{folder}` and its subfolders, `{file}` overrides this agent{more}, because project agents take precedence over user agents. Rename one of them if that is not intended.',
    builtIn:
      '`{name}` replaces Claude Code’s built-in agent of that name{where}. Choose another name if that is not intended.',
  },
  examples: {
    invalid: [
      {
        message: 'nearer',
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews all code\n---\nReview.\n',
        workspace: { 'app/.claude/agents/reviewer.md': REVIEWER },
      },
      {
        message: 'project',
        text: '---\nname: ⟦reviewer⟧\ndescription: Reviews all code\n---\nReview.\n',
        path: '~/.claude/agents/reviewer.md',
        workspace: { '.claude/agents/reviewer.md': REVIEWER },
      },
      { message: 'builtIn', text: '---\nname: ⟦Explore⟧\ndescription: Looks around\n---\nLook.\n' },
    ],
    valid: [
      {
        text: '---\nname: reviewer\ndescription: Reviews the app\n---\nReview.\n',
        path: 'app/.claude/agents/reviewer.md',
        workspace: { '.claude/agents/reviewer.md': REVIEWER, '~/.claude/agents/reviewer.md': REVIEWER },
      },
      { text: '---\nname: Explore\ndescription: Looks around\n---\nLook.\n', path: 'plugin/agents/explore.md' },
    ],
  },
  check({ document, load, workspace, report }) {
    const own = workspace.agentAt(document.uri);
    if (!own?.loads || own.place.scope === 'plugin' || own.place.scope === 'loose') return;
    const span = ownNameSpan(document, load);
    if (BUILT_IN_AGENTS.includes(own.name)) {
      const where = own.place.scope === 'user' ? ' everywhere' : '';
      report('builtIn', span, { values: { name: own.name, where } });
    }
    const winners = workspace
      .agentsCalled(own.name, document.uri)
      .filter((agent) => agent.loads && agent.name === own.name && isSeenTogether(own, agent) && wins(agent, own));
    const [nearest] = winners;
    if (!nearest) return;
    const related = winners.map((agent) => namePlace(agent, `\`${agent.name}\` that is used instead`));
    const elsewhere = winners.filter(({ place }) => place.root !== nearest.place.root);
    report(own.place.scope === 'user' ? 'project' : 'nearer', span, {
      values: {
        folder: shownFolder(nearest.place.root, workspace),
        file: workspace.shownPath(nearest.uri),
        more: elsewhere.length > 0 ? `, elsewhere ${shownFiles(elsewhere, workspace)}` : '',
      },
      related,
    });
  },
});

function wins({ place }: KnownAgent, own: KnownAgent): boolean {
  if (place.scope !== 'project') return false;
  return own.place.scope === 'user' || place.root.startsWith(`${own.place.root}/`);
}

/** A workspace folder has no path within the workspace, so it is shown by its name. */
function shownFolder(root: string, workspace: WorkspaceView): string {
  return workspace.shownPath(root) || fileStem(root);
}
