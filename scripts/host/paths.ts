// Where the repository keeps what it needs to run a VS Code: caches that survive, and output that does not matter.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository: the folder of the extension's manifest. */
export const repositoryRoot: string = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Downloads and installations, expensive to make again. Several clones may share one through the environment. */
export const cacheFolder: string = process.env.AGENTWRIGHT_VSCODE_CACHE
  ? resolve(process.env.AGENTWRIGHT_VSCODE_CACHE)
  : join(repositoryRoot, '.vscode-test');

/** Logs, screenshots and temporary bundles of this clone. */
export const outputFolder: string = join(repositoryRoot, '.build');

/** Where a screenshot of the given name is kept. */
export function screenshotFile(name: string): string {
  return join(outputFolder, 'screenshots', `${name.replaceAll(/[^\w.-]+/g, '-')}.png`);
}
