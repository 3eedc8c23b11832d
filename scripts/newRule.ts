// `npm run new-rule structure/x`: writes the skeleton of a rule. Its examples fail until it is filled in.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { format } from './generate/format.ts';
import { folderFor } from './generate/ruleFiles.ts';
import { RULE_TYPE, renderRuleIndexes } from './generate/ruleIndex.ts';
import { renderSkeleton } from './generate/skeleton.ts';
import { repositoryRoot } from './host/paths.ts';

const CODE = /^(?:frontmatter|structure|contract|workspace)\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const [code] = process.argv.slice(2);
const path = `${folderFor(code ?? '')}/${code}.ts`;
if (code === undefined || !CODE.test(code)) {
  fail(
    'Give the code of the rule: npm run new-rule structure/long-line. Groups: frontmatter, structure, contract, workspace.',
  );
} else if (existsSync(join(repositoryRoot, path))) {
  fail(`${path} exists already.`);
} else {
  write(path, renderSkeleton(code, posix.relative(dirname(path), RULE_TYPE)));
  // Only the list: the page of the rule is written from its examples, which report nothing yet.
  for (const index of renderRuleIndexes()) write(index.path, index.content);
  console.log(`
Next:
  1. ${path}: say what it reports and what the runtime does; give examples, with ⟦…⟧ around the
     characters to be marked; then write \`check\`.
  2. npx vitest run test/rules -t ${code}
  3. npm run generate    writes docs/rules/${code}.md with what your rule really says
  4. npm run check`);
}

function write(file: string, content: string): void {
  mkdirSync(dirname(join(repositoryRoot, file)), { recursive: true });
  writeFileSync(join(repositoryRoot, file), format(file, content));
  console.log(`wrote ${file}`);
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 2;
}
