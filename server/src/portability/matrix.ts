// The matrix: what every runtime makes of one agent, side by side. Plain data, which command line, hover and card show.
import type { AgentDocument } from '../model/document.ts';
import { eventsInWords, factOf } from '../runtimes/causes.ts';
import { runtimes } from '../runtimes/registry.ts';
import type {
  LoadEvent,
  LoadReport,
  Outcome,
  Runtime,
  RuntimeEvidence,
  RuntimeId,
  Scope,
} from '../runtimes/runtime.ts';
import { lazy } from '../util/lazy.ts';
import { trimSpan } from '../util/text.ts';
import { compareTools, type ToolComparison } from './tools.ts';

/**
 * How a runtime comes to read the file: it owns the place, it reads the place too, or it is asked as if the file stood in
 * a folder of its own.
 */
export type Standing = 'owner' | 'reader' | 'elsewhere';

/** JSON: no functions, nothing of the document but words. */
export interface Matrix {
  /** Whose grant the others are compared with; null where the owner’s loader is not known. */
  readonly owner: RuntimeId | null;
  /** One for each runtime that was asked, in the order of asking: the owner first, then the other readers. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly runtime: RuntimeId;
  readonly label: string;
  /** What is only documented has to be marked wherever the row is shown: its words do not say it. */
  readonly evidence: RuntimeEvidence;
  readonly standing: Standing;
  readonly scope: Scope;
  readonly outcome: Outcome;
  /** What the agent is called by; null where none comes to exist. */
  readonly name: string | null;
  /**
   * Why it does not load, or what becomes of what is not taken as written, but for tools, model and fields without
   * effect. Sentences in Markdown, in the order of the text.
   */
  readonly reasons: readonly string[];
  /** Null where no agent comes to exist, and for a runtime without a notion of tools. */
  readonly tools: ToolComparison | null;
  /** Null where no agent comes to exist. */
  readonly model: MatrixModel | null;
  /** Keys of fields that are written and count for nothing, in order of writing. Empty where no agent comes to exist. */
  readonly withoutEffect: readonly string[];
  /** Null where no agent comes to exist. */
  readonly prompt: Prompt | null;
}

export interface MatrixModel {
  /** As the runtime holds it; null: that of the session. */
  readonly value: string | null;
  /** Why it cannot be used as written. A sentence in Markdown. */
  readonly fault: string | null;
}

/**
 * Compared with what the owner takes for the prompt. `whole`: the same; `cut`: only a part of it; `more`: with lines
 * before or after it; `raw-file`: all of the file, front matter and all.
 */
export type Prompt = 'whole' | 'cut' | 'more' | 'empty' | 'raw-file';

export interface MatrixEntry {
  readonly runtime: Runtime;
  readonly report: LoadReport;
  readonly standing: Standing;
}

/** The owner comes first where it is among them. Of several entries of one runtime, the first counts. */
export function createMatrix(document: AgentDocument, entries: readonly MatrixEntry[]): Matrix {
  const owner = entries.find(({ standing }) => standing === 'owner') ?? null;
  const first = new Map<RuntimeId, MatrixEntry>();
  for (const entry of entries) if (!first.has(entry.runtime.id)) first.set(entry.runtime.id, entry);
  const rows = [...first.values()].map((entry) => rowOf(document, entry, owner));
  return { owner: owner?.runtime.id ?? null, rows };
}

function rowOf(document: AgentDocument, entry: MatrixEntry, owner: MatrixEntry | null): MatrixRow {
  const { runtime, report, standing } = entry;
  const exists = report.name !== null;
  const tools = compareTools(entry, owner);
  return {
    runtime: runtime.id,
    label: runtime.label,
    evidence: runtime.evidence,
    standing,
    scope: report.as.scope,
    outcome: report.outcome,
    name: report.name,
    reasons: reasonsIn(entry, exists ? (event) => isChange(event) && !isAboutTools(event) : isLoss),
    tools: tools && { ...tools, why: reasonsIn(entry, (event) => isChange(event) && isAboutTools(event)) },
    model: exists ? modelOf(entry) : null,
    withoutEffect: exists ? withoutEffect(report.events) : [],
    prompt: exists ? promptOf(document, report, owner?.report ?? report) : null,
  };
}

function isLoss({ effect }: LoadEvent): boolean {
  return effect === 'drops-file' || effect === 'blocks-project' || effect === 'turns-off';
}

function reasonsIn({ runtime, report }: MatrixEntry, isReason: (event: LoadEvent) => boolean): string[] {
  return eventsInWords(report.events.filter(isReason), runtime, factOf);
}

const CHANGES: ReadonlySet<string> = new Set(['takes-raw-file', 'runs-code', 'changes', 'grants-more', 'grants-less']);
/** Which tools are lost the comparison says. */
const LOSES_TOOLS: ReadonlySet<string> = new Set(['unknown-tool', 'no-tools', 'renamed-tool']);

function isChange(event: LoadEvent): boolean {
  if (LOSES_TOOLS.has(event.cause) && event.effect !== 'grants-more') return false;
  return CHANGES.has(event.effect) && !isAboutModel(event);
}

/** The keys that tools are listed under, whoever reads them. */
const TOOL_KEYS = lazy(() => {
  const fields = runtimes.flatMap((runtime) => runtime.fields.all);
  return new Set(fields.filter(({ role }) => role?.startsWith('tools.')).map(({ key }) => key));
});

function isAboutTools({ cause, field }: LoadEvent): boolean {
  return LOSES_TOOLS.has(cause) || (field !== null && TOOL_KEYS().has(field.split('.', 1)[0] ?? field));
}

function isAboutModel({ cause, field }: LoadEvent): boolean {
  return cause === 'unusable-model' || field === 'model';
}

function modelOf({ report, runtime }: MatrixEntry): MatrixModel {
  const fault = report.events.find((event) => isAboutModel(event) && event.effect !== 'none');
  return { value: report.model, fault: fault ? factOf(fault, runtime) : null };
}

/** Besides what is ignored, the keys that a runtime does not know and nobody has seen it complain of. */
function withoutEffect(events: readonly LoadEvent[]): string[] {
  const keys = events.flatMap(({ cause, effect, field }) => {
    const counts = effect === 'ignores' || (effect === 'none' && cause === 'unknown-key');
    return counts && field !== null && !LOSES_TOOLS.has(cause) ? [field] : [];
  });
  return [...new Set(keys)];
}

function promptOf({ text }: AgentDocument, { outcome, reading }: LoadReport, owner: LoadReport): Prompt {
  if (outcome === 'raw-prompt') return 'raw-file';
  const here = trimSpan(text, reading.body);
  const there = trimSpan(text, owner.reading.body);
  if (here.start === there.start && here.end === there.end) return 'whole';
  if (here.start === here.end) return there.start === there.end ? 'whole' : 'empty';
  if (here.start === 0 && there.start > 0) return 'raw-file';
  return here.start >= there.start && here.end <= there.end ? 'cut' : 'more';
}
