// Fields declared once: zod for the shape, metadata for everything said about a field anywhere.
import type * as z from 'zod';

/** Where a fact comes from. */
export interface Evidence {
  /**
   * `documentation`: the vendor's pages; `measured`: observed on the real runtime; `types`: the vendor's published
   * types.
   */
  readonly source: 'documentation' | 'measured' | 'types';
  readonly detail: string;
  readonly url?: string;
  readonly verifiedOn: string;
}

/** One accepted value of a field, for completion, hover, and "did you mean". */
export interface ValueDoc {
  readonly value: string;
  readonly description: string;
  /** The first runtime version that accepts it, if known. */
  readonly since?: string;
  /** Accepted, but discouraged. */
  readonly deprecated?: string;
}

/** What a field is for, whatever a runtime calls it: how a key of one runtime becomes one of another. */
export type FieldRole =
  | 'name'
  | 'label'
  | 'description'
  | 'tools.allow'
  | 'tools.deny'
  | 'model'
  | 'temperature'
  | 'turns'
  | 'timeout'
  | 'color'
  | 'mcp'
  | 'hooks'
  | 'skills'
  | 'effort'
  | 'approval'
  | 'memory'
  | 'background'
  | 'kind';

export interface FieldMeta {
  readonly role?: FieldRole;
  /** What the field does, in Markdown. */
  readonly description: string;
  readonly required?: boolean;
  /** The accepted values, phrased to follow "takes": `a list of names`. */
  readonly shape: string;
  /** What the runtime does with an invalid value: `ignores it`. */
  readonly onInvalid: string;
  /** What happens without the field. */
  readonly default?: string;
  readonly since?: string;
  /** Scopes whose loader ignores the field. */
  readonly ignoredIn?: readonly string[];
  /** Absent from the vendor's documentation. */
  readonly undocumented?: boolean;
  readonly values?: readonly ValueDoc[];
  /** What completion inserts after `key: `, in LSP snippet syntax. */
  readonly snippet?: string;
  readonly evidence: readonly Evidence[];
  /** For fields of a format on top of this runtime: the runtime ignores them, but the format's own readers do not. */
  readonly readBy?: string;
}

export interface Field extends FieldMeta {
  readonly key: string;
  /** Validates the plain value. */
  readonly schema: z.ZodType;
}

export interface FieldTable {
  readonly all: readonly Field[];
  get(key: string): Field | undefined;
}

export function createFieldTable(fields: Readonly<Record<string, FieldMeta & { schema: z.ZodType }>>): FieldTable {
  const all = Object.entries(fields).map(([key, field]) => ({ key, ...field }));
  const byKey = new Map(all.map((field) => [field.key, field]));
  return { all, get: (key) => byKey.get(key) };
}

/** The fields of a runtime together with those of formats that are layered on its files. */
export function withFormat(own: FieldTable, format: FieldTable): FieldTable {
  return { all: [...own.all, ...format.all], get: (key) => own.get(key) ?? format.get(key) };
}
