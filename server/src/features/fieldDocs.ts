// The documentation of a field and its values as Markdown, shared by hover and completion.

import type { Field, ValueDoc } from '../runtimes/fields.ts';
import type { Runtime } from '../runtimes/runtime.ts';

/** What is said of a field names its runtime, and tells what is only documented. */
export type DocumentedRuntime = Pick<Runtime, 'label'> & Partial<Pick<Runtime, 'evidence'>>;

export function fieldMarkdown(field: Field, runtime: DocumentedRuntime): string {
  const facts = [
    field.required ? 'Required.' : undefined,
    field.readBy ? `Read by ${field.readBy}; ${runtime.label} ignores it.` : undefined,
    `Takes ${field.shape}.`,
    field.default ? `Default: ${field.default}.` : undefined,
    field.since ? `Since ${runtime.label} ${field.since}.` : undefined,
    field.ignoredIn ? `Ignored in ${field.ignoredIn.map((scope) => `${scope} agents`).join(', ')}.` : undefined,
    field.undocumented ? 'Undocumented; measured.' : undefined,
    runtime.evidence?.source === 'documentation' ? 'Documented, not measured.' : undefined,
  ];
  const values = field.values?.map((value) => `- ${valueLine(value)}`).join('\n');
  const source = field.evidence.find(({ url }) => url);
  return [
    `**${field.key}** — ${field.description}`,
    facts.filter((fact) => fact !== undefined).join(' '),
    values,
    source?.url ? `[Documentation](${source.url})` : undefined,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

export function valueMarkdown(field: Field, value: ValueDoc): string {
  const facts = [
    value.since ? `Since ${value.since}.` : '',
    value.deprecated ? `Deprecated: ${value.deprecated}.` : '',
  ];
  return [`**${field.key}: ${value.value}** — ${value.description}`, ...facts]
    .filter((part) => part !== '')
    .join('\n\n');
}

function valueLine({ value, description, deprecated }: ValueDoc): string {
  return `\`${value}\`: ${description}${deprecated ? ` *Deprecated: ${deprecated}.*` : ''}`;
}
