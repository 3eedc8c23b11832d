// An index kept up to date by random edits, creations, renames and deletions equals one that is made afresh.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileEvent, Workspace } from '../../server/src/workspace/workspace.ts';
import { type FakeFiles, uriOf } from '../harness/fakeFiles.ts';
import { contentsOf, type OpenWorkspace, openWorkspace } from '../harness/openWorkspace.ts';

const NAMES = ['reviewer', 'Reviewer', 'code-reviewer', 'tester', 'x'];
const FOLDERS = [
  '.claude/agents',
  'app/.claude/agents',
  'dev/agents',
  'dev/agents/deep',
  'docs',
  'ignored/.claude/agents',
];
const LONG = 'Reviews pull requests for correctness, style, security and missing tests before they are merged';

const name = fc.constantFrom(...NAMES);
const agentText = fc
  .record({
    name,
    description: fc.constantFrom('Reviews', LONG, `${LONG} quickly`, ''),
    tools: fc.constantFrom('', 'tools: Agent(tester, x)\n', 'tools: mcp__docs__search\n', 'skills: deploy\n'),
    body: fc.constantFrom(
      '',
      'Use the `code-reviewer` agent.\n',
      'Task(subagent_type="tester")\n',
      'See `dev:tester`.\n',
    ),
  })
  .map((of) => `---\nname: ${of.name}\ndescription: ${of.description}\n${of.tools}model: opus\n---\n${of.body}`);

const agentFile = fc.tuple(fc.constantFrom(...FOLDERS), name).map(([folder, stem]) => `${folder}/${stem}.md`);
const otherFile = fc.constantFrom(
  ['dev/.claude-plugin/plugin.json', '{"name": "dev"}'],
  ['dev/.claude-plugin/plugin.json', '{"name": "tools", "agents": "./agents/x.md"}'],
  ['.claude-plugin/marketplace.json', '{"plugins": [{"name": "ring-dev", "source": "./dev"}]}'],
  ['.mcp.json', '{"mcpServers": {"docs": {"command": "docs"}}}'],
  ['.claude/skills/deploy/SKILL.md', '---\nname: deploy\ndescription: Deploys\n---\nAsk `code-reviewer` first.\n'],
  ['CLAUDE.md', 'Use the `tester` agent.\n'],
  ['.gitignore', 'ignored/\n'],
  ['.gitignore', 'app\n'],
  ['dev/.gitignore', 'agents\n'],
);

type Step =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'move'; readonly path: string; readonly to: string }
  | { readonly do: 'edit'; readonly path: string; readonly text: string }
  | { readonly do: 'close'; readonly path: string };

const place = fc.oneof(agentFile, fc.constantFrom(...FOLDERS, 'app', 'dev', 'ignored', '.claude-plugin', '.claude'));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), path: agentFile, text: agentText }) },
  { weight: 2, arbitrary: otherFile.map(([path = '', text = '']) => ({ do: 'write' as const, path, text })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), path: place }) },
  { weight: 1, arbitrary: otherFile.map(([path = '']) => ({ do: 'remove' as const, path })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), path: place, to: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), path: agentFile, text: agentText }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), path: agentFile }) },
);

describe('an index kept up to date', () => {
  test('equals a fresh one', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const kept = await openWorkspace({});
        const open = new Map<string, string>();
        for (const each of steps) await take(each, kept, open);
        await kept.workspace.settled();
        const fresh = await openWorkspace(kept.files);
        // The texts are summarised again: what a document is may have changed with the files around it.
        for (const opened of [kept, fresh]) for (const [path, text] of open) opened.edit(path, text);
        expect(contentsOf(kept.workspace)).toEqual(contentsOf(fresh.workspace));
      }),
      { numRuns: 2000 },
    );
  });
});

async function take(step: Step, { workspace, files, edit }: OpenWorkspace, open: Map<string, string>): Promise<void> {
  switch (step.do) {
    case 'write': {
      const kind = files.textOf(step.path) === undefined ? 'created' : 'changed';
      files.write(step.path, step.text);
      return send(workspace, [{ uri: uriOf(step.path), kind }]);
    }
    case 'remove':
      files.remove(step.path);
      return send(workspace, [{ uri: uriOf(step.path), kind: 'deleted' }]);
    case 'move':
      return move(step, workspace, files);
    case 'edit':
      open.set(step.path, step.text);
      edit(step.path, step.text);
      return;
    case 'close':
      if (open.delete(step.path)) await workspace.setClosed(uriOf(step.path));
  }
}

/** As editors tell it: the old place is gone, the new one is there, whether file or folder. */
async function move({ path, to }: { path: string; to: string }, workspace: Workspace, files: FakeFiles): Promise<void> {
  const isThere = files.paths().some((each) => each === path || each.startsWith(`${path}/`));
  const blocked = `${to}/`.startsWith(`${path}/`) || (await files.stat(uriOf(to))) !== null;
  if (!isThere || blocked || path.endsWith('.md') !== to.endsWith('.md')) return;
  files.move(path, to);
  await send(workspace, [
    { uri: uriOf(path), kind: 'deleted' },
    { uri: uriOf(to), kind: 'created' },
  ]);
}

function send(workspace: Workspace, events: readonly FileEvent[]): Promise<void> {
  return workspace.update(events);
}
