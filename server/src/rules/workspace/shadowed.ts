// workspace/shadowed: an agent whose place another of the same name takes, or that takes the place of a built-in one.
import { BUILT_IN_AGENTS } from '../../dialects/claude-code/agents.ts';
import { fileStem } from '../../util/fileStem.ts';
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';
import { namePlace, ownNameSpan, shownFiles } from '../support/neighbours.ts';
import { isSeenTogether, type KnownAgent, type WorkspaceView } from '../workspaceView.ts';

const REVIEWER = '---\nname: reviewer\ndescription: Reviews code\n---\nReview.\n';

export default defineRule({
  code: 'workspace/shadowed',
  severity: 'information',
  summary: 'Another agent of the same name takes the place of this one, or this one that of a built-in agent.',
  rationale:
    'Of agents with one name Claude Code uses the one nearest to the folder it works in: the folder’s own before those of folders above, a project’s before the user’s own. That is often meant, and never shown.',
  evidence: [
    documented('managed, then `--agents`, then the project (the closest folder wins), then the user, then plugins'),
    measured('an agent named `Explore` takes the place of the built-in one'),
    measured('folders above the top of the repository do not count'),
  ],
  messages: {
    nearer:
      'In `{folder}` and below, `{file}` takes the place of this agent{more}: of agents with one name the nearest counts.',
    project:
      'In `{folder}` and below, `{file}` takes the place of this agent{more}: a project’s agents come before your own.',
    builtIn:
      'Claude Code has an agent `{name}` of its own, and this one takes its place{where}. Choose another name if that is not meant.',
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

/** A workspace folder itself has no path in the workspace, and is shown by its name. */
function shownFolder(root: string, workspace: WorkspaceView): string {
  return workspace.shownPath(root) || fileStem(root);
}
