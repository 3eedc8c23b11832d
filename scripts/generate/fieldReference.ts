// The reference of a runtime's fields, from their declarations: parts of its page.
import type { Field } from '../../server/src/runtimes/fields.ts';
import { nestedFields } from '../../server/src/runtimes/nestedFields.ts';
import type { Runtime } from '../../server/src/runtimes/runtime.ts';
import { renderEvidence } from './evidence.ts';
import { list, page, table } from './markdown.ts';

/** Headings from the second level down; fields are on the third. */
export function renderFieldReference({ label, fields: { all } }: Runtime): string[] {
  const own = all.filter(({ readBy }) => readBy === undefined);
  const others = all.filter(({ readBy }) => readBy !== undefined);
  return [
    '## Fields',
    overviewTable(own),
    ...own.map(renderField),
    ...(others.length > 0 ? [`## Fields of formats on top of ${label}`] : []),
    ...(others.length > 0 ? [`${label} ignores these; their own readers do not.`] : []),
    ...others.map(renderField),
  ];
}

/** Columns in which a runtime says nothing are left out. */
function overviewTable(fields: readonly Field[]): string {
  const head = ['Field', 'Required', 'Without it', 'Since', 'Ignored in'];
  const rows = fields.map(overview);
  const shown = head.map((_, at) => rows.some((row) => row[at] !== ''));
  const keep = (row: readonly string[]): string[] => row.filter((_, at) => shown[at]);
  return table(keep(head), rows.map(keep));
}

function overview(field: Field): string[] {
  const link = `[\`${field.key}\`](#${field.key.toLowerCase()})`;
  const required = field.required ? 'yes' : '';
  return [link, required, field.default ?? '', field.since ?? '', (field.ignoredIn ?? []).join(', ')];
}

function renderField(field: Field): string {
  const facts = [
    `Takes ${field.shape}.`,
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
    `### ${field.key}`,
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
