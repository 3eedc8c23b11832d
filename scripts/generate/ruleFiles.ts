// The rules as files: what is in the folders of rules, read from them, so no list has to be right first.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../server/src/rules/rule.ts';
import { repositoryRoot } from '../host/paths.ts';

/** Rules of all runtimes, of one runtime, and of a format. */
export const RULE_FOLDERS = [
  'server/src/rules',
  'server/src/runtimes/claude-code/rules',
  'server/src/formats/ring/rules',
];
const GROUPS = ['contract', 'frontmatter', 'manifest', 'settings', 'structure', 'suppression', 'workspace'] as const;

/** Where a new rule goes: those of a runtime or a format into its folder. */
export function folderFor(code: string): string {
  const [shared = '', runtime = '', format = ''] = RULE_FOLDERS;
  if (code.startsWith('contract/')) return format;
  return code.startsWith('structure/') ? shared : runtime;
}

export interface RuleFile {
  /** The code its place gives it: `structure/empty-body`. */
  readonly code: string;
  /** Relative to the repository. */
  readonly path: string;
}

/** Sorted by code. */
export function findRuleFiles(folders: readonly string[] = RULE_FOLDERS): RuleFile[] {
  return folders
    .flatMap((folder) => GROUPS.flatMap((group) => filesOf(folder, group)))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

export async function loadRules(): Promise<Rule[]> {
  return Promise.all(
    findRuleFiles().map(async ({ path }) => {
      const module = (await import(pathToFileURL(join(repositoryRoot, path)).href)) as { default: Rule };
      return module.default;
    }),
  );
}

function filesOf(folder: string, group: string): RuleFile[] {
  const names = namesIn(`${folder}/${group}`).filter((name) => name.endsWith('.ts'));
  return names.map((name) => ({
    code: `${group}/${name.slice(0, -'.ts'.length)}`,
    path: `${folder}/${group}/${name}`,
  }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(join(repositoryRoot, folder));
  } catch {
    // Not every folder of rules has every group.
    return [];
  }
}
