// Agents to convert: what real runtimes were measured on, with the runtime each of them belongs to.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { SetRow } from '../../scripts/conformance/runtimes.ts';
import { shareOf } from '../../scripts/conformance/sets.ts';
import { type AgentDocument, parseDocument } from '../../server/src/model/document.ts';
import { placeUnder } from '../../server/src/runtimes/readers.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import type { Place, Runtime } from '../../server/src/runtimes/runtime.ts';

export interface Convertible {
  readonly id: string;
  readonly from: Runtime;
  readonly place: Place;
  readonly document: AgentDocument;
}

const FILES: readonly (readonly [runtime: string, file: string])[] = [
  ['claude-code', 'claude-code-2.1.329.jsonl'],
  ['claude-code', 'claude-code-2.1.331-foreign.jsonl'],
  ['vscode', 'vscode-1.139.1.jsonl'],
  ['copilot-cli', 'copilot-cli-1.0.102.jsonl'],
  ['gemini-cli', 'gemini-cli-0.61.0.jsonl'],
  ['opencode', 'opencode-1.18.34.jsonl'],
  ['opencode-v2', 'opencode-v2core-1.18.34.jsonl'],
  ['kilo', 'kilo-7.7.9.jsonl'],
  ['qwen-code', 'qwen-code-0.24.4.jsonl'],
];

/** Agents that load in the runtime they were measured with: of the share in the repository, or of all sets beside it. */
export function measuredAgents(rows: (file: string) => readonly SetRow[] = shareOf): Convertible[] {
  return FILES.flatMap(([id, file]) => {
    const from = runtimeOf(id);
    return rows(file).flatMap((row) => {
      const { text, path = `a/agents/${row.id}.md` } = row;
      return text === undefined ? [] : (convertible(`${id} ${row.id}`, from, path, text) ?? []);
    });
  });
}

/** The samples, and the seed agents where they are at hand. */
export function sampleAgents(): Convertible[] {
  const folders = ['../../samples/.claude/agents/', '../../../shared/seeds/'];
  return folders.flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    const names = existsSync(url) ? readdirSync(url).filter((name) => name.endsWith('.md')) : [];
    return names.flatMap((name) => {
      const text = readFileSync(new URL(name, url), 'utf8');
      return convertible(name, runtimeOf('claude-code'), `.claude/agents/${name}`, text) ?? [];
    });
  });
}

/** Undefined for a text that is no agent there. `path` is that of the file in a project. */
export function convertible(id: string, from: Runtime, path: string, text: string): Convertible | undefined {
  const place = placeUnder(from, path, 'project');
  if (!place) throw new Error(`${from.id} has no place in a project`);
  const document = parseDocument(`file:///project/${encodeURI(`${place.folder}/${place.path}`)}`, text);
  return from.meaning(document, place) ? { id, from, place, document } : undefined;
}

export function runtimeOf(id: string): Runtime {
  const runtime = runtimes.find((each) => each.id === id);
  if (!runtime) throw new Error(`no runtime ${id}`);
  return runtime;
}
