// Collects the licences of every package that is bundled, and fails where one has none.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot as root } from './host/paths.ts';

/** `inputs` are the bundled files, relative to the repository. Throws with the names of packages without a licence. */
export function writeNotices(inputs: readonly string[], target: string): void {
  const packages = [...new Set(inputs.flatMap(packageFolder))].sort();
  const notices = packages.map(notice);
  const missing = notices.flatMap(({ name, text }) => (text === null ? [name] : []));
  if (missing.length > 0) throw new Error(`bundled without a licence: ${missing.join(', ')}`);
  const parts = notices.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`);
  const intro = 'Agentwright contains these packages.\n\n';
  writeFileSync(target, intro + parts.join(`\n${'-'.repeat(80)}\n\n`));
}

function packageFolder(input: string): string[] {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1] ? [match[1]] : [];
}

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Null where the package neither holds a licence text nor names a licence. */
  readonly text: string | null;
}

function notice(folder: string): Notice {
  const path = join(root, folder);
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const licence = manifest.license ?? 'unknown';
  const file = existsSync(path) ? readdirSync(path).find((name) => /^(?:licen[cs]e|copying)/i.test(name)) : undefined;
  const text = file ? readFileSync(join(path, file), 'utf8').trim() : null;
  // Some packages name a licence without its text: the name is what there is to show.
  return { name: manifest.name, version: manifest.version, licence, text: text ?? manifest.license ?? null };
}
