// What follows from an event, for every runtime alike: the code it is reported under, how grave it is, and its sentence.
import type { Severity } from '../model/problem.ts';
import type { Cause, Effect, LoadEvent, LoadReport, Runtime } from './runtime.ts';

/** The rule that a cause is reported by. */
export const CODE_OF: Readonly<Record<Cause, string>> = {
  'no-front-matter': 'frontmatter/missing',
  'unclosed-front-matter': 'frontmatter/unclosed',
  'unreadable-yaml': 'frontmatter/unparsable',
  'repaired-yaml': 'frontmatter/repaired',
  'not-a-mapping': 'frontmatter/not-a-map',
  'missing-name': 'frontmatter/missing-name',
  'invalid-name': 'frontmatter/invalid-name',
  'missing-description': 'frontmatter/missing-description',
  'invalid-description': 'frontmatter/invalid-description',
  'wrong-type': 'frontmatter/wrong-type',
  'invalid-value': 'frontmatter/invalid-value',
  'missing-key': 'frontmatter/missing-key',
  'unknown-key': 'frontmatter/unknown-key',
  'unknown-nested-key': 'frontmatter/unknown-key',
  'ignored-key': 'frontmatter/ignored-key',
  'deprecated-key': 'frontmatter/deprecated-key',
  'empty-value': 'frontmatter/wrong-type',
  'duplicate-key': 'frontmatter/duplicate-key',
  'lost-lines': 'frontmatter/lost-lines',
  'unknown-tool': 'frontmatter/unknown-tool',
  'renamed-tool': 'frontmatter/renamed-tool',
  'no-tools': 'frontmatter/no-tools',
  'wrong-place': 'workspace/unread-file',
  'wrong-file-name': 'workspace/unread-file',
  'outdated-file-name': 'workspace/outdated-file-name',
  'unknown-agent': 'workspace/unknown-agent',
  'duplicate-name': 'workspace/duplicate-name',
  'empty-prompt': 'frontmatter/lost-prompt',
  'executed-front-matter': 'frontmatter/runs-code',
  'taken-name': 'frontmatter/invalid-name',
  'unusable-model': 'frontmatter/unknown-model',
  disabled: 'frontmatter/disabled',
  'unused-key': 'frontmatter/no-effect',
  'mixed-keys': 'frontmatter/no-effect',
  'overridden-rule': 'frontmatter/no-effect',
};

const SEVERITY_OF: Readonly<Record<Effect, Severity>> = {
  'drops-file': 'error',
  'blocks-project': 'error',
  'takes-raw-file': 'error',
  'grants-more': 'error',
  'runs-code': 'error',
  'grants-less': 'warning',
  ignores: 'warning',
  changes: 'warning',
  'turns-off': 'information',
  none: 'information',
};

/** Severity is what the runtime does. What is only documented is never more than a warning. */
export function severityOf(effect: Effect, { evidence }: Pick<Runtime, 'evidence'>): Severity {
  const severity = SEVERITY_OF[effect];
  return severity === 'error' && evidence.source === 'documentation' ? 'warning' : severity;
}

/** The event in the words of its runtime. */
export function sentenceOf(
  { cause, values = {} }: LoadEvent,
  { words, label }: Pick<Runtime, 'words' | 'label'>,
): string {
  const template = words[cause] ?? `${label} does not take this as it is written.`;
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

const DROPS: ReadonlySet<Effect> = new Set(['drops-file', 'blocks-project', 'turns-off']);

/** The codes of the rules that say why no agent comes to exist; none where one does. */
export function dropCodes({ events }: Pick<LoadReport, 'events'>): string[] {
  const drops = events.filter(({ effect }) => DROPS.has(effect));
  return drops.map(({ cause }) => CODE_OF[cause]);
}

/** The first of them; null where an agent comes to exist. */
export function reasonOf(report: Pick<LoadReport, 'events'>): string | null {
  return dropCodes(report)[0] ?? null;
}

/** What becomes of the file, to follow the name of the runtime: `loads it as `a`.` Written as Markdown. */
export function outcomeInWords(report: LoadReport, runtime: Pick<Runtime, 'words' | 'label'>): string {
  const loads = `loads it as \`${report.name}\``;
  switch (report.outcome) {
    case 'loads':
      return `${loads}.`;
    case 'changed':
      return `${loads}, but not all of it counts as written.`;
    case 'raw-prompt':
      return `${loads}, with the whole file as its prompt. ${lossInWords(report, runtime)}`.trim();
    case 'dropped':
      return `does not load it. ${lossInWords(report, runtime)}`.trim();
    case 'blocks-project':
      return `does not load it, nor any other agent of the project. ${lossInWords(report, runtime)}`.trim();
  }
}

const LOSSES: ReadonlySet<Effect> = new Set(['blocks-project', 'drops-file', 'takes-raw-file']);

/** Why, by the first event that explains it. */
function lossInWords({ events }: LoadReport, runtime: Pick<Runtime, 'words' | 'label'>): string {
  const event = events.find(({ effect }) => LOSSES.has(effect));
  return event ? sentenceOf(event, runtime) : '';
}

/** The report as short statements, the most important first. Written as Markdown. */
export function statementsOf(report: LoadReport, runtime: Runtime): string[] {
  const statements = eventsInWords(report.events, runtime);
  if (report.name === null) return ['Does not load.', ...statements];
  return [`Loads as \`${report.name}\`.`, ...toolsInWords(report), ...modelInWords(report), ...statements];
}

/** One sentence for all events that differ in nothing but their key. */
function eventsInWords(events: readonly LoadEvent[], runtime: Runtime): string[] {
  const alike = new Map<string, LoadEvent[]>();
  for (const event of events) {
    const whatever = sentenceOf({ ...event, values: { ...event.values, key: '' } }, runtime);
    const group = alike.get(whatever);
    if (group) group.push(event);
    else alike.set(whatever, [event]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const keys = [...new Set(group.map(({ values }) => values?.key ?? ''))].slice(1).filter((key) => key !== '');
    const others = keys.length > 0 ? ` The same goes for ${keys.map((key) => `\`${key}\``).join(', ')}.` : '';
    return [sentenceOf(first, runtime) + others];
  });
}

function toolsInWords({ tools }: LoadReport): string[] {
  if (tools === null) return [];
  if (tools === 'inherit') return ['It has every tool of the session.'];
  if (tools.length === 0) return ['It has **no** tools.'];
  const names = tools.map((tool) => `\`${tool}\``).join(', ');
  return [`It has ${tools.length} ${tools.length === 1 ? 'tool' : 'tools'}: ${names}.`];
}

function modelInWords({ model }: LoadReport): string[] {
  return [model === null ? 'It runs on the model of the session.' : `It runs on \`${model}\`.`];
}
