// Runs the conformance set through the loader model and counts where both agree.

import { parseDocument } from '../../server/src/model/document.ts';
import { load } from '../../server/src/runtimes/claude-code/load.ts';
import { MEASURED_SESSION, sessionModel, toolsInMeasuredRun } from './environment.ts';
import { type Rows, rowsOf } from './sets.ts';

export interface Row {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly project: { readonly loaded: string | null };
  readonly plugin: { readonly loaded: string | null };
  readonly field?: string;
  readonly tools?: readonly string[];
  readonly model?: string;
}

export type Subject = 'project' | 'plugin' | 'tools' | 'model';

export interface Figure {
  readonly subject: Subject;
  readonly group: string;
  readonly agreed: number;
  readonly total: number;
}

export interface Disagreement {
  readonly id: string;
  readonly subject: Subject;
  readonly expected: unknown;
  readonly predicted: unknown;
  readonly reason: string;
  readonly text: string;
}

export interface Agreement {
  readonly figures: readonly Figure[];
  readonly disagreements: readonly Disagreement[];
}

const SUBJECTS: readonly Subject[] = ['project', 'plugin', 'tools', 'model'];
const PLUGIN_PREFIX = 'pp:';
/** Only rows that vary one of these fields say which tools and which model the agent got. */
const FIELDS_WITH_POWERS = new Set(['tools', 'disallowedTools', 'model', 'memory']);

/** Measured on 2.1.329, and agents written for other runtimes on 2.1.331. */
export const CLAUDE_CODE_SETS = ['claude-code-2.1.329.jsonl', 'claude-code-2.1.331-foreign.jsonl'] as const;

/** What Claude Code does with each file now. */
export function claudeCodeRows(): Rows<Row> {
  const sets = CLAUDE_CODE_SETS.map((file) => rowsOf<Row>(file));
  const which = sets.every((set) => set.which === 'whole set') ? 'whole set' : 'share';
  return { which, rows: sets.flatMap(({ rows }) => rows.map(asOf2_1_331)) };
}

/** 2.1.331 no longer loads a plugin's agent whose name is a mapping; before, that was its name, as JavaScript writes it. */
function asOf2_1_331(row: Row): Row {
  return row.plugin.loaded === `${PLUGIN_PREFIX}[object Object]` ? { ...row, plugin: { loaded: null } } : row;
}

export function measureAgreement(rows: readonly Row[]): Agreement {
  const counts = new Map<string, { agreed: number; total: number }>();
  const disagreements: Disagreement[] = [];
  for (const row of rows) {
    for (const { subject, expected, predicted, reason } of compare(row)) {
      const agrees = JSON.stringify(expected) === JSON.stringify(predicted);
      for (const group of ['all', row.group]) count(counts, `${subject} ${group}`, agrees);
      if (!agrees) disagreements.push({ id: row.id, subject, expected, predicted, reason, text: row.text });
    }
  }
  return { figures: toFigures(counts), disagreements };
}

type Comparison = Pick<Disagreement, 'subject' | 'expected' | 'predicted' | 'reason'>;

function compare(row: Row): Comparison[] {
  const document = parseDocument(`file:///agents/${row.id}.md`, row.text);
  const project = load(document, { scope: 'project', session: MEASURED_SESSION });
  const plugin = load(document, { scope: 'plugin', session: MEASURED_SESSION });
  const reason = project.reason ?? project.reading.state;
  const comparisons: Comparison[] = [
    { subject: 'project', expected: row.project.loaded, predicted: project.name, reason },
    { subject: 'plugin', expected: row.plugin.loaded, predicted: plugin.name && PLUGIN_PREFIX + plugin.name, reason },
  ];
  if (!FIELDS_WITH_POWERS.has(row.field ?? '') || !project.loads) return comparisons;
  const tools = toolsInMeasuredRun(project);
  comparisons.push({ subject: 'tools', expected: row.tools ?? 'inherit', predicted: tools, reason });
  if (row.model)
    comparisons.push({ subject: 'model', expected: row.model, predicted: sessionModel(project.model), reason });
  return comparisons;
}

function count(counts: Map<string, { agreed: number; total: number }>, key: string, agrees: boolean): void {
  const entry = counts.get(key) ?? { agreed: 0, total: 0 };
  entry.total++;
  if (agrees) entry.agreed++;
  counts.set(key, entry);
}

function toFigures(counts: ReadonlyMap<string, { agreed: number; total: number }>): Figure[] {
  const groups = [...new Set([...counts.keys()].map((key) => key.slice(key.indexOf(' ') + 1)))];
  return SUBJECTS.flatMap((subject) =>
    groups.flatMap((group) => {
      const entry = counts.get(`${subject} ${group}`);
      return entry ? [{ subject, group, ...entry }] : [];
    }),
  );
}
