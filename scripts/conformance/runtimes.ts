// Agreement of the loaders of other runtimes with what the real ones did, row by row of the conformance sets.
import { parseDocument } from '../../server/src/model/document.ts';
import { copilotCli } from '../../server/src/runtimes/copilot-cli/index.ts';
import { geminiCli } from '../../server/src/runtimes/gemini-cli/index.ts';
import { kilo } from '../../server/src/runtimes/kilo/index.ts';
import { opencode } from '../../server/src/runtimes/opencode/index.ts';
import { opencodeV2 } from '../../server/src/runtimes/opencode-v2/index.ts';
import { qwenCode } from '../../server/src/runtimes/qwen-code/index.ts';
import { comesToExist, type LoadReport, type Place, type Runtime } from '../../server/src/runtimes/runtime.ts';
import { heldByV1, heldByV2 } from './opencode.ts';

/** A set and the runtime it was measured on. */
export interface ConformanceSet {
  readonly runtime: Runtime;
  readonly file: string;
  /** What the real loader holds, and what it would hold by the report, where that is not what the report says or is more. */
  readonly held?: Held;
  /** How many rows of each kind the share has; 2 by default. For sets that tell few kinds apart. */
  readonly perKind?: number;
}

type Both = readonly [measured: unknown, predicted: unknown];
export type Held = (outcome: Outcome, report: LoadReport, text: string) => Partial<Record<Question, Both>>;

export const SETS: readonly ConformanceSet[] = [
  { runtime: geminiCli, file: 'gemini-cli-0.61.0.jsonl' },
  { runtime: copilotCli, file: 'copilot-cli-1.0.102.jsonl' },
  { runtime: opencode, file: 'opencode-1.18.34.jsonl', held: heldByV1 },
  { runtime: opencodeV2, file: 'opencode-v2core-1.18.34.jsonl', held: heldByV2, perKind: 5 },
  { runtime: kilo, file: 'kilo-7.7.9.jsonl', held: heldByV1 },
  { runtime: qwenCode, file: 'qwen-code-0.24.4.jsonl' },
];

export interface SetRow {
  readonly id: string;
  readonly group: string;
  readonly path?: string;
  readonly text?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
}

export interface Outcome {
  readonly loaded: boolean;
  readonly name: string | null;
  readonly names?: readonly string[];
  readonly tools: unknown;
  readonly model: string | null;
  readonly error: string | null;
  /** `project`: the file stops every agent of the project. */
  readonly scope?: 'file' | 'project';
  readonly warnings?: readonly string[] | null;
  /** Whatever else the runtime kept. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Of several files, in the order of `names`. */
  readonly descriptions?: readonly string[];
}

export type Question = 'loads' | 'name' | 'tools' | 'model' | 'scope' | 'description' | 'prompt';

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

export function agreementOf({ runtime, held }: Pick<ConformanceSet, 'runtime' | 'held'>, rows: readonly SetRow[]) {
  const counts = new Map<Question, { agreed: number; total: number }>();
  const disagreements: SetDisagreement[] = [];
  for (const row of rows) {
    // What several files come to together is a question about places, not about loading one.
    if (row.path === undefined || row.text === undefined) continue;
    const report = loadRow(runtime, row.path, row.text);
    for (const [question, measured, predicted] of answers(
      { outcome: row.outcome, text: row.text },
      report,
      runtime,
      held,
    )) {
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
  { outcome, text }: Pick<SetRow, 'outcome'> & { readonly text: string },
  report: LoadReport,
  { defaultModel }: Runtime,
  heldBy: Held | undefined,
): [Question, unknown, unknown][] {
  const { loaded, name, tools, model, scope } = outcome;
  const loads: [Question, unknown, unknown][] = [['loads', loaded, comesToExist(report)]];
  if (scope !== undefined) loads.push(['scope', scope, report.outcome === 'blocks-project' ? 'project' : 'file']);
  if (!loaded || !comesToExist(report)) return loads;
  // A report says what was written; the real loader shows what it holds.
  const held = report.model ?? (report.tools === null ? null : defaultModel);
  const compared: ReturnType<Held> = {
    name: [name, report.name],
    tools: [tools, report.tools],
    model: [model, held],
    ...heldBy?.(outcome, report, text),
  };
  const asked = Object.entries(compared) as [Question, readonly [unknown, unknown]][];
  return [...loads, ...asked.map(([question, both]) => [question, ...both] as [Question, unknown, unknown])];
}
