// How large what we ship is.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { row } from './measure.ts';

const BUNDLES = ['extension.js', 'server.js', 'command.js', 'card.js', 'card.css'];

export function benchSizes(): void {
  for (const bundle of BUNDLES) {
    const path = join(repositoryRoot, 'dist', bundle);
    const packed = gzipSync(readFileSync(path)).length;
    row(`dist/${bundle} (gzip)`, `${kilobytes(statSync(path).size)} (${kilobytes(packed)})`, '');
  }
  const vsix = join(repositoryRoot, 'agentwright.vsix');
  row('agentwright.vsix', existsSync(vsix) ? kilobytes(statSync(vsix).size) : 'run `npm run package`', '≤ 800 KB');
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} KB`;
}
