// Everything a person reads keeps to plain American English; `language.ts` says what that excludes.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NOT_SAID, notSaidIn, sentencesIn } from './language.ts';
import { repositorySources, root } from './sources.ts';

const PAGES = ['*.md', 'docs/**/*.md', 'package.json', 'schemas/*.json', 'client/snippets/*.json'];

test('pages and the manifest', () => {
  const paths = globSync(PAGES, { cwd: root });
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.flatMap((path) => notSaidIn(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

test('strings in the sources', () => {
  const product = repositorySources().filter(({ path }) => /^(?:server|client)\/src\//.test(path));
  const sentences = product.flatMap((source) => sentencesIn(source).map((sentence) => ({ ...source, sentence })));
  expect(sentences.length).toBeGreaterThan(500);
  expect(sentences.flatMap(({ path, sentence }) => notSaidIn(path, sentence))).toEqual([]);
});

const SAID = [
  'its colour',
  'the behaviour of it',
  'a misspelt key',
  'recognised by it',
  'it is none of them',
  'this is no agent',
  'it leads nowhere',
  'a line of its own.',
  'it is mended',
  'with LF line ends.',
  'write a text here',
  'a blank before it',
  'so that it loads',
  'there is no tool that fits',
];

test.each(NOT_SAID.map(([pattern], index) => [String(pattern), SAID[index] ?? ''] as const))('%s', (pattern, said) => {
  expect(notSaidIn('here', said).length, pattern).toBeGreaterThan(0);
});

test('names are left alone', () => {
  expect(notSaidIn('here', '`colour` and contract/misspelt-key, the name of its own section')).toEqual([]);
});
