// The rules as files: what is in server/src/rules, read from the folders so that no list has to be right first.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../server/src/rules/rule.ts';
import { repositoryRoot } from '../host/paths.ts';

export const RULES_FOLDER = 'server/src/rules';
const GROUPS = ['contract', 'frontmatter', 'manifest', 'settings', 'structure', 'suppression', 'workspace'] as const;

export interface RuleFile {
  /** The code its place gives it: `structure/empty-body`. */
  readonly code: string;
  /** Relative to the repository. */
  readonly path: string;
}

/** Sorted by code. */
export function findRuleFiles(): RuleFile[] {
  return GROUPS.flatMap((group) =>
    namesIn(group)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ code: `${group}/${name.slice(0, -'.ts'.length)}`, path: `${RULES_FOLDER}/${group}/${name}` })),
  ).sort((a, b) => (a.code < b.code ? -1 : 1));
}

export async function loadRules(): Promise<Rule[]> {
  return Promise.all(
    findRuleFiles().map(async ({ path }) => {
      const module = (await import(pathToFileURL(join(repositoryRoot, path)).href)) as { default: Rule };
      return module.default;
    }),
  );
}

function namesIn(group: string): string[] {
  try {
    return readdirSync(join(repositoryRoot, RULES_FOLDER, group));
  } catch {
    // A group's folder appears with its first rule.
    return [];
  }
}
