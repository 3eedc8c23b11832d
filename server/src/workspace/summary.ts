// What the index keeps of a file: names, ranges and what it refers to, but not its text.

import { type AgentDocument, parseDocument } from '../model/document.ts';
import { resolveAlias } from '../model/yaml.ts';
import type { AgentPlace, KnownAgent, KnownServer, KnownSkill, RuntimeAgent } from '../rules/workspaceView.ts';
import { entryOf, type FieldEntry } from '../runtimes/entries.ts';
import type { IndexedReport, LoadContext, LoadScope } from '../runtimes/indexed.ts';
import type { Owner } from '../runtimes/owner.ts';
import type { Reference } from '../runtimes/reference.ts';
import { indexed } from '../runtimes/registry.ts';
import { fileStem } from '../util/fileStem.ts';
import { createLineIndex, detached, type Range, type Span, TEXT_START } from '../util/text.ts';
import { entriesOf, parseJson, valueAt } from './json.ts';
import { readersIn } from './owners.ts';
import { PlacedReference } from './placedReference.ts';
import {
  commandId,
  type FileRole,
  isSkillPlace,
  loosePlace,
  type PlaceContext,
  placeOf,
  pluginAround,
  roleOf,
  workflowPrefix,
} from './places.ts';
import { type PluginFacts, pluginFileKind, readPluginFile } from './pluginFiles.ts';
import { spanOfName, summarizeOwned } from './runtimeAgents.ts';
import { readSettings, type SettingsFacts } from './settingsFile.ts';
import { userSettingsFile } from './settingsIndex.ts';
import { baseName, normalizeUri, parentUri } from './uris.ts';

export interface FileSummary {
  readonly uri: string;
  readonly role: FileRole;
  readonly agent: KnownAgent | null;
  readonly skill: KnownSkill | null;
  readonly servers: readonly KnownServer[];
  readonly plugins: PluginFacts | null;
  readonly settings: SettingsFacts | null;
  readonly references: readonly PlacedReference[];
  /** Keys that nothing known reads: other agents of the folder may have them too. Of agents only. */
  readonly unknownKeys: readonly string[];
  /** Names of the agents it hands work to, where it can. */
  readonly delegates: readonly string[];
  /** What it is among the agents of another runtime that owns it. */
  readonly runtimeAgent: RuntimeAgent | null;
}

const NOTHING = {
  agent: null,
  skill: null,
  servers: [],
  plugins: null,
  settings: null,
  references: [],
  unknownKeys: [],
  delegates: [],
  runtimeAgent: null,
} as const;

/** Null for a file that has nothing to do with agents. Total. */
export function summarize(uri: string, text: string, context: PlaceContext): FileSummary | null {
  const role = roleOf(uri) ?? (isUserSettings(uri, context) ? 'settings' : null);
  if (role === null || isForeignList(uri, context)) return null;
  if (role === 'extension') return { ...NOTHING, uri, role };
  if (role === 'settings') return { ...NOTHING, uri, role, settings: readSettings(uri, text) };
  if (role === 'plugins')
    return { ...NOTHING, uri, role, plugins: readPluginFile(uri, text), servers: serversIn(uri, text) };
  if (role === 'servers') {
    const inPlugin = context.plugins.at(parentUri(uri)) !== undefined;
    return { ...NOTHING, uri, role, servers: serversIn(uri, text, inPlugin) };
  }
  const { owner } = readersIn(uri, context);
  if (owner?.runtime?.naming) return summarizeForeign(parseDocument(uri, text), owner);
  // Among agents every Markdown file is read as one, whatever it is called.
  const place = placeOf(uri, context);
  if (owner?.place.scope === 'extension' && !place) return null;
  if (place) {
    const document = parseDocument(uri, text);
    return isMeantAsAgent(document, place) ? summarizeAgent(document, place) : null;
  }
  if (role === 'workflow') return summarizeWorkflow(uri, text, context);
  const skill = skillId(uri, role, context);
  if (skill !== null || role !== 'markdown') return summarizeSkill(parseDocument(uri, text), role, skill);
  // Most Markdown is no agent, and a look at its first characters tells.
  if (!/^\uFEFF?---/.test(text)) return null;
  const document = parseDocument(uri, text);
  const loose = looseByFields(document);
  return loose && summarizeAgent(document, loose);
}

