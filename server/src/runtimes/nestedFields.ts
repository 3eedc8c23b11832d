// The keys inside a mapping field, derived from its declaration: for completion, hover, and the field reference.
import * as z from 'zod';
import type { Field } from './fields.ts';

export interface NestedField {
  readonly key: string;
  readonly description: string;
  /** The accepted values, if there are few. */
  readonly values: readonly string[];
  /** A list or mapping follows on the lines below. */
  readonly opensBlock: boolean;
}

/** The keys of the mapping at a path below a field, ignoring lists along the way. Empty if there is no such mapping. */
export function nestedFields({ schema }: Field, path: readonly string[]): NestedField[] {
  const shape = shapeAt(schema, path);
  return shape ? Object.entries(shape).map(([key, inner]) => describe(key, inner)) : [];
}

function shapeAt(schema: z.core.$ZodType, path: readonly string[]): z.core.$ZodShape | null {
  const [first, ...rest] = path;
  const shape = shapeOf(schema);
  if (first === undefined || !shape) return shape;
  const inner = Object.hasOwn(shape, first) ? shape[first] : undefined;
  return inner ? shapeAt(inner, rest) : null;
}

/** The mapping that a value is, may be, or is a list of. */
function shapeOf(schema: z.core.$ZodType): z.core.$ZodShape | null {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return shapeOf(schema.element);
  if (!(schema instanceof z.ZodUnion)) return null;
  return schema.options.map(shapeOf).find((shape) => shape !== null) ?? null;
}

function describe(key: string, schema: z.core.$ZodType): NestedField {
  const meta = metaOf(schema);
  return {
    key,
    description: meta.description ?? '',
    values: meta.values ?? valuesOf(schema),
    opensBlock: shapeOf(schema) !== null || isList(schema),
  };
}

interface NestedMeta {
  readonly description?: string;
  readonly values?: readonly string[];
}

/** The description of an optional value applies to the value. */
function metaOf(schema: z.core.$ZodType): NestedMeta {
  const own = (z.globalRegistry.get(schema) ?? {}) as NestedMeta;
  return own.description === undefined && schema instanceof z.ZodOptional ? metaOf(schema.unwrap()) : own;
}

function valuesOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodOptional) return valuesOf(schema.unwrap());
  if (schema instanceof z.ZodBoolean) return ['true', 'false'];
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

function isList(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodOptional ? isList(schema.unwrap()) : schema instanceof z.ZodArray;
}
