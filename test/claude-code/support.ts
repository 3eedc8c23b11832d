// Agent texts for the tests of the loader model.

import { parseDocument } from '../../server/src/model/document.ts';
import { load } from '../../server/src/runtimes/claude-code/load.ts';
import type { IndexedReport, LoadScope } from '../../server/src/runtimes/indexed.ts';
import { type Session, UNKNOWN_SESSION } from '../../server/src/runtimes/session.ts';

export function report(text: string, scope: LoadScope = 'project'): IndexedReport {
  return load(parseDocument('file:///agents/file-name.md', text), { scope });
}

/** An agent with a name, a description and the lines given. */
export function agent(...lines: readonly string[]): string {
  return `---\nname: x\ndescription: d\n${lines.map((line) => `${line}\n`).join('')}---\nBody\n`;
}

/** An agent with some lines as a session with the servers `atlas` and `beta` sees it. */
export function inSession(lines: string, session: Partial<Session> = {}, scope: LoadScope = 'project'): IndexedReport {
  const servers = new Set(['atlas', 'beta', 'my docs', 'be__ta']);
  const document = parseDocument('file:///project/.claude/agents/x.md', agent(lines));
  return load(document, { scope, session: { ...UNKNOWN_SESSION, servers, ...session } });
}
