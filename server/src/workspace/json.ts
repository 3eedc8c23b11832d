// JSON of manifests and configurations, as the runtime reads it: strictly. Total.

import type { JsonValue } from '../model/json.ts';

/** Null for what is no JSON. */
export function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
  } catch {
    return null;
  }
}

/** The value of a key; undefined where there is none, or no object. */
export function valueAt(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function textAt(value: JsonValue | undefined, key: string): string | null {
  const found = valueAt(value, key);
  return typeof found === 'string' && found !== '' ? found : null;
}

/** The entries of an object; none of anything else. */
export function entriesOf(value: JsonValue | undefined): [string, JsonValue][] {
  return isObject(value) ? Object.entries(value) : [];
}

export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
