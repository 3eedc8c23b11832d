// Agent texts for the tests of the loader model.
import { load } from '../../server/src/dialects/claude-code/load.ts';
import type { LoadReport, LoadScope } from '../../server/src/dialects/dialect.ts';
import { parseDocument } from '../../server/src/model/document.ts';

export function report(text: string, scope: LoadScope = 'project'): LoadReport {
  return load(parseDocument('file:///agents/file-name.md', text), { scope });
}

/** An agent with a name, a description and the lines given. */
export function agent(...lines: readonly string[]): string {
  return `---\nname: x\ndescription: d\n${lines.map((line) => `${line}\n`).join('')}---\nBody\n`;
}
