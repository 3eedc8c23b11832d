// A closer look at Copilot CLI, whose real loader says a lot: its own words for YAML, every field at fault, the tools given.
import { copilotCli } from '../../server/src/runtimes/copilot-cli/index.ts';
import { winners } from '../../server/src/runtimes/copilot-cli/places.ts';
import { toolsGiven } from '../../server/src/runtimes/copilot-cli/tools.ts';
import type { LoadReport } from '../../server/src/runtimes/runtime.ts';
import { type Answer, agreementOn, type CloseAgreement } from './close.ts';
import { loadRow, type SetRow } from './runtimes.ts';

export function closeAgreement(rows: readonly SetRow[]): CloseAgreement[] {
  return agreementOn(rows, (row) => (row.files ? winnersOf(row) : answers(row)));
}

const MALFORMED = 'custom agent markdown frontmatter is malformed: ';
const YAML = `${MALFORMED}failed to parse YAML frontmatter: `;
/** `mcp-servers.docs.tools: Required`, `tools: 0: Expected string, received number` */
const FAULT = /^([\w-]+(?:\.[^:\s]+)*): (?:(\d+): )?\S/;

function answers({ path, text, outcome }: SetRow): Answer[] {
  if (path === undefined || text === undefined) return [];
  const report = loadRow(copilotCli, path, text);
  if (outcome.loaded) return loadedAnswers(outcome, report);
  if (outcome.error?.startsWith(YAML)) {
    return [['yaml', outcome.error.slice(YAML.length), report.reading.error?.message]];
  }
  const faults = (outcome.error?.slice(MALFORMED.length) ?? '').split('\n').flatMap((line) => {
    const found = FAULT.exec(line);
    return found ? [[found[1], found[2]].filter(Boolean).join('.')] : [];
  });
  return faults.length === 0 ? [] : [['faults', faults.sort(), rejectedFields(report)]];
}

function rejectedFields({ events }: LoadReport): (string | null)[] {
  return events.flatMap(({ effect, field }) => (effect === 'drops-file' ? [field] : [])).sort();
}

const WARNING = /^unknown fields? ignored: /;

function loadedAnswers({ warnings, fields = {} }: SetRow['outcome'], report: LoadReport): Answer[] {
  const unknown = report.events.flatMap(({ cause, field }) => (cause === 'unknown-key' ? [field] : []));
  const ignored = (warnings ?? []).map((warning) => warning.replace(WARNING, '')).join(', ');
  const loaded: Answer[] = [
    ['ignored', ignored, unknown.join(', ')],
    ['description', fields.description, report.description],
  ];
  const { resolved_tools: resolved } = fields;
  return Array.isArray(resolved) && Array.isArray(report.tools)
    ? [...loaded, ['granted', resolved, toolsInMeasuredRun(report.tools)]]
    : loaded;
}

/** The run was on Linux, without network and login: these tools were there, and two of them for every agent. */
const PRESENT = new Set(
  (
    'bash create edit fetch_copilot_cli_documentation glob grep list_agents list_bash read_agent read_bash ' +
    'session_store_sql skill sql stop_bash task tool_search_tool update_todo view write_agent'
  ).split(' '),
);

function toolsInMeasuredRun(written: readonly string[]): string[] {
  const given = ['skill', 'sql', ...written.flatMap((name) => toolsGiven(name) ?? [])];
  return [...new Set(given)].filter((tool) => PRESENT.has(tool)).sort();
}

/** Of several files, which came to exist. */
function winnersOf({ files = {}, outcome }: SetRow): Answer[] {
  const reports = Object.entries(files).map(([path, text]) => loadRow(copilotCli, path, text));
  const loaded = winners(reports);
  const measured = (outcome.names ?? []).map((name, index) => [name, outcome.descriptions?.[index]]);
  return [['winners', measured, loaded.map(({ name, description }) => [name, description])]];
}
