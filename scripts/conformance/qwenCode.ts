// A closer look at Qwen Code, whose real loader says why it skips a file, which fields it drops and which tools it gives.
import { qwenCode } from '../../server/src/runtimes/qwen-code/index.ts';
import { winners } from '../../server/src/runtimes/qwen-code/places.ts';
import { toolsGiven } from '../../server/src/runtimes/qwen-code/toolList.ts';
import type { Cause, LoadReport } from '../../server/src/runtimes/runtime.ts';
import { type Answer, agreementOn, type CloseAgreement } from './close.ts';
import { loadRow, type SetRow } from './runtimes.ts';

export function closeAgreement(rows: readonly SetRow[]): CloseAgreement[] {
  return agreementOn(rows, (row) => (row.files ? winnersOf(row) : answers(row)));
}

function answers({ path, text, outcome }: SetRow): Answer[] {
  if (path === undefined || text === undefined) return [];
  const report = loadRow(qwenCode, path, text);
  if (outcome.loaded) return loadedAnswers(outcome, report);
  const cause = CAUSES.find(([words]) => words.test(outcome.error ?? ''))?.[1];
  return cause ? [['reason', true, drops(report).some((each) => cause.includes(each))]] : [];
}

/** What the loader says where it skips a file, and what that is called here. */
const CAUSES: readonly (readonly [words: RegExp, causes: readonly Cause[]])[] = [
  [/missing YAML frontmatter/, ['no-front-matter', 'unclosed-front-matter']],
  [/its frontmatter YAML does not parse/, ['unreadable-yaml']],
  [/Missing "name"/, ['missing-name']],
  [/Missing "description"/, ['missing-description']],
  [/primitive value/, ['invalid-name', 'invalid-description', 'invalid-value']],
  [/Description is required/, ['invalid-description']],
  [/System prompt/, ['empty-prompt']],
  [/approvalMode|max_turns|max_time_minutes|Model selector|executor block \(expected/, ['invalid-value', 'wrong-type']],
  [/Name |reserved name/, ['invalid-name']],
];

function drops({ events }: LoadReport): Cause[] {
  return events.filter(({ effect }) => effect === 'drops-file').map(({ cause }) => cause);
}

const KEPT = ['color', 'maxTurns', 'background', 'permissionMode'];
const DROPPED = /invalid (mcpServers|hooks|maxTurns|color|background|permissionMode)\b/;

function loadedAnswers({ warnings, fields = {} }: SetRow['outcome'], report: LoadReport): Answer[] {
  const { description, prompt, disallowedTools = [], resolved_tools: tools } = fields;
  const dropped = (warnings ?? []).flatMap((warning) => DROPPED.exec(warning)?.[1] ?? []);
  const given = toolsGiven({ tools: report.tools, denied: report.denied ?? [] });
  return [
    ['description', description, report.description],
    ['denied', disallowedTools, report.denied],
    ...dropped.map((field): Answer => ['dropped', field, ignoredField(report, field)]),
    ...KEPT.filter((field) => fields[field] !== undefined).map(
      (field): Answer => ['kept', null, ignoredField(report, field)],
    ),
    ...(typeof prompt === 'number' ? [['prompt', prompt, promptLength(report)] as const] : []),
    ...(Array.isArray(tools) ? [['granted', tools, given] as const] : []),
  ];
}

/** The field, where the report says that it or something in it is ignored. An empty mapping is none in either case. */
function ignoredField({ events, reading }: LoadReport, field: string): string | null {
  const isIgnored = events.some(
    (event) => event.effect === 'ignores' && (event.field === field || event.field?.startsWith(`${field}.`)),
  );
  const value = reading.entries.findLast(({ key }) => key === field)?.value;
  const isEmpty = value?.kind === 'map' && value.pairs.length === 0;
  return isIgnored || isEmpty ? field : null;
}

function promptLength({ reading }: LoadReport): number | null {
  return 'prompt' in reading && typeof reading.prompt === 'string' ? reading.prompt.length : null;
}

/** Of several files, which agents come to exist, and which file each is from. */
function winnersOf({ files = {}, outcome }: SetRow): Answer[] {
  const reports = Object.entries(files).map(([path, text]) => loadRow(qwenCode, path, text));
  const shown = winners(reports).map(({ name, description }) => [name, description]);
  const measured = (outcome.names ?? []).map((name, index) => [name, outcome.descriptions?.[index]]);
  return [['winners', measured, shown]];
}
