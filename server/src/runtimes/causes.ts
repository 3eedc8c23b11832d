// What follows from an event, for every runtime alike: the code it is reported under, how grave it is, and its sentence.
import type { Severity } from '../model/problem.ts';
import { andList } from '../util/lists.ts';
import { grantedTools } from './granted.ts';
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

/** Which version of a runtime is spoken of, and whether it is known from its documentation alone. */
export function runtimeInWords({ label, evidence }: Pick<Runtime, 'label' | 'evidence'>): string {
  const source = evidence.source === 'documentation' ? ' (from its documentation, not measured)' : '';
  return `${label} ${evidence.version}${source}`;
}

/** The event in the words of its runtime; what is only documented says so. */
export function sentenceOf(
  { cause, effect, values = {} }: LoadEvent,
  { words, label, evidence }: Pick<Runtime, 'words' | 'label' | 'evidence'>,
): string {
  const sentence = factOf({ cause, effect, values }, { words, label });
  return evidence.source === 'documentation'
    ? sentence.replace(/\.$/, ' (by its documentation, not measured).')
    : sentence;
}

/** The same where it is said elsewhere what the runtime is known from. */
export function factOf(
  { cause, effect, values = {} }: Pick<LoadEvent, 'cause' | 'effect' | 'values'>,
  { words, label }: Pick<Runtime, 'words' | 'label'>,
): string {
  const template = words[`${cause}:${effect}`] ?? words[cause] ?? `${label} does not take this as it is written.`;
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

/** The report as short statements, the most important first. Written as Markdown. */
export function statementsOf(report: LoadReport, runtime: Runtime): string[] {
  const statements = eventsInWords(report.events, runtime);
  if (report.name === null) return ['Does not load.', ...statements];
  return [`Loads as \`${report.name}\`.`, ...toolsInWords(report), ...modelInWords(report), ...statements];
}

/** What an event is about, as its sentence names it: a key, or a name that was written. */
function subjectOf({ cause, values = {} }: LoadEvent): 'key' | 'value' {
  return cause === 'unknown-tool' || values.key === undefined ? 'value' : 'key';
}

/** One sentence for all events that differ in nothing but their subject. `say` is `sentenceOf` or `factOf`. */
export function eventsInWords(events: readonly LoadEvent[], runtime: Runtime, say = sentenceOf): string[] {
  const alike = new Map<string, LoadEvent[]>();
  for (const event of events) {
    const whatever = say({ ...event, values: { ...event.values, [subjectOf(event)]: '' } }, runtime);
    const group = alike.get(whatever);
    if (group) group.push(event);
    else alike.set(whatever, [event]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const subjects = [...new Set(group.map((event) => event.values?.[subjectOf(event)] ?? ''))].slice(1);
    const names = subjects.filter((name) => name !== '').map((name) => `\`${name}\``);
    const others = names.length > 0 ? ` The same goes for ${andList(names)}.` : '';
    return [say(first, runtime) + others];
  });
}

function toolsInWords(report: LoadReport): string[] {
  const granted = grantedTools(report);
  if (granted === null) return [];
  const { inherits, names, denied } = granted;
  if (inherits) return [`It has every tool of the session${denied.length > 0 ? ` but ${listed(denied)}` : ''}.`];
  if (names.length === 0) return ['It has **no** tools.'];
  return [`It has ${names.length} ${names.length === 1 ? 'tool' : 'tools'}: ${listed(names)}.`];
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function modelInWords({ model }: LoadReport): string[] {
  return [model === null ? 'It runs on the model of the session.' : `It runs on \`${model}\`.`];
}
