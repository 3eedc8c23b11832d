// What becomes of an agent that loses its front matter, in words.
import { fileStem } from '../../../../util/fileStem.ts';
import type { LoadScope } from '../../../indexed.ts';

/** What happens to an agent whose front matter is not read, phrased to end a sentence. */
export function lostOutcome(uri: string, scope: LoadScope): string {
  if (scope === 'project') return 'the agent will not load';
  return `the agent loads as \`${fileStem(uri)}\` without any of its fields and gets every tool`;
}

/** What happens to an agent without front matter, phrased to continue and end a sentence. */
export function noFrontMatter(scope: LoadScope, stem: string): string {
  return scope === 'plugin'
    ? `so the plugin agent loads as \`${stem}\` without any fields and gets every tool.`
    : 'so Claude Code treats the file as documentation and skips it.';
}
