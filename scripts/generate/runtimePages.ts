// docs/runtimes: a page for each runtime (places, what it does with faults, fields, tools, models) and one that lists them.
import { CODE_OF } from '../../server/src/runtimes/causes.ts';
import type { ValueDoc } from '../../server/src/runtimes/fields.ts';
import { UNSUPPORTED } from '../../server/src/runtimes/readers.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { type AgentFolder, CAUSES, type Runtime } from '../../server/src/runtimes/runtime.ts';
import { renderFieldReference } from './fieldReference.ts';
import type { GeneratedFile } from './generatedFile.ts';
import { GENERATED, list, page, table } from './markdown.ts';

export const RUNTIME_PAGES_FOLDER = 'docs/runtimes';

export function renderRuntimePages(all: readonly Runtime[] = runtimes): GeneratedFile[] {
  return [
    { path: `${RUNTIME_PAGES_FOLDER}/README.md`, content: renderList(all) },
    ...all.map((runtime) => ({ path: `${RUNTIME_PAGES_FOLDER}/${runtime.id}.md`, content: renderPage(runtime) })),
  ];
}

function renderList(all: readonly Runtime[]): string {
  const rows = all.map((runtime) => [
    `[${runtime.label}](${runtime.id}.md)`,
    `\`${runtime.id}\``,
    evidenceInWords(runtime),
    runtime.places.map(placeInWords).join(', '),
  ]);
  const unsupported = UNSUPPORTED.filter(({ id }) => !all.some((runtime) => runtime.id === id));
  return page(
    GENERATED,
    '# Runtimes',
    'A runtime is a program that reads agent files. Agentwright says what each one does with a file. The ID is what `--as`, `--runtimes` and the setting `agentwright.runtimes` take.',
    table(['Runtime', 'ID', 'Evidence', 'Agents'], rows),
    '## Known by their folders',
    'Agentwright does not know what these make of a file. Files in their folders get the checks that hold for any prompt.',
    list(unsupported.map(({ label, folders }) => `${label}: ${folders.map(code).join(', ')}`)),
  );
}

/** For README.md: each runtime, the first of its own folders, and how it is known. */
export function renderRuntimeTable(all: readonly Runtime[] = runtimes): string {
  const rows = all.map((runtime) => {
    const [own] = runtime.places.filter(({ scope, foreign }) => scope === 'project' && !foreign);
    const { source, version } = runtime.evidence;
    return [
      `[${runtime.label}](${RUNTIME_PAGES_FOLDER}/${runtime.id}.md)`,
      own ? placeInWords(own) : '',
      source === 'measured' ? `measured on ${version}` : 'documentation only',
    ];
  });
  return table(['Runtime', 'Agents', 'Known from'], rows);
}

function renderPage(runtime: Runtime): string {
  const { label, id, places, tools, models, defaultModel } = runtime;
  return page(
    GENERATED,
    `# ${label}`,
    `\`${id}\`. ${evidenceInWords(runtime)}.`,
    '## Where it looks for agents',
    table(['Folder', 'Files', 'Scope', 'Folders inside', 'Whose folder'], places.map(placeRow)),
    '## What it does with mistakes',
    table(['Rule', 'What happens'], faultRows(runtime)),
    ...renderFieldReference(runtime),
    ...valueSection('The tools it has', 'Tool', tools.all),
    ...valueSection('The models it offers', 'Model', models),
    defaultModel === null ? '' : `Without a model, it uses ${code(defaultModel)}.`,
  );
}

/** What is measured and what is only documented is told apart. */
function evidenceInWords({ evidence: { source, version, on } }: Runtime): string {
  if (source === 'documentation') return `From the documentation of version ${version}, not measured`;
  return `Measured on version ${version}, ${on}`;
}

function placeRow({ scope, path, extensions, nested, foreign }: AgentFolder): string[] {
  const files = extensions.map((extension) => code(`*${extension}`)).join(', ');
  return [
    path === '' ? 'any' : code(path),
    files,
    scope,
    nested ? 'searched' : '',
    foreign ? 'another runtime’s' : 'its own',
  ];
}

function placeInWords({ scope, path, extensions }: AgentFolder): string {
  if (path === '') return extensions.map((extension) => code(`*${extension}`)).join(', ');
  return code(scope === 'user' ? `~/${path}` : scope === 'project' ? path : `<${scope}>/${path}`);
}

/** In the runtime's own words; what stands for a value of the file is shown as such. */
function faultRows({ words }: Runtime): string[][] {
  return CAUSES.flatMap((cause) => {
    const own = Object.entries(words).filter(([key]) => key === cause || key.startsWith(`${cause}:`));
    return own.map(([, sentence]) => [code(CODE_OF[cause]), sentence.replaceAll(/\{(\w+)\}/g, '‹$1›')]);
  });
}

function valueSection(title: string, column: string, values: readonly ValueDoc[]): string[] {
  if (values.length === 0) return [];
  const rows = values.map(({ value, description, since, deprecated }) => [
    code(value),
    [description, since ? `Since ${since}.` : '', deprecated ? `Deprecated: ${deprecated}.` : '']
      .filter((part) => part !== '')
      .join(' '),
  ]);
  return [`## ${title}`, table([column, 'Meaning'], rows)];
}

function code(text: string): string {
  return `\`${text}\``;
}
