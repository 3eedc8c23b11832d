// contributes.configuration of package.json and docs/settings.md, from the declaration of the settings.
import * as z from 'zod';
import { SETTINGS_SECTION, settingsShape } from '../../server/src/lsp/settings.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { GENERATED, page, table } from './markdown.ts';

export const SETTINGS_PAGE = 'docs/settings.md';

interface JsonSchema {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: string;
  readonly default?: unknown;
  readonly [keyword: string]: unknown;
}

export interface Configuration {
  readonly title: string;
  readonly properties: Readonly<Record<string, JsonSchema>>;
}

export function renderConfiguration(title: string, rules: readonly Rule[]): Configuration {
  const properties = Object.entries(settingsShape).map(([key, schema]) => {
    const converted = toVsCode(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);
    return [`${SETTINGS_SECTION}.${key}`, key === 'rules' ? withRuleNames(converted, rules) : converted] as const;
  });
  return { title, properties: Object.fromEntries(properties) };
}

export function renderSettingsPage(configuration: Configuration): string {
  const rows = Object.entries(configuration.properties).map(([key, { markdownDescription, ...schema }]) => [
    `\`${key}\``,
    markdownDescription ?? '',
    `\`${JSON.stringify(schema.default)}\``,
    valuesOf(schema),
  ]);
  return page(GENERATED, '# Settings', table(['Setting', 'Meaning', 'Default', 'Values'], rows));
}

/** What a setting takes, in a cell of a table. */
function valuesOf({ type = '', anyOf, ...schema }: JsonSchema): string {
  if (Array.isArray(anyOf)) return anyOf.map((each: JsonSchema) => valuesOf(each)).join(', or ');
  if ('const' in schema) return `\`${schema.const}\``;
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${value}\``).join(', ');
  return type === 'array' ? `a list of ${valuesOf(schema.items as JsonSchema)}` : type;
}

/** VS Code shows Markdown only under its own keyword. */
function toVsCode({ $schema: _, description, ...schema }: JsonSchema): JsonSchema {
  return description === undefined ? schema : { ...schema, markdownDescription: description };
}

/** Names the rules, so that the settings editor completes them and marks a mistyped one. */
function withRuleNames(schema: JsonSchema, rules: readonly Rule[]): JsonSchema {
  const { propertyNames: _, additionalProperties, ...rest } = schema;
  const value = additionalProperties as JsonSchema;
  const properties = rules.map(({ code, summary }) => [code, { ...value, markdownDescription: summary }] as const);
  return { ...rest, properties: Object.fromEntries(properties), additionalProperties: false };
}
