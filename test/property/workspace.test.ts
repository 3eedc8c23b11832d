// An index kept up to date by random edits, creations, renames, links and deletions equals one that is made afresh.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileEvent } from '../../server/src/workspace/workspace.ts';
import { SEED } from '../harness/agentTexts.ts';
import { type FakeFiles, uriOf } from '../harness/fakeFiles.ts';
import { contentsOf, type OpenWorkspace, openWorkspace, type WorkspaceSetup } from '../harness/openWorkspace.ts';

const NAMES = ['reviewer', 'Reviewer', 'code-reviewer', 'tester', 'x'];
const FOLDERS = [
  '.claude/agents',
  'app/.claude/agents',
  'dev/agents',
  'dev/agents/deep',
  'docs',
  'ignored/.claude/agents',
  '~/.claude/agents',
];
const LONG = 'Reviews pull requests for correctness, style, security and missing tests before they are merged';

const name = fc.constantFrom(...NAMES);
const agentText = fc
  .record({
    name,
    description: fc.constantFrom('Reviews', LONG, `${LONG} quickly`, ''),
    tools: fc.constantFrom(
      '',
      'tools: Agent(tester, x)\n',
      'tools: mcp__docs__search\n',
      'skills: deploy, go\n',
      'disallowedTools: Agent\n',
    ),
    body: fc.constantFrom(
      '',
      'Use the `code-reviewer` agent.\n',
      'Task(subagent_type="tester")\n',
      'See `dev:tester`.\n',
    ),
  })
  .map((of) => `---\nname: ${of.name}\ndescription: ${of.description}\n${of.tools}model: opus\n---\n${of.body}`);

/** Few files, so that many things happen to the same one. */
const agentFile = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom('x', 'tester'))
  .map(([folder, stem]) => `${folder}/${stem}.md`);
const MANIFEST = 'dev/.claude-plugin/plugin.json';
const MARKETPLACE = '.claude-plugin/marketplace.json';
const INSTALLED = '~/.claude/plugins/installed_plugins.json';
const SKILL = '---\nname: deploying\ndescription: Deploys\n---\nAsk `code-reviewer` first.\n';
const otherFile = fc.constantFrom(
  [MANIFEST, '{"name": "dev"}'],
  [MANIFEST, '{"name": "tools", "agents": "./agents/x.md"}'],
  [MANIFEST, '{"name": "tools", "agents": ["./notes/tester.md"], "commands": "./notes"}'],
  [MANIFEST, 'no JSON'],
  [MARKETPLACE, '{"plugins": [{"name": "ring-dev", "source": "./dev"}]}'],
  [MARKETPLACE, '{"plugins": [{"name": "a", "source": "./"}, {"name": "b", "source": "./", "agents": "./docs/x.md"}]}'],
  [MARKETPLACE, '{"metadata": {"pluginRoot": "./app"}, "plugins": [{"name": "c", "source": "kit"}]}'],
  [INSTALLED, '{"version": 2, "plugins": {"kit@m": [{"installPath": "/home/user/kit"}]}}'],
  [INSTALLED, '{"plugins": {"dev@m": {"installPath": "/workspace/dev"}}}'],
  ['~/kit/agents/tester.md', '---\nname: tester\ndescription: Tests\n---\nTest.\n'],
  ['~/kit/.claude/agents/x.md', '---\nname: x\ndescription: Not loaded\n---\nNever.\n'],
  ['.mcp.json', '{"mcpServers": {"docs": {"command": "docs"}}}'],
  ['.mcp.json', '{"mcpServers": {"other": {"command": "other"}}}'],
  ['dev/.mcp.json', '{"docs": {"command": "docs"}}'],
  ['.claude/settings.json', '{"permissions": {"deny": ["Agent", "Agent(x)"]}, "disabledMcpjsonServers": ["docs"]}'],
  ['.claude/settings.local.json', '{"env": {"CLAUDE_CODE_SUBAGENT_MODEL": "haiku"}}'],
  ['app/.claude/settings.json', '{"env": {"CLAUDE_CODE_SUBAGENT_MODEL_FORCE": "1"}}'],
  ['~/.claude/settings.json', '{"permissions": {"deny": ["WebFetch"]}}'],
  ['.claude/skills/deploy/SKILL.md', SKILL],
  ['dev/skills/deploy/SKILL.md', SKILL],
  ['dev/commands/ops/go.md', '---\ndescription: Goes\n---\nGo.\n'],
  ['dev/notes/tester.md', '---\nname: tester\ndescription: Tests\n---\nTest.\n'],
  ['CLAUDE.md', 'Use the `tester` agent.\n'],
  ['.gitignore', 'ignored/\n'],
  ['.gitignore', 'app\n'],
  ['dev/.gitignore', 'agents\n'],
);

/** Nothing is written through these: editors tell of changes at the real place. */
const link = fc.constantFrom(
  ['.claude/agents/shared', 'docs'],
  ['.claude/agents/linked.md', 'docs/x.md'],
  ['.claude/agents/circle', '.claude'],
  ['lib/.claude', 'app/.claude'],
  ['lib/agents', 'dev/agents'],
  ['lib/elsewhere', 'dev'],
  ['dev/agents/more', 'lib'],
  ['~/.claude/skills', '.claude/skills'],
);

