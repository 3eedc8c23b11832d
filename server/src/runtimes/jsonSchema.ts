// The front matter of a runtime as JSON Schema, derived from the declared fields.
import * as z from 'zod';
import type { Field } from './fields.ts';
import type { IndexedRuntime } from './indexed.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** Unknown keys are allowed, as in the runtime. */
export function frontMatterSchema(runtime: IndexedRuntime): JsonSchema {
  const { all } = runtime.fields;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${runtime.label} agent`,
    description: `Front matter of a ${runtime.label} agent, as accepted by version ${runtime.measuredOn}.`,
    type: 'object',
    properties: Object.fromEntries(all.map((field) => [field.key, fieldSchema(field)])),
    required: all.filter(({ required }) => required).map(({ key }) => key),
    additionalProperties: true,
  };
}

function fieldSchema(field: Field): JsonSchema {
  const { $schema: _, ...shape } = z.toJSONSchema(field.schema, { io: 'input', unrepresentable: 'any' });
  const notes = [
    field.description,
    field.readBy ? `Read by ${field.readBy}, not by the runtime.` : '',
    field.default ? `Default: ${field.default}.` : '',
    field.since ? `Since ${field.since}.` : '',
    field.ignoredIn ? `Ignored in ${field.ignoredIn.join(', ')} agents.` : '',
  ];
  return { ...shape, description: notes.filter((note) => note !== '').join(' ') };
}
