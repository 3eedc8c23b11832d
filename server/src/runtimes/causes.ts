// What follows from an event, for every runtime alike: the code it is reported under, how grave it is, and its sentence.
import type { Severity } from '../model/problem.ts';
import type { Cause, Effect, LoadEvent, LoadReport, Runtime } from './runtime.ts';

/** The rule that a cause is reported by. */
export const CODE_OF: Readonly<Record<Cause, string>> = {
  'no-front-matter': 'frontmatter/missing',
  'unclosed-front-matter': 'frontmatter/unclosed',
  'unreadable-yaml': 'frontmatter/unparsable',
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
  'duplicate-key': 'frontmatter/duplicate-key',
  'unknown-tool': 'frontmatter/unknown-tool',
  'no-tools': 'frontmatter/no-tools',
  'wrong-place': 'workspace/unread-file',
  'wrong-file-name': 'workspace/unread-file',
  'empty-prompt': 'frontmatter/lost-prompt',
  'long-prompt': 'structure/long-prompt',
};

const SEVERITY_OF: Readonly<Record<Effect, Severity>> = {
  'drops-file': 'error',
  'blocks-project': 'error',
  'takes-raw-file': 'error',
  'grants-more': 'error',
  'grants-less': 'warning',
  ignores: 'warning',
  changes: 'warning',
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

/** The code of the rule that says why no agent comes to exist; null where one does. */
export function reasonOf({ outcome, events }: Pick<LoadReport, 'outcome' | 'events'>): string | null {
  if (outcome !== 'dropped' && outcome !== 'blocks-project') return null;
  const effect = outcome === 'dropped' ? 'drops-file' : 'blocks-project';
  const event = events.find((each) => each.effect === effect);
  return event ? CODE_OF[event.cause] : null;
}
