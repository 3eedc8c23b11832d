// What Claude Code 2.1.331 reads in the manifest of a plugin (`.claude-plugin/plugin.json`), and whether it accepts it: one
// invalid value keeps the whole plugin from loading. Measured.
import type * as z from 'zod';
import {
  type JsonDocument,
  type JsonNode,
  type JsonObject,
  type JsonProperty,
  nodeAt,
  plainJson,
  propertyOf,
} from '../../model/json.ts';
import type { Span } from '../../util/text.ts';
import { MANIFEST_FIELDS, type ManifestField, type PathRule } from './manifestFields.ts';

export interface Manifest {
  /** Null if the file is not a JSON object. */
  readonly root: JsonObject | null;
  /** Null if there is no valid name. */
  readonly name: string | null;
  readonly nameFault: NameFault | null;
  /** The fields in the file that Claude Code checks. */
  readonly fields: ReadonlyMap<string, ReadField>;
  /** The first cause, in file order, that keeps the plugin from loading; null if it loads. */
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly span: Span;
  /** The field to fix; null if it is the file as a whole. */
  readonly field: string | null;
}

export type NameFault = 'missing' | 'not-a-string' | 'empty' | 'character';

export interface ReadField {
  readonly key: string;
  readonly field: ManifestField;
  readonly property: JsonProperty;
  /** The paths it names, in order of writing. */
  readonly paths: readonly WrittenPath[];
  /** The value of the wrong type, if any. */
  readonly wrongType: Span | null;
}

export interface WrittenPath {
  readonly path: string;
  /** The string, in its quotes. */
  readonly span: Span;
  /** Its position in a list; null if it is not in one. */
  readonly index: number | null;
  /** `prefix`: it does not start with `./`; `ending`: it does not have the ending the field requires. Null if valid. */
  readonly fault: 'prefix' | 'ending' | null;
}

/** Total: works for any text. */
export function readManifest(document: JsonDocument): Manifest {
  const root = document.root?.kind === 'object' ? document.root : null;
  if (!root) {
    const span = document.fault?.span ?? document.root?.span ?? { start: 0, end: document.text.length };
    return { root, name: null, nameFault: null, fields: new Map(), refusal: { span, field: null } };
  }
  const name = propertyOf(root, 'name')?.value;
  const nameFault = faultOfName(name);
  const fields = readFields(root);
  return {
    root,
    name: nameFault === null && name?.kind === 'scalar' ? String(name.value) : null,
    nameFault,
    fields,
    refusal: firstRefusal(root, nameFault, fields),
  };
}

/** Characters that a plugin name must not contain. Measured character by character. */
export const NOT_IN_NAMES = /[@:/\\\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

function faultOfName(name: JsonNode | undefined): NameFault | null {
  if (!name) return 'missing';
  if (name.kind !== 'scalar' || typeof name.value !== 'string') return 'not-a-string';
  if (name.value === '') return 'empty';
  return NOT_IN_NAMES.test(name.value) ? 'character' : null;
}

function readFields(root: JsonObject): ReadonlyMap<string, ReadField> {
  const found = new Map<string, ReadField>();
  for (const key of new Set(root.properties.map((property) => property.key))) {
    const field = Object.hasOwn(MANIFEST_FIELDS, key) ? MANIFEST_FIELDS[key] : undefined;
    const property = propertyOf(root, key);
    if (field && property) found.set(key, { key, field, property, ...readValue(field, property.value) });
  }
  return found;
}

function readValue(field: ManifestField, node: JsonNode): Pick<ReadField, 'paths' | 'wrongType'> {
  const parsed = field.schema.safeParse(plainJson(node));
  return {
    paths: field.paths ? pathsIn(field.paths, node) : [],
    wrongType: parsed.success ? null : nodeAt(node, deepest(parsed.error.issues)).span,
  };
}

/** The path to the invalid part: of several shapes a value may have, the closest one is probably meant. */
function deepest(issues: readonly z.core.$ZodIssue[]): readonly PropertyKey[] {
  const found = issues.map(({ path, ...issue }) => {
    const inner = issue.code === 'invalid_union' ? issue.errors.map(deepest) : [];
    return [...path, ...longest(inner)];
  });
  return longest(found);
}

function longest(paths: readonly (readonly PropertyKey[])[]): readonly PropertyKey[] {
  return paths.reduce((one, other) => (other.length > one.length ? other : one), []);
}

function pathsIn(rule: PathRule, node: JsonNode): WrittenPath[] {
  const read = (each: JsonNode | undefined, index: number | null): WrittenPath[] => {
    if (each?.kind !== 'scalar' || typeof each.value !== 'string') return [];
    return [{ path: each.value, span: each.span, index, fault: faultOfPath(each.value, rule) }];
  };
  if (node.kind === 'list') return node.items.flatMap(read);
  if (node.kind === 'scalar') return read(node, null);
  // Only commands name files in an object; servers and hooks are defined in it.
  if (rule.ending !== null) return [];
  return node.properties.flatMap(({ value }) => read(propertyOf(value, 'source')?.value, null));
}

function faultOfPath(path: string, { ending, alsoElsewhere = [] }: PathRule): WrittenPath['fault'] {
  if (alsoElsewhere.some((each) => path.endsWith(each))) return null;
  // If both are wrong, the ending matters more: it distinguishes a folder from a file.
  if (ending !== null && !path.endsWith(ending)) return 'ending';
  return path.startsWith('./') ? null : 'prefix';
}

function firstRefusal(root: JsonObject, nameFault: NameFault | null, fields: Manifest['fields']): Refusal | null {
  const found: Refusal[] = [];
  if (nameFault !== null) found.push({ span: propertyOf(root, 'name')?.value.span ?? braceOf(root), field: 'name' });
  for (const { key, field, paths, wrongType } of fields.values()) {
    if (field.onFault !== 'refuses') continue;
    for (const { span, fault } of paths) if (fault !== null) found.push({ span, field: key });
    if (wrongType) found.push({ span: wrongType, field: key });
  }
  return found.sort((one, other) => one.span.start - other.span.start)[0] ?? null;
}

/** The opening brace: where to report something missing from an object. */
export function braceOf({ span }: JsonObject): Span {
  return { start: span.start, end: span.start + 1 };
}
