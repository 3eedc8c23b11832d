// Builds agents of the Ring format and verifies answers with them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { type Contract, readContract } from '../../server/src/formats/ring/contract.ts';
import { type Verification, verifyAnswer } from '../../server/src/formats/ring/verify.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { IndexedReport } from '../../server/src/runtimes/indexed.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';

export function loadText(text: string): IndexedReport {
  return claudeCode.load(parseDocument('file:///a/agents/example.md', text), { scope: 'plugin' });
}

/** Sections as `name`, `name: pattern`, or whole YAML maps; names alone get the pattern `^## name`. */
export function contractOf(sections: readonly (string | readonly [string, string])[], more = ''): Contract {
  const items = sections.map((section) => {
    const [name, pattern] = typeof section === 'string' ? [section, `^## ${section}`] : section;
    return `    - name: ${JSON.stringify(name)}\n      pattern: ${JSON.stringify(pattern)}\n`;
  });
  const head = '---\nname: example\ndescription: Shows things\noutput_schema:\n  required_sections:\n';
  const contract = readContract(loadText(`${head}${items.join('')}${more}---\nBody.\n`));
  if (!contract) throw new Error('the agent has a contract');
  return contract;
}

/** `name status` of every section. */
export function statuses({ sections }: Verification): string[] {
  return sections.map(({ name, status }) => `${name} ${status}`);
}

export function verified(contract: Contract, answer: string): string[] {
  return statuses(verifyAnswer(contract, answer));
}

/** The agent of the Ring format that the project began with, where it is at hand. */
export function seedTwo(): string[] {
  const folder = process.env.AGENTWRIGHT_SEEDS ?? join(repositoryRoot, '..', 'shared', 'seeds');
  const path = join(folder, 'backend-engineer-typescript.md');
  return existsSync(path) ? [readFileSync(path, 'utf8')] : [];
}
