// The texts that are mutated: samples, the examples of all rules, and the conformance sets where they are.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { unmark } from '../../server/src/rules/examples.ts';

/** Beside the repository: what is in there depends on the machine. */
const CONFORMANCE_FOLDER = '../shared/conformance';
/** The same in every clone. */
const OWN_CONFORMANCE_FOLDER = 'test/conformance';
/** Longer texts make slow mutants, and hold nothing that short ones do not. */
const LONGEST = 20_000;

/** In an order that is the same everywhere. */
export function readOwnCorpus(): readonly string[] {
  return wanted([...samples(), ...examples(), ...conformanceTexts(OWN_CONFORMANCE_FOLDER)]);
}

/** With the conformance sets that lie beside the repository, where they are. */
export function readWholeCorpus(): readonly string[] {
  return wanted([...readOwnCorpus(), ...conformanceTexts(CONFORMANCE_FOLDER)]);
}

function wanted(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(({ length }) => length <= LONGEST);
}

function samples(): string[] {
  const paths = globSync('samples/**/*.md', { cwd: repositoryRoot }).sort();
  return paths.map((path) => readFileSync(join(repositoryRoot, path), 'utf8'));
}

function examples(): string[] {
  return rules.flatMap(({ examples: { invalid, valid } }) =>
    [...invalid, ...valid].map(({ text }) => unmark(text).text),
  );
}

function conformanceTexts(folder: string): string[] {
  const path = join(repositoryRoot, folder);
  const sets = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.jsonl')) : [];
  return sets.sort().flatMap((name) => readTexts(join(path, name)));
}

/** Rows of one agent have a text; rows of several have files. */
interface Row {
  readonly text?: string;
  readonly files?: Readonly<Record<string, string>>;
}

function readTexts(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { text, files = {} } = JSON.parse(line) as Row;
      return [text ?? '', ...Object.values(files)].filter((each) => typeof each === 'string' && each !== '');
    });
}
