// The generated parts of files that people write: package.json and README.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../server/src/rules/rule.ts';
import { repositoryRoot } from '../host/paths.ts';
import { format } from './format.ts';
import type { GeneratedFile } from './generatedFile.ts';
import { renderRuleTable } from './rulePages.ts';
import { renderRuntimeTable } from './runtimePages.ts';
import type { Configuration } from './settings.ts';

const MANIFEST = 'package.json';
const README = 'README.md';

/** The manifest with `contributes.configuration` in its place; everything else as it is. */
export function renderManifest(configuration: Configuration): GeneratedFile {
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, MANIFEST), 'utf8')) as { contributes?: object };
  const contributes = { ...manifest.contributes, configuration };
  return { path: MANIFEST, content: format(MANIFEST, JSON.stringify({ ...manifest, contributes }, null, 2)) };
}

/** README.md with its tables between their markers; nothing where there is none. */
export function renderReadme(rules: readonly Rule[]): GeneratedFile[] {
  const text = readIfThere(README);
  if (text === '') return [];
  const content = withTable(withTable(text, 'runtimes', renderRuntimeTable()), 'rules', renderRuleTable(rules, 'root'));
  return [{ path: README, content }];
}

/** The text with a table between `<!-- name:start -->` and `<!-- name:end -->`; as it is where it lacks them. */
function withTable(text: string, name: string, table: string): string {
  const marker = `<!-- ${name}:start -->`;
  const start = text.indexOf(marker);
  const end = text.indexOf(`<!-- ${name}:end -->`, start);
  return start < 0 || end < 0 ? text : `${text.slice(0, start)}${marker}\n\n${table}\n\n${text.slice(end)}`;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(join(repositoryRoot, path), 'utf8');
  } catch {
    return '';
  }
}
