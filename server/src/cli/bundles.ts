// The other bundles beside the command's own: loaded only by the subcommands that need them, so that `check` starts fast.
import { join } from 'node:path';
import type * as CardBundle from './card.ts';

export function loadCardBundle(): typeof CardBundle {
  return require(join(__dirname, 'card-page.js')) as typeof CardBundle;
}

/** The language server reads its transport from the arguments of the process and runs until its input ends. */
export function startLanguageServer(): void {
  require(join(__dirname, 'server.js'));
}
