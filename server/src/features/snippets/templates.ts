// Whole agents for runtimes other than Claude Code, derived from the fields each declares: what it needs, and what is common.
import type { Field, FieldRole } from '../../runtimes/fields.ts';
import type { Runtime } from '../../runtimes/runtime.ts';
import { FILE_NAME, type Snippet } from './snippet.ts';

const known = new WeakMap<Runtime, readonly Snippet[]>();

/** Each loads as it is when inserted. */
export function templatesFor(runtime: Runtime): readonly Snippet[] {
  const templates = known.get(runtime) ?? create(runtime);
  known.set(runtime, templates);
  return templates;
}

/** Besides what it needs. A runtime may have several fields of a role; the first is the one to write. */
const LEAST: readonly FieldRole[] = ['description'];
const COMMON: readonly FieldRole[] = ['description', 'tools.allow', 'model', 'turns', 'color'];

function create(runtime: Runtime): readonly Snippet[] {
  const { label, evidence } = runtime;
  const mark = evidence.source === 'documentation' ? ' (from its documentation, not measured)' : '';
  return [
    {
      title: 'Agent',
      prefix: 'agent',
      description: `A whole agent with the fields that ${label} needs${mark}`,
      body: bodyOf(fieldsFor(runtime, LEAST), (tab) => `You are \${${tab}:an expert in …}.\n\n$0`),
    },
    {
      title: 'Agent with all common fields',
      prefix: 'agent-full',
      description: `A whole agent for ${label}: when to use it, what it may do, and the usual sections${mark}`,
      body: bodyOf(fieldsFor(runtime, COMMON), commonBody),
    },
  ];
}

function fieldsFor({ fields }: Runtime, roles: readonly FieldRole[]): Field[] {
  const first = new Map<FieldRole, Field>();
  for (const field of fields.all) if (field.role && !first.has(field.role)) first.set(field.role, field);
  return fields.all.filter(({ key, role, required, readBy }) => {
    const isWanted = role !== undefined && roles.includes(role) && first.get(role)?.key === key;
    return !readBy && (required === true || isWanted);
  });
}

function bodyOf(fields: readonly Field[], rest: (tab: number) => string): string {
  let tab = 1;
  const lines = fields.map((field) => {
    const { text, next } = renumbered(snippetOf(field), tab);
    tab = next;
    return `${field.key}:${text.startsWith('\n') ? '' : ' '}${text}\n`;
  });
  return `---\n${lines.join('')}---\n\n${rest(tab)}`;
}

function snippetOf({ role, snippet = '' }: Field): string {
  return role === 'name' ? `\${1:${FILE_NAME}}` : snippet;
}

/** The tab stops of a field after those before it. */
function renumbered(snippet: string, first: number): { text: string; next: number } {
  const numbers = [...snippet.matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number));
  const text = snippet.replace(/\$\{(\d+)/g, (_, number: string) => `\${${Number(number) + first - 1}`);
  return { text, next: first + Math.max(0, ...numbers) };
}

function commonBody(tab: number): string {
  return `# \${${tab}:Title}

You are \${${tab + 1}:an expert in …}.

## Process

1. \${${tab + 2}:Read what the task is about.}
2. \${${tab + 3}:Do the work.}
3. \${${tab + 4}:Check the result.}

## Output

\${${tab + 5}:Answer with a short summary, then the details.}
$0`;
}
