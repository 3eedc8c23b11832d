// The matrix in words: short statements for the command line, one line for a hover. Written as Markdown.
import { andList, orList } from '../util/lists.ts';
import type { Matrix, MatrixRow, Prompt } from './matrix.ts';
import type { ToolComparison } from './tools.ts';

/** The name of the runtime, and whether only its documentation is known. */
export function labelInWords({ label, evidence }: Pick<MatrixRow, 'label' | 'evidence'>): string {
  return evidence.source === 'documentation' ? `**${label}** (not measured)` : `**${label}**`;
}

/** What is to be told of a row besides its outcome, the gravest first; nothing where all is as its owner has it. */
export function rowInWords(row: MatrixRow, matrix: Matrix): string[] {
  const owner = ownerOf(matrix);
  const { reasons, model, prompt } = row;
  return [
    ...reasons,
    ...toolsInWords(row, owner),
    ...(model?.fault ? [model.fault] : []),
    ...(prompt && reasons.length === 0 ? promptInWords(prompt) : []),
    ...nameInWords(row, owner),
  ];
}

/** What becomes of the file, to follow the name of the runtime: `loads it as `a`.` */
export function outcomeInWords(row: MatrixRow, matrix: Matrix): string {
  const { outcome, name, withoutEffect } = row;
  const [reason] = row.reasons;
  switch (outcome) {
    case 'dropped':
      return sentences('does not load it.', reason);
    case 'blocks-project':
      return sentences('does not load it, nor any other agent of the project.', reason);
    case 'raw-prompt':
      return sentences(`loads it as \`${name}\`, with the whole file as its prompt.`, reason);
    default: {
      const tools = toolsInWords(row, ownerOf(matrix));
      const told = [...tools, reason ?? row.model?.fault].filter((each) => each !== undefined && each !== null);
      const ignored = told.length === 0 && withoutEffect.length > 0 ? [fieldsInWords(withoutEffect)] : [];
      return sentences(`loads it as \`${name}\`.`, ...told, ...ignored);
    }
  }
}

function sentences(...all: readonly (string | undefined)[]): string {
  return all.filter((each) => each !== undefined).join(' ');
}

function ownerOf({ rows, owner }: Matrix): MatrixRow | null {
  return rows.find(({ runtime }) => runtime === owner) ?? null;
}

/** A few names are easier to read than their number. */
const MOST_NAMED = 4;

function toolsInWords({ tools, runtime }: MatrixRow, owner: MatrixRow | null): string[] {
  if (!tools) return [];
  if (runtime === owner?.runtime) return [...tools.why];
  return [...tools.why, ...lossInWords(tools), ...(owner && tools.why.length === 0 ? gainInWords(tools, owner) : [])];
}

function lossInWords({ granted, lost }: ToolComparison): string[] {
  if (lost.length === 0) return [];
  return granted.length === 0 ? ['It has **no** tools.'] : [`It does not have ${orList(lost.map(quoted))}.`];
}

function gainInWords({ widened }: ToolComparison, { label, tools }: MatrixRow): string[] {
  if (widened === 'all') {
    const meant = tools?.granted ?? [];
    const named = meant !== 'all' && meant.length <= MOST_NAMED ? andList(meant.map(quoted)) : '';
    return [`It has every tool of the session, not just ${named || `the ${meant.length} that ${label} grants`}.`];
  }
  return widened.length > 0 ? [`It also has ${andList(widened.map(quoted))}, which ${label} does not grant.`] : [];
}

const PROMPTS: Readonly<Record<Prompt, string | null>> = {
  whole: null,
  cut: 'It has only a part of the prompt.',
  more: 'Lines around the body are part of its prompt.',
  empty: 'Its prompt is empty.',
  'raw-file': 'Its prompt is the whole file, front matter included.',
};

function promptInWords(prompt: Prompt): string[] {
  const words = PROMPTS[prompt];
  return words === null ? [] : [words];
}

function nameInWords({ name }: MatrixRow, owner: MatrixRow | null): string[] {
  return name !== null && owner && owner.name !== null && owner.name !== name ? [`It is called \`${name}\` here.`] : [];
}

function fieldsInWords(keys: readonly string[]): string {
  return `${andList(keys.map(quoted))} ${keys.length === 1 ? 'has' : 'have'} no effect.`;
}

export interface FieldsWithoutEffect {
  readonly keys: readonly string[];
  /** Those that load the agent and do nothing with these keys; null: all that load it. */
  readonly runtimes: readonly Pick<MatrixRow, 'label' | 'evidence'>[] | null;
}

/** Fields that the same runtimes do nothing with, together; in order of writing. */
export function fieldsWithoutEffect({ rows }: Matrix): FieldsWithoutEffect[] {
  const loading = rows.filter(({ name }) => name !== null);
  const byKey = new Map<string, MatrixRow[]>();
  for (const row of loading) {
    for (const key of row.withoutEffect) {
      const known = byKey.get(key);
      if (known) known.push(row);
      else byKey.set(key, [row]);
    }
  }
  const groups = new Map<string, { keys: string[]; runtimes: MatrixRow[] }>();
  for (const [key, runtimes] of byKey) {
    const who = runtimes.map(({ runtime }) => runtime).join();
    const group = groups.get(who);
    if (group) group.keys.push(key);
    else groups.set(who, { keys: [key], runtimes });
  }
  return [...groups.values()].map(({ keys, runtimes }) => {
    return { keys, runtimes: runtimes.length === loading.length ? null : runtimes };
  });
}

function quoted(name: string): string {
  return `\`${name}\``;
}