/** What the index keeps of a file that another runtime owns; null where its agents name no others. */
export function summarizeForeign(document: AgentDocument, owner: Owner): FileSummary | null {
  const runtimeAgent = summarizeOwned(document, owner);
  return runtimeAgent && { ...NOTHING, uri: runtimeAgent.uri, role: 'markdown', runtimeAgent };
}

/** A list of installed plugins that is not the user's own: of another machine, or in a test. */
function isForeignList(uri: string, { userFolder }: PlaceContext): boolean {
  return pluginFileKind(uri) === 'installed' && parentUri(parentUri(uri)) !== userFolder;
}

/** The user's folder may have any name. */
function isUserSettings(uri: string, { userFolder }: PlaceContext): boolean {
  return userFolder !== null && uri === userSettingsFile(userFolder);
}

/** What a skill or a command is asked for by; null where Claude Code finds none there. */
function skillId(uri: string, role: FileRole, context: PlaceContext): string | null {
  if (role !== 'skill') return role === 'notes' ? null : commandId(uri, context);
  const plugin = pluginAround(uri, context);
  const name = baseName(parentUri(uri));
  if (!isSkillPlace(uri, context)) return null;
  return plugin === undefined ? name : `${plugin}:${name}`;
}

function looseByFields(document: AgentDocument): AgentPlace | null {
  const found = indexed.detectByKeys(
    document.uri,
    document.keyLines.map(({ key }) => key),
  );
  return found && loosePlace(document.uri);
}

/** A file that its plugin's manifest does not list is an agent (one that does not load) only if it looks like one. */
export function isMeantAsAgent(document: AgentDocument, { manifest }: AgentPlace): boolean {
  return manifest !== 'unlisted' || looseByFields(document) !== null;
}

/** How the loader treats the agents of a place. */
export function loadScopeOf({ scope, plugin }: AgentPlace): LoadScope {
  return scope === 'plugin' || (scope === 'loose' && plugin !== null) ? 'plugin' : 'project';
}

/** What stands before the name of an agent in what it is called by; null where its plugin is not known. */
export function idPrefix({ plugin, folders }: AgentPlace, scope: LoadScope): readonly string[] | null {
  if (scope === 'project') return [];
  return plugin === null ? null : [plugin, ...folders];
}

/** Of what surrounds the agent, only what decides whether it loads and what it is called. */
function loadContextOf(place: AgentPlace): LoadContext {
  const scope = loadScopeOf(place);
  return { scope, prefix: idPrefix(place, scope), manifest: place.manifest };
}

/** `load` where it is known already. */
export function summarizeAgent(
  document: AgentDocument,
  place: AgentPlace,
  load: IndexedReport = indexed.load(document, loadContextOf(place)),
): FileSummary {
  const uri = normalizeUri(document.uri);
  const isAgent = !indexed.isDocumentation(document, load);
  return {
    ...NOTHING,
    uri,
    role: 'markdown',
    agent: isAgent ? { uri, ...readAgent(document, place, load) } : null,
    unknownKeys: isAgent ? indexed.conventionKeys(document, load.reading, indexed.fields).map(detached) : [],
    references: placeReferences(document, indexed.referencesIn(document, load.reading)),
    delegates: [...new Set(indexed.delegations(document, load).map(({ name }) => detached(name)))],
  };
}

