// Generated files are what the generator writes, every rule has its page, and stale files are seen.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { findStale, GENERATE_COMMAND, generateAll } from '../../scripts/generate/all.ts';
import type { GeneratedFile } from '../../scripts/generate/generatedFile.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { ruleFiles } from './files.ts';
import { repositorySources, root } from './sources.ts';

let files: GeneratedFile[] = [];

beforeAll(async () => {
  files = await generateAll();
});

test(`generated files are fresh; if not, run \`${GENERATE_COMMAND}\` and commit the result`, () => {
  expect(findStale(files)).toEqual({ stale: [], leftOver: [] });
});

test('generating twice gives the same', async () => {
  expect(await generateAll()).toEqual(files);
});

test('generated files have LF line ends and end with one line break', () => {
  const wrong = files.filter(({ content }) => content.includes('\r') || !/[^\n]\n$/.test(content));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('the list of rules is what the folders hold', () => {
  expect(rules.map(({ code }) => code)).toEqual(ruleFiles(repositorySources()).sort());
});

test('every rule has a page', () => {
  expect(rules.filter(({ code }) => !existsSync(join(root, `docs/rules/${code}.md`)))).toEqual([]);
});

test('a changed file, a missing file and a page of a rule that is gone are seen', () => {
  const fixture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'left-over');
  const missing = { path: 'docs/rules/structure/missing.md', content: 'x\n' };
  expect(findStale([missing], fixture)).toEqual({
    stale: ['docs/rules/structure/missing.md'],
    leftOver: ['docs/rules/structure/gone.md'],
  });
  const changed = files.map((file) => (file.path === 'docs/settings.md' ? { ...file, content: 'x\n' } : file));
  expect(findStale(changed).stale).toContain('docs/settings.md');
});
