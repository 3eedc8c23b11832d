// The generated parts of files that people write: package.json and README.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../server/src/rules/rule.ts';
import { repositoryRoot } from '../host/paths.ts';
import { format } from './format.ts';
import type { GeneratedFile } from './generatedFile.ts';
import { renderRuleTable } from './rulePages.ts';
import type { Configuration } from './settings.ts';

const MANIFEST = 'package.json';
const README = 'README.md';
const RULES_START = '<!-- rules:start -->';
const RULES_END = '<!-- rules:end -->';

/** The manifest with `contributes.configuration` in its place; everything else as it is. */
export function renderManifest(configuration: Configuration): GeneratedFile {
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, MANIFEST), 'utf8')) as { contributes?: object };
  const contributes = { ...manifest.contributes, configuration };
  return { path: MANIFEST, content: format(MANIFEST, JSON.stringify({ ...manifest, contributes }, null, 2)) };
}

/** README.md with the table of rules between its markers; nothing where it has none. */
export function renderReadme(rules: readonly Rule[]): GeneratedFile[] {
  const text = readIfThere(README);
  const start = text.indexOf(RULES_START);
  const end = text.indexOf(RULES_END, start);
  if (start < 0 || end < 0) return [];
  const table = renderRuleTable(rules, 'root');
  const content = `${text.slice(0, start)}${RULES_START}\n\n${table}\n\n${text.slice(end)}`;
  return [{ path: README, content }];
}

function readIfThere(path: string): string {
  try {
    return readFileSync(join(repositoryRoot, path), 'utf8');
  } catch {
    return '';
  }
}
