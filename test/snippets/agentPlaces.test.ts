// Files that may become agents, by their path alone: what the client goes by while there is nothing in them yet.
import { expect, test } from 'vitest';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { liesAmongAgents } from '../../server/src/vocabulary.ts';

const places = runtimes.flatMap(({ id, places: folders }) => folders.map((folder) => ({ id, ...folder })));

test.each(places.map(({ id, scope, path, extensions }) => [id, scope, `/w/${path}${path && '/'}a${extensions[0]}`]))(
  '%s, %s: %s',
  (_, __, path) => {
    expect(liesAmongAgents(path)).toBe(true);
  },
);

test.each(['/w/notes/a.md', '/w/.gemini/commands/a.md', '/w/.opencode/agents/a.txt'])('not %s', (path) => {
  expect(liesAmongAgents(path)).toBe(false);
});
