// Agreement of the loaders of other runtimes with what the real ones did, row by row of the conformance sets.
import { parseDocument } from '../../server/src/model/document.ts';
import { copilotCli } from '../../server/src/runtimes/copilot-cli/index.ts';
import { geminiCli } from '../../server/src/runtimes/gemini-cli/index.ts';
import { comesToExist, type LoadReport, type Place, type Runtime } from '../../server/src/runtimes/runtime.ts';

/** A set and the runtime it was measured on. */
export interface ConformanceSet {
  readonly runtime: Runtime;
  readonly file: string;
}

export const SETS: readonly ConformanceSet[] = [
  { runtime: geminiCli, file: 'gemini-cli-0.61.0.jsonl' },
  { runtime: copilotCli, file: 'copilot-cli-1.0.102.jsonl' },
];

export interface SetRow {
  readonly id: string;
  readonly group: string;
  readonly path?: string;
  readonly text?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
}

interface Outcome {
  readonly loaded: boolean;
  readonly name: string | null;
  readonly names?: readonly string[];
  readonly tools: unknown;
  readonly model: string | null;
  readonly error: string | null;
  readonly warnings?: readonly string[] | null;
  /** Whatever else the runtime kept. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Of several files, in the order of `names`. */
  readonly descriptions?: readonly string[];
}

export type Question = 'loads' | 'name' | 'tools' | 'model';

export interface SetFigure {
  readonly runtime: string;
  readonly question: Question;
  readonly agreed: number;
  readonly total: number;
}

export interface SetDisagreement {
  readonly id: string;
  readonly question: Question;
  readonly measured: unknown;
  readonly predicted: unknown;
  /** What the real loader said. */
  readonly error: string | null;
  readonly text: string;
}

export function agreementOf(runtime: Runtime, rows: readonly SetRow[]) {
  const counts = new Map<Question, { agreed: number; total: number }>();
  const disagreements: SetDisagreement[] = [];
  for (const row of rows) {
    // What several files come to together is a question about places, not about loading one.
    if (row.path === undefined || row.text === undefined) continue;
    const report = loadRow(runtime, row.path, row.text);
    for (const [question, measured, predicted] of answers(row.outcome, report, runtime)) {
      const count = counts.get(question) ?? { agreed: 0, total: 0 };
      counts.set(question, count);
      count.total++;
      if (JSON.stringify(measured) === JSON.stringify(predicted)) count.agreed++;
      else disagreements.push({ id: row.id, question, measured, predicted, error: row.outcome.error, text: row.text });
    }
  }
  const figures = [...counts].map(([question, count]): SetFigure => ({ runtime: runtime.id, question, ...count }));
  return { figures, disagreements };
}

export function loadRow(runtime: Runtime, path: string, text: string): LoadReport {
  return runtime.load(parseDocument(`file:///project/${encodeURI(path)}`, text), placeOf(runtime, path));
}

/** The longest folder of the project, or of the home folder (`~/`), that holds the path; nowhere, where none does. */
function placeOf({ places }: Runtime, written: string): Place {
  const wanted = written.startsWith('~/') ? 'user' : 'project';
  const path = written.replace(/^~\//, '');
  const folder = places
    .filter(({ scope, path: each }) => scope === wanted && path.startsWith(`${each}/`))
    .sort((one, other) => other.path.length - one.path.length)[0];
  return folder
    ? { scope: folder.scope, folder: folder.path, path: path.slice(folder.path.length + 1) }
    : { scope: wanted, folder: '', path };
}

function answers(
  { loaded, name, tools, model }: Outcome,
  report: LoadReport,
  { defaultModel }: Runtime,
): [Question, unknown, unknown][] {
  const loads: [Question, unknown, unknown] = ['loads', loaded, comesToExist(report)];
  if (!loaded || !comesToExist(report)) return [loads];
  // A report says what was written; the real loader shows what it holds.
  const held = report.model ?? (report.tools === null ? null : defaultModel);
  return [loads, ['name', name, report.name], ['tools', tools, report.tools], ['model', model, held]];
}