const setup = fc.record({
  folders: fc.constantFrom([''], ['', 'app'], ['dev', 'app'], ['dev', '~/.claude']).map((paths) => paths.map(uriOf)),
  excludes: fc.constantFrom([], ['docs'], ['**/deep', 'lib/**']),
});

/** A path, or one of those there are, by its number. */
type Where = string | number;

type Step =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'remove'; readonly path: Where }
  | { readonly do: 'move'; readonly path: Where; readonly to: string }
  | { readonly do: 'link'; readonly path: string; readonly to: string }
  | { readonly do: 'init'; readonly path: string }
  | { readonly do: 'edit'; readonly path: string; readonly text: string }
  | { readonly do: 'close'; readonly path: number }
  | { readonly do: 'open'; readonly where: WorkspaceSetup };

const folder = fc.constantFrom(...FOLDERS, 'app', 'dev', 'lib', 'ignored', '.claude-plugin', '.claude', '~/.claude');
const newPlace = fc.oneof(
  agentFile,
  folder,
  link.map(([path = '']) => path),
);
const anyPlace = fc.oneof<fc.Arbitrary<Where>[]>(fc.nat(50), fc.nat(50), folder);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), path: agentFile, text: agentText }) },
  { weight: 4, arbitrary: otherFile.map(([path = '', text = '']) => ({ do: 'write' as const, path, text })) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), path: anyPlace }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), path: anyPlace, to: newPlace }) },
  { weight: 2, arbitrary: link.map(([path = '', to = '']) => ({ do: 'link' as const, path, to })) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('init' as const), path: fc.constantFrom('app', 'dev') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), path: agentFile, text: agentText }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), path: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), where: setup }) },
);

describe('an index kept up to date', () => {
  test('equals a fresh one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), setup, async (steps, where) => {
        const kept = await openWorkspace({}, where);
        const open = new Map<string, string>();
        for (const each of steps) await take(each, kept, open);
        await kept.workspace.settled();
        const last = steps.findLast((each) => each.do === 'open');
        const fresh = await openWorkspace(kept.files, last?.where ?? where);
        // The texts are summarised again: what a document is may have changed with the files around it.
        for (const opened of [kept, fresh]) for (const [path, text] of open) opened.edit(path, text);
        expect(contentsOf(kept.workspace)).toEqual(contentsOf(fresh.workspace));
      }),
      { numRuns: 3000, seed: SEED },
    );
  });
});

async function take(step: Step, { workspace, files, edit }: OpenWorkspace, open: Map<string, string>): Promise<void> {
  const tell = (...events: (readonly [FileEvent['kind'], string])[]): Promise<void> =>
    workspace.update(events.map(([kind, path]) => ({ kind, uri: uriOf(path) })));
  switch (step.do) {
    case 'write': {
      if (isBelowLink(step.path, files)) return;
      const kind = files.textOf(step.path) === undefined ? 'created' : 'changed';
      files.write(step.path, step.text);
      return tell([kind, step.path]);
    }
    case 'remove': {
      const path = existing(step.path, files);
      files.remove(path);
      return tell(['deleted', path]);
    }
    case 'move': {
      const path = existing(step.path, files);
      if (!canMove(path, step.to, files)) return;
      files.move(path, step.to);
      // As editors tell it: the old place is gone, the new one is there, whether file or folder.
      return tell(['deleted', path], ['created', step.to]);
    }
    case 'link':
      if (isTaken(step.path, files) || isBelowLink(step.path, files)) return;
      files.link(step.path, step.to);
      return tell(['created', step.path]);
    case 'init':
      if (isBelowLink(step.path, files)) return;
      files.write(`${step.path}/.git/HEAD`, 'ref: refs/heads/main\n');
      return tell(['created', `${step.path}/.git`]);
    case 'edit':
      open.set(step.path, step.text);
      edit(step.path, step.text);
      return;
    case 'open':
      return workspace.open(step.where.folders ?? [], step.where.excludes ?? []);
    case 'close': {
      const path = [...open.keys()][step.path % Math.max(1, open.size)] ?? '';
      if (open.delete(path)) await workspace.setClosed(uriOf(path));
    }
  }
}

function existing(where: Where, files: FakeFiles): string {
  if (typeof where === 'string') return where;
  const paths = files.paths().filter((path) => !isBelowLink(path, files) || files.linkPaths().includes(path));
  // Of a repository only all is taken away.
  return paths[where % Math.max(1, paths.length)]?.replace(/\/\.git\/.*$/, '/.git') ?? 'nothing';
}

function canMove(path: string, to: string, files: FakeFiles): boolean {
  const within = `${to}/`.startsWith(`${path}/`);
  if (within || isTaken(to, files) || isBelowLink(to, files)) return false;
  const isFile = files.textOf(path) !== undefined || path.endsWith('.md');
  return isTaken(path, files) && isFile === to.endsWith('.md');
}

function isTaken(path: string, files: FakeFiles): boolean {
  return files.paths().some((each) => each === path || each.startsWith(`${path}/`));
}

function isBelowLink(path: string, files: FakeFiles): boolean {
  return files.linkPaths().some((each) => path.startsWith(`${each}/`) || path === each);
}
