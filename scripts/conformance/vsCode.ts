// Agreement with VS Code, which loads every agent and says what it makes of one by marking it: each marker must be one
// event of our report, in the same place, and each event of a kind that VS Code marks must be one of its markers.
import { parseDocument } from '../../server/src/model/document.ts';
import { CODE_OF } from '../../server/src/runtimes/causes.ts';
import type { Cause, LoadEvent, LoadReport, Place } from '../../server/src/runtimes/runtime.ts';
import { vsCode } from '../../server/src/runtimes/vscode/index.ts';
import { isUnknownTool } from '../../server/src/runtimes/vscode/tools.ts';
import type { AgentFile } from './vsCodeFiles.ts';

/** The version whose markers the rows in the repository are. */
export const VS_CODE_VERSION = '1.139.1';
export const VS_CODE_SET = `vscode-${VS_CODE_VERSION}.jsonl`;

export interface Marker {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** As VS Code words it, without what it lists at the end. */
  readonly message: string;
  /** Offsets. */
  readonly start: number;
  readonly end: number;
}

export interface MarkerRow extends AgentFile {
  readonly markers: readonly Marker[];
}

/** What VS Code says, and the causes it says it of; the first row that matches counts. */
const KINDS: readonly (readonly [RegExp, readonly Cause[]])[] = [
  [/^Duplicate key/, ['duplicate-key']],
  [/^Missing value/, ['empty-value']],
  [/^(?:Expected|Unexpected|Missing sequence item)/, ['unreadable-yaml']],
  [/^Invalid header/, ['not-a-mapping']],
  [/^Missing required|^Hook command (?:is missing|must specify)/, ['missing-key']],
  [/^Unknown (?:hook event|property|permission scope)/, ['unknown-nested-key']],
  [/'infer' attribute is deprecated/, ['deprecated-key']],
  [/is ignored when running locally/, ['ignored-key']],
  [/^Attribute .* is not supported/, ['unknown-key', 'ignored-key']],
  [/'agent' tool must be included/, ['ignored-key']],
  [/^Tool or toolset .* has been renamed/, ['renamed-tool']],
  [/^Unknown (?:extension )?tool/, ['unknown-tool', 'renamed-tool']],
  [/^Chat modes have been renamed/, ['outdated-file-name']],
  [
    /\b(?:must|should)\b|^Invalid permission|^Duplicate handoff label|^Unknown value/,
    ['wrong-type', 'invalid-value', 'empty-value'],
  ],
];

/** Causes that VS Code speaks of itself, wherever it sees one. */
const TOLD: ReadonlySet<Cause> = new Set(KINDS.flatMap(([, causes]) => causes));

/** In a file of Claude Code it looks at the values of a few fields alone. */
function toldIn(path: string): ReadonlySet<Cause> {
  return path.startsWith('.claude/') ? new Set<Cause>(['wrong-type', 'invalid-value']) : TOLD;
}

/** What is about the body, or about which extensions, servers, agents and models there are where it was asked. */
const ELSEWHERE =
  /^File |^Invalid file reference|MCP server|^Unknown (?:agent|model|tool or toolset) |also needs to be enabled/;

/** What GitHub documents for its agents, and VS Code marks as unknown in them: nothing is said of these. */
const GITHUB_KEYS =
  /^Attribute '(?:user-invocable|disable-model-invocation|metadata|skills|model-policy)' is not supported in custom GitHub/;

export interface MarkerFigure {
  /** `marked`: markers that are events of the report; `claimed`: events that are markers. */
  readonly question: 'marked' | 'claimed';
  agreed: number;
  total: number;
}

export interface MarkerDisagreement {
  readonly id: string;
  readonly question: MarkerFigure['question'];
  readonly what: string;
}

export function markerAgreement(rows: readonly MarkerRow[]) {
  const marked: MarkerFigure = { question: 'marked', agreed: 0, total: 0 };
  const claimed: MarkerFigure = { question: 'claimed', agreed: 0, total: 0 };
  const disagreements: MarkerDisagreement[] = [];
  const count = (figure: MarkerFigure, agrees: boolean, id: string, what: string): void => {
    figure.total++;
    if (agrees) figure.agreed++;
    else disagreements.push({ id, question: figure.question, what });
  };
  for (const { id, path, text, markers } of rows) {
    const report = vsCode.load(parseDocument(`file:///project/${path}`, text), placeOf(path));
    const told = report.events.filter(({ cause }) => toldIn(path).has(cause));
    const compared = markers.filter((marker) => isCompared(marker, text) && !isMoot(marker, report));
    for (const marker of compared) {
      const what = `${marker.message} “${text.slice(marker.start, marker.end)}”`;
      count(
        marked,
        told.some((event) => isSame(event, marker)),
        id,
        what,
      );
    }
    for (const event of told) {
      const what = `${event.cause} ${event.field} “${text.slice(event.span.start, event.span.end)}”`;
      count(
        claimed,
        markers.some((marker) => isSame(event, marker)),
        id,
        what,
      );
    }
  }
  return { figures: [marked, claimed], disagreements };
}

function placeOf(path: string): Place {
  const folder = ['.github/agents', '.claude/agents'].find((each) => path.startsWith(`${each}/`)) ?? '';
  return { scope: 'project', folder, path: path.slice(path.lastIndexOf('/') + 1) };
}

/** An unknown tool may be one of an extension that was not there; where we say that it is one, that is compared. */
function isCompared({ message, start, end }: Marker, text: string): boolean {
  if (ELSEWHERE.test(message) || GITHUB_KEYS.test(message)) return false;
  const name = text.slice(start, end).replace(/^["']|["']$/g, '');
  return !/^Unknown (?:extension )?tool/.test(message) || isUnknownTool(name);
}

/** VS Code also looks into fields that it says it ignores. */
function isMoot({ message, start, end }: Marker, { events, reading }: LoadReport): boolean {
  if (/^Attribute|'agent' tool/.test(message)) return false;
  const ignored = new Set(events.flatMap(({ cause, field }) => (cause === 'ignored-key' ? [field] : [])));
  return reading.entries.some(
    ({ key, keySpan, valueSpan }) => ignored.has(key) && keySpan.start <= start && end <= valueSpan.end,
  );
}

/** Whether an event is what a marker says: of its kind, and in its place. */
export function isSame({ cause, span, values }: LoadEvent, { message, start, end }: Marker): boolean {
  const kind = KINDS.find(([pattern]) => pattern.test(message));
  // Where a value is missing, they mark the place after the colon, and we the key.
  if (!kind?.[1].includes(cause) || span.start > end || span.end + 1 < start) return false;
  // Tools of the Copilot extension have another set where that is not there.
  const newName = values?.newName?.split('/').at(-1) ?? '';
  return cause !== 'renamed-tool' || message.startsWith('Unknown') || message.includes(newName);
}

/** The codes under which we would say what a marker says. */
export function codesOf(message: string): readonly string[] {
  const kind = KINDS.find(([pattern]) => pattern.test(message));
  if (/^File /.test(message)) return ['structure/broken-link', 'structure/missing-file'];
  if (/^Unknown agent/.test(message)) return ['workspace/unknown-agent'];
  return (kind?.[1] ?? []).map((cause) => CODE_OF[cause]);
}
