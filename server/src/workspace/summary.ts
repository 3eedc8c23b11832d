// What the index keeps of a file: names, ranges and what it refers to, but not its text.
import { claudeCode } from '../dialects/claude-code/index.ts';
import { type Reference, referencesIn } from '../dialects/claude-code/references.ts';
import { detectByKeys } from '../dialects/detectPath.ts';
import { entryOf, type FieldEntry, type LoadReport, type LoadScope } from '../dialects/dialect.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import { resolveAlias } from '../model/yaml.ts';
import type { AgentPlace, KnownAgent, KnownServer, KnownSkill } from '../rules/workspaceView.ts';
import { fileStem } from '../util/fileStem.ts';
import { createLineIndex, detached, type Range, type Span } from '../util/text.ts';
import { entriesOf, parseJson, valueAt } from './json.ts';
import { PlacedReference } from './placedReference.ts';
import { type FileRole, loosePlace, type PlaceContext, placeOf, pluginAround, roleOf } from './places.ts';
import { type PluginFacts, readPluginFile } from './plugins.ts';
import { baseName, normalizeUri, parentUri } from './uris.ts';

export interface FileSummary {
  readonly uri: string;
  readonly role: FileRole;
  readonly agent: KnownAgent | null;
  readonly skill: KnownSkill | null;
  readonly servers: readonly KnownServer[];
  readonly plugins: PluginFacts | null;
  readonly references: readonly PlacedReference[];
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Null for a file that has nothing to do with agents. Total. */
export function summarize(uri: string, text: string, context: PlaceContext): FileSummary | null {
  const role = roleOf(uri);
  const nothing = { uri, agent: null, skill: null, servers: [], plugins: null, references: [] };
  switch (role) {
    case null:
      return null;
    case 'plugins':
      return { ...nothing, role, plugins: readPluginFile(uri, text), servers: serversIn(uri, text) };
    case 'servers':
      return { ...nothing, role, servers: serversIn(uri, text) };
    case 'markdown': {
      const place = placeOf(uri, context);
      // Most Markdown is no agent, and a look at its first characters tells.
      if (!place && !/^\uFEFF?---/.test(text)) return null;
      const document = parseDocument(uri, text);
      const placed = place ?? looseByFields(document);
      return placed && summarizeAgent(document, placed);
    }
    default: {
      const document = parseDocument(uri, text);
      const load = claudeCode.load(document, { scope: 'plugin' });
      const skill = role === 'notes' ? null : readSkill(document, role, load, pluginAround(uri, context) ?? null);
      return { ...nothing, role, skill, references: placeReferences(document, referencesIn(document, load.reading)) };
    }
  }
}

function looseByFields(document: AgentDocument): AgentPlace | null {
  const found = detectByKeys(
    document.uri,
    document.keyLines.map(({ key }) => key),
  );
  return found && loosePlace(document.uri);
}

/** How the loader treats the agents of a place. */
export function loadScopeOf({ scope, plugin }: AgentPlace): LoadScope {
  return scope === 'plugin' || (scope === 'loose' && plugin !== null) ? 'plugin' : 'project';
}

/** `load` where it is known already. */
export function summarizeAgent(
  document: AgentDocument,
  place: AgentPlace,
  load: LoadReport = claudeCode.load(document, { scope: loadScopeOf(place) }),
): FileSummary {
  const uri = normalizeUri(document.uri);
  return {
    uri,
    role: 'markdown',
    agent: { uri, ...readAgent(document, place, load) },
    skill: null,
    servers: [],
    plugins: null,
    references: placeReferences(document, referencesIn(document, load.reading)),
  };
}

function readAgent(document: AgentDocument, place: AgentPlace, load: LoadReport): Omit<KnownAgent, 'uri'> {
  const { reading } = load;
  const written = entryOf(reading, 'name');
  const node = resolveAlias(written?.value ?? null);
  const text = node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== '' ? node.value : null;
  const name = detached(load.name ?? text ?? fileStem(document.uri));
  return {
    place,
    name,
    id: [...(place.plugin === null ? [] : [place.plugin, ...place.folders]), name].join(':'),
    loads: load.loads,
    description: load.description === null ? null : detached(load.description),
    nameRange: written && text !== null ? rangeOf(document, nameSpan(document, written, text)) : START,
    writtenName: text === null ? null : detached(text),
    descriptionRange: descriptionRange(document, entryOf(reading, 'description')),
  };
}

/** The name without quotes, where it is written as it is read. */
function nameSpan(document: AgentDocument, { valueSpan }: FieldEntry, name: string): Span {
  const at = document.text.slice(valueSpan.start, valueSpan.end).indexOf(name);
  return at < 0 ? valueSpan : { start: valueSpan.start + at, end: valueSpan.start + at + name.length };
}

function descriptionRange(document: AgentDocument, entry: FieldEntry | undefined): Range | null {
  return entry && entry.valueSpan.end > entry.valueSpan.start ? rangeOf(document, entry.valueSpan) : null;
}

function rangeOf(document: AgentDocument, span: Span): Range {
  return document.lines.rangeOf(span);
}

function placeReferences(document: AgentDocument, references: readonly Reference[]): PlacedReference[] {
  return references.map((reference) => new PlacedReference(document, reference));
}

function readSkill(document: AgentDocument, role: FileRole, load: LoadReport, plugin: string | null): KnownSkill {
  const value = (key: string): unknown => {
    const node = resolveAlias(entryOf(load.reading, key)?.value ?? null);
    return node?.kind === 'scalar' ? node.value : undefined;
  };
  // Documented: a skill goes by its folder, a command by its file.
  const name = role === 'skill' ? baseName(parentUri(document.uri)) : fileStem(document.uri);
  return {
    uri: document.uri,
    name,
    id: plugin === null ? name : `${plugin}:${name}`,
    preloads: value('disable-model-invocation') !== true,
    description: load.description === null ? null : detached(load.description),
  };
}

/** The servers under `mcpServers`; in the user's own file those of single projects too. */
function serversIn(uri: string, text: string): KnownServer[] {
  const json = parseJson(text);
  const projects = entriesOf(valueAt(json, 'projects')).map(([, project]) => project);
  const names = [json, ...projects].flatMap((each) => entriesOf(valueAt(each, 'mcpServers')).map(([name]) => name));
  if (names.length === 0) return [];
  const lines = createLineIndex(text);
  return names.map((name) => ({ uri, name, range: lines.rangeOf(keySpan(text, name)) }));
}

/** The first key of that name after `mcpServers`. */
function keySpan(text: string, name: string): Span {
  const key = JSON.stringify(name);
  const from = text.indexOf('"mcpServers"');
  for (let at = text.indexOf(key, from + 1); at >= 0; at = text.indexOf(key, at + 1)) {
    if (/^\s*:/.test(text.slice(at + key.length, at + key.length + 20))) return { start: at, end: at + key.length };
  }
  return { start: 0, end: 0 };
}
