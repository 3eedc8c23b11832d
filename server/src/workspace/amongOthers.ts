// What the other agents of the workspace add to the report of a runtime other than Claude Code: names that nobody has,
// and names that several have.

import type { AgentDocument } from '../model/document.ts';
import type { ForeignLoad } from '../rules/events.ts';
import type { WorkspaceView } from '../rules/workspaceView.ts';
import { entryOf } from '../runtimes/entries.ts';
import { type LoadEvent, outcomeOf } from '../runtimes/runtime.ts';
import { nearest } from '../util/similar.ts';
import { normalizeUri, parentUri } from './uris.ts';

/** The same where nothing is known of others. */
export function amongOthers(foreign: ForeignLoad, document: AgentDocument, view: WorkspaceView): ForeignLoad {
  const { runtime, report } = foreign;
  if (!runtime.naming || !view.complete || report.name === null) return foreign;
  const found = [...unknownAgents(foreign, document, view), ...duplicateName(foreign, document, view)];
  if (found.length === 0) return foreign;
  const events = [...report.events, ...found].sort((one, other) => one.span.start - other.span.start);
  return { ...foreign, report: { ...report, events, outcome: outcomeOf(events) } };
}

function unknownAgents({ runtime, report }: ForeignLoad, { uri }: AgentDocument, view: WorkspaceView): LoadEvent[] {
  const mentions = runtime.naming?.mentions(report) ?? [];
  const isKnown = (name: string): boolean =>
    runtime.naming?.builtIn.includes(name) === true ||
    view.runtimeAgents.called(runtime.id, name).length > 0 ||
    // Runtimes with handoffs read the folder of Claude Code too.
    view.agentsCalled(name, uri).some((agent) => agent.name === name);
  return mentions
    .filter(({ name }) => !isKnown(name))
    .map(({ name, span }) => {
      const newName = nearest(name, view.runtimeAgents.names(runtime.id));
      const values = { value: name, ...(newName === undefined ? {} : { newName }) };
      return { cause: 'unknown-agent', effect: 'ignores', span, field: null, values };
    });
}

/** Agents of one folder are offered side by side. */
function duplicateName({ runtime, report }: ForeignLoad, document: AgentDocument, view: WorkspaceView): LoadEvent[] {
  const own = normalizeUri(document.uri);
  const name = report.name ?? '';
  const others = view.runtimeAgents
    .called(runtime.id, name)
    .filter(({ uri }) => uri !== own && parentUri(uri) === parentUri(own));
  const [other] = others;
  if (!other) return [];
  const span = entryOf(report.reading, 'name')?.valueSpan ?? document.lines.lineSpan(0);
  const values = { value: name, other: view.shownPath(other.uri) };
  return [{ cause: 'duplicate-name', effect: 'changes', span, field: 'name', values }];
}
