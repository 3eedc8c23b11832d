// What the loader of Claude Code 2.1.331 does with an agent file: whether it loads, under which name, and with which
// powers.

import type { AgentDocument } from '../../model/document.ts';
import { type PlainValue, plainValue, stringOf } from '../../model/plain.ts';
import { fileStem } from '../../util/fileStem.ts';
import { entryOf, type FieldEntry } from '../entries.ts';
import type {
  IgnoredField,
  IndexedReading,
  IndexedReport,
  LoadContext,
  LoadScope,
  ManifestVerdict,
} from '../indexed.ts';
import { UNKNOWN_SESSION } from '../session.ts';
import { agentId } from './agents.ts';
import { strayHooks } from './hookGuards.ts';
import { hooksProblems } from './hooks.ts';
import { readPowers } from './powers.ts';
import { readFrontMatter } from './read.ts';
import { ignoredFields } from './values.ts';

const NAME_LIMIT = 256;

/** Total: every document has a report. */
export function load(
  document: AgentDocument,
  { scope, session = UNKNOWN_SESSION, prefix = scope === 'plugin' ? null : [], manifest = 'loads' }: LoadContext,
): IndexedReport {
  const reading = readFrontMatter(document);
  const fields = readFields(reading);
  const reason = scope === 'plugin' ? pluginDropReason(fields, manifest) : dropReason(document, reading, fields);
  const name = reason === null ? loadedName(document, fields.name, scope) : null;
  const id = name === null || prefix === null ? null : agentId(prefix, name);
  const ignored = ignoredFields(reading, scope);
  return {
    runtime: 'claude-code',
    as: scope,
    loads: reason === null,
    reason,
    name,
    id,
    description: typeof fields.description === 'string' ? fields.description : null,
    ...readPowers(document, reading, { scope, session, id, ignored }),
    ignored: [...overriddenFields(reading), ...ignored],
    reading,
  };
}

interface KnownFields {
  readonly name: PlainValue | undefined;
  readonly description: PlainValue | undefined;
  readonly hooks: FieldEntry | undefined;
}

function readFields(reading: IndexedReading): KnownFields {
  return {
    name: fieldValue(reading, 'name'),
    description: fieldValue(reading, 'description'),
    hooks: entryOf(reading, 'hooks'),
  };
}

function fieldValue(reading: IndexedReading, key: string): PlainValue | undefined {
  const entry = entryOf(reading, key);
  return entry && plainValue(entry.value);
}

/** The rule that explains why a project agent does not load, checked in the runtime's own order. */
function dropReason(
  document: AgentDocument,
  reading: IndexedReading,
  { name, description, hooks }: KnownFields,
): string | null {
  switch (reading.state) {
    case 'none':
      return document.frontMatter.state === 'unclosed' ? 'frontmatter/unclosed' : 'frontmatter/missing';
    case 'unreadable':
      return 'frontmatter/unparsable';
    case 'not-a-map':
      return 'frontmatter/not-a-map';
  }
  if (name === undefined) return 'frontmatter/missing-name';
  if (typeof name !== 'string' || name === '' || nameFault(name) !== null) return 'frontmatter/invalid-name';
  if (description === undefined) return 'frontmatter/missing-description';
  if (typeof description !== 'string' || description === '') return 'frontmatter/invalid-description';
  const problems = [...strayHooks(reading), ...(hooks ? hooksProblems(hooks) : [])];
  return problems.some((problem) => problem.drops) ? 'frontmatter/invalid-hooks' : null;
}

/**
 * Measured: every file of a plugin loads unless the manifest keeps it out or the name is a mapping. 2.1.331 is the first not
 * to load the latter: 2.1.329 called the agent `[object Object]`.
 */
function pluginDropReason({ name }: KnownFields, manifest: ManifestVerdict): string | null {
  if (manifest === 'refused') return 'workspace/plugin-not-loaded';
  if (manifest === 'unlisted') return 'workspace/not-in-manifest';
  return isMapping(name) ? 'frontmatter/invalid-name' : null;
}

function isMapping(value: PlainValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type NameFault = 'leading-hyphen' | 'colon' | 'too-long';

/** What a project's loader rejects in a string name. */
export function nameFault(name: string): NameFault | null {
  if (name.startsWith('-')) return 'leading-hyphen';
  if (name.includes(':')) return 'colon';
  return name.length > NAME_LIMIT ? 'too-long' : null;
}

/** Measured: a plugin agent without a usable name is named after its file; a list, number, or boolean is converted. */
function loadedName(document: AgentDocument, name: PlainValue | undefined, scope: LoadScope): string {
  if (scope === 'project') return String(name);
  const text = name === undefined || name === null ? '' : stringOf(name);
  return text === '' || text.length > NAME_LIMIT ? fileStem(document.uri) : text;
}

function overriddenFields(reading: IndexedReading): IgnoredField[] {
  const overridden = reading.entries.filter((entry) => entry.overridden);
  return overridden.map(({ key, keySpan }) => ({
    field: key,
    reason: 'a later entry with the same key takes precedence',
    span: keySpan,
  }));
}