function readAgent(document: AgentDocument, place: AgentPlace, load: IndexedReport): Omit<KnownAgent, 'uri'> {
  const { reading } = load;
  const written = entryOf(reading, 'name');
  const node = resolveAlias(written?.value ?? null);
  const text = node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== '' ? node.value : null;
  const name = detached(load.name ?? text ?? fileStem(document.uri));
  const nameSpan = written && text !== null ? spanOfName(document.text, written.valueSpan, text) : null;
  const idIn = (plugin: string): string => indexed.names.idOf([plugin, ...place.folders], name);
  return {
    place,
    name,
    id: place.plugin === null ? name : idIn(place.plugin),
    otherIds: place.otherPlugins.map(idIn),
    loads: load.loads,
    description: load.description === null ? null : detached(load.description),
    nameRange: written && text !== null ? rangeOf(document, nameSpan ?? written.valueSpan) : TEXT_START,
    writtenName: text === null ? null : detached(text),
    descriptionRange: descriptionRange(document, entryOf(reading, 'description')),
  };
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

/** Null for a script that Claude Code does not find or skips. */
function summarizeWorkflow(uri: string, text: string, context: PlaceContext): FileSummary | null {
  const prefix = workflowPrefix(uri, context);
  const name = prefix === null ? null : indexed.files.workflowName(text);
  if (name === null) return null;
  const id = detached(prefix + name);
  const skill = {
    uri,
    kind: 'workflow',
    name: indexed.names.bare(id),
    id,
    otherName: null,
    preloads: true,
    description: null,
  } as const;
  return { ...NOTHING, uri, role: 'workflow', skill };
}

/** `id` is null where Claude Code does not find it as a skill. */
function summarizeSkill(document: AgentDocument, role: FileRole, id: string | null): FileSummary {
  const { uri } = document;
  const load = indexed.load(document, { scope: 'plugin' });
  const references = placeReferences(document, indexed.referencesIn(document, load.reading));
  return { ...NOTHING, uri, role, skill: id === null ? null : { uri, ...readSkill(load, role, id) }, references };
}

/** Measured: a skill goes by its folder and by its own `name`, a command by its file alone. */
function readSkill({ reading, description }: IndexedReport, role: FileRole, id: string): Omit<KnownSkill, 'uri'> {
  const value = (key: string): unknown => {
    const node = resolveAlias(entryOf(reading, key)?.value ?? null);
    return node?.kind === 'scalar' ? node.value : undefined;
  };
  const name = indexed.names.bare(id);
  const written = value('name');
  return {
    kind: role === 'command' ? 'command' : 'skill',
    name,
    id,
    otherName: role === 'skill' && typeof written === 'string' && written !== name ? detached(written) : null,
    preloads: !/^(?:true|yes|on|1)$/i.test(String(value('disable-model-invocation'))),
    description: description === null ? null : detached(description),
  };
}

/**
 * The servers under `mcpServers`; in the user's own file those of single projects too. Measured: in the file of a plugin
 * they may stand without that key.
 */
function serversIn(uri: string, text: string, inPlugin = false): KnownServer[] {
  const json = parseJson(text);
  const isBare = inPlugin && valueAt(json, 'mcpServers') === undefined;
  const projects = entriesOf(valueAt(json, 'projects')).map(([, project]) => project);
  const lists = isBare ? [json] : [json, ...projects].map((each) => valueAt(each, 'mcpServers'));
  const names = lists.flatMap((each) => entriesOf(each).map(([name]) => name));
  if (names.length === 0) return [];
  const lines = createLineIndex(text);
  const from = isBare ? 0 : text.indexOf('"mcpServers"') + 1;
  return names.map((name) => ({ uri, name, range: lines.rangeOf(keySpan(text, name, from)) }));
}

/** The first key of that name from an offset on. */
function keySpan(text: string, name: string, from: number): Span {
  const key = JSON.stringify(name);
  for (let at = text.indexOf(key, from); at >= 0; at = text.indexOf(key, at + 1)) {
    if (/^\s*:/.test(text.slice(at + key.length, at + key.length + 20))) return { start: at, end: at + key.length };
  }
  return { start: 0, end: 0 };
}
