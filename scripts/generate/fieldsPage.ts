// docs/fields.md: the field reference, from the declarations of the fields.

import type { Field } from '../../server/src/runtimes/fields.ts';
import { nestedFields } from '../../server/src/runtimes/nestedFields.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { renderEvidence } from './evidence.ts';
import { GENERATED, list, page, table } from './markdown.ts';

export const FIELDS_PAGE = 'docs/fields.md';

export function renderFieldsPage(): string {
  const { all } = claudeCode.fields;
  const own = all.filter(({ readBy }) => readBy === undefined);
  const others = all.filter(({ readBy }) => readBy !== undefined);
  return page(
    GENERATED,
    `# Fields of a ${claudeCode.label} agent`,
    `Measured on ${claudeCode.label} ${claudeCode.measuredOn}. A key that is not listed here is ignored.`,
    table(['Field', 'Required', 'Without it', 'Since', 'Ignored in'], own.map(overview)),
    ...own.map(renderField),
    ...(others.length > 0 ? [`# Fields of formats on top of ${claudeCode.label}`] : []),
    ...(others.length > 0 ? [`${claudeCode.label} ignores these; their own readers do not.`] : []),
    ...others.map(renderField),
  );
}

function overview(field: Field): string[] {
  const link = `[\`${field.key}\`](#${field.key.toLowerCase()})`;
  const required = field.required ? 'yes' : '';
  return [link, required, field.default ?? '', field.since ?? '', (field.ignoredIn ?? []).join(', ')];
}

function renderField(field: Field): string {
  const facts = [
    field.required ? 'Required.' : '',
    field.default ? `Without it: ${field.default}.` : '',
    field.since ? `Since ${field.since}.` : '',
    field.ignoredIn ? `Ignored in: ${field.ignoredIn.join(', ')}.` : '',
    field.undocumented ? 'Not in the vendor’s documentation.' : '',
    field.readBy ? `Read by ${field.readBy}.` : '',
  ].filter((fact) => fact !== '');
  const values = (field.values ?? []).map(({ value, description, since, deprecated }) => [
    `\`${value}\``,
    [description, since ? `Since ${since}.` : '', deprecated ? `Deprecated: ${deprecated}.` : ''].join(' ').trim(),
  ]);
  const nested = nestedRows(field, []);
  return page(
    `## ${field.key}`,
    field.description,
    facts.join(' '),
    values.length > 0 ? table(['Value', 'Meaning'], values) : '',
    nested.length > 0 ? table(['Key', 'Meaning', 'Values'], nested) : '',
    list(field.evidence.map(renderEvidence)),
  ).trimEnd();
}

/** The keys inside a field, those of maps inside it below their own. */
function nestedRows(field: Field, path: readonly string[]): string[][] {
  return nestedFields(field, path).flatMap(({ key, description, values }) => {
    const inner = [...path, key];
    const row = [`\`${inner.join('.')}\``, description, values.map((value) => `\`${value}\``).join(', ')];
    return [row, ...nestedRows(field, inner)];
  });
}
