// `npm run generate`: writes all generated files. `--check` writes nothing and fails where one is stale.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findStale, GENERATE_COMMAND, generateAll } from './generate/all.ts';
import { repositoryRoot } from './host/paths.ts';

const { values: flags } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const files = await generateAll().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
const { stale, leftOver } = findStale(files);

if (flags.check) {
  for (const path of stale) console.error(`stale: ${path}`);
  for (const path of leftOver) console.error(`left over: ${path}`);
  if (stale.length + leftOver.length > 0) {
    console.error(`Run \`${GENERATE_COMMAND}\` and commit the result.`);
    process.exitCode = 1;
  } else console.log(`${files.length} generated files are fresh.`);
} else {
  for (const { path, content } of files.filter((file) => stale.includes(file.path))) {
    mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
    writeFileSync(join(repositoryRoot, path), content);
    console.log(`wrote ${path}`);
  }
  for (const path of leftOver) {
    rmSync(join(repositoryRoot, path));
    console.log(`removed ${path}`);
  }
  console.log(`${stale.length} of ${files.length} generated files were stale.`);
}
