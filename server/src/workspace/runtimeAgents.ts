// The agents of runtimes other than Claude Code in a workspace, by name: which there are, and where others name them.

import type { AgentDocument } from '../model/document.ts';
import type { RuntimeAgent, RuntimeAgentsView } from '../rules/workspaceView.ts';
import { entryOf } from '../runtimes/entries.ts';
import type { Owner } from '../runtimes/owner.ts';
import type { RuntimeId } from '../runtimes/runtime.ts';
import { detached, type Range, type Span, TEXT_START } from '../util/text.ts';
import { SortedSets } from './sortedSets.ts';
import { normalizeUri } from './uris.ts';

export class RuntimeAgents implements RuntimeAgentsView {
  private readonly files = new Map<string, RuntimeAgent>();
  private readonly byName = new SortedSets();
  private readonly mentions = new SortedSets();

  /** What a file says now; null where it is no agent of such a runtime. */
  set(uri: string, agent: RuntimeAgent | null): void {
    const before = this.files.get(uri);
    if (before) {
      this.files.delete(uri);
      this.byName.remove(keyOf(before.runtime, before.name), uri);
      for (const { name } of before.mentions) this.mentions.remove(keyOf(before.runtime, name), uri);
    }
    if (!agent) return;
    this.files.set(uri, agent);
    this.byName.add(keyOf(agent.runtime, agent.name), uri);
    for (const { name } of agent.mentions) this.mentions.add(keyOf(agent.runtime, name), uri);
  }

  at(uri: string): RuntimeAgent | undefined {
    return this.files.get(uri);
  }

  /** By exactly this name, in order of their files. */
  called(runtime: RuntimeId, name: string): RuntimeAgent[] {
    return this.byName.of(keyOf(runtime, name)).flatMap((uri) => this.files.get(uri) ?? []);
  }

  /** Each name once, in alphabetical order. */
  names(runtime: RuntimeId): string[] {
    const own = [...this.files.values()].filter((agent) => agent.runtime === runtime);
    return [...new Set(own.map(({ name }) => name))].sort();
  }

  /** Where a name stands in the files of a runtime, in order of file and place. */
  mentionsOf(runtime: RuntimeId, name: string): { readonly uri: string; readonly range: Range }[] {
    return this.mentions
      .of(keyOf(runtime, name))
      .flatMap((uri) =>
        (this.files.get(uri)?.mentions ?? [])
          .filter((mention) => mention.name === name)
          .map(({ range }) => ({ uri, range })),
      );
  }
}

function keyOf(runtime: RuntimeId, name: string): string {
  return `${runtime} ${name}`;
}

/** Null for a runtime whose agents name no others, and for a file that is none. */
export function summarizeOwned(document: AgentDocument, { runtime, place }: Owner): RuntimeAgent | null {
  if (!runtime?.naming) return null;
  const report = runtime.load(document, place);
  if (report.name === null) return null;
  const written = entryOf(report.reading, 'name');
  const span = written ? spanOfName(document.text, written.valueSpan, report.name) : null;
  return {
    uri: normalizeUri(document.uri),
    runtime: runtime.id,
    name: detached(report.name),
    nameRange: span ? document.lines.rangeOf(span) : TEXT_START,
    isNameWritten: span !== null,
    description: report.description === null ? null : detached(report.description),
    mentions: runtime.naming.mentions(report).map((mention) => ({
      name: detached(mention.name),
      range: document.lines.rangeOf(mention.span),
    })),
  };
}

/** A name in its value, without quotes; null where it is not written as it is read. */
export function spanOfName(text: string, { start, end }: Span, name: string): Span | null {
  const at = name === '' ? -1 : text.slice(start, end).indexOf(name);
  return at < 0 ? null : { start: start + at, end: start + at + name.length };
}
