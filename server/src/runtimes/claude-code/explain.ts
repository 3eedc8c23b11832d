// A load report in words: the same sentences in hover, `inspect`, and the card. Written as Markdown.
import { withoutMarks } from '../../util/plainMarkdown.ts';
import type { IndexedReport, IndexedRuntime } from '../indexed.ts';
import {
  denialInWords,
  mainSessionInWords,
  modelInWords,
  optionsInWords,
  originsInWords,
  refusalInWords,
  searchToolsNote,
  startFaultInWords,
  toolsInWords,
} from './powerWords.ts';

/** Why the file is not an agent, by the code of the rule that reports it. */
const LOSSES: Readonly<Record<string, string>> = {
  'frontmatter/missing': 'Claude Code finds no front matter and treats the file as documentation',
  'frontmatter/unclosed': 'the front matter is never closed',
  'frontmatter/unparsable': 'the front matter is not valid YAML',
  'frontmatter/not-a-map': 'the front matter contains no `key: value` lines',
  'frontmatter/missing-name': '`name` is missing, so Claude Code treats the file as documentation',
  'frontmatter/invalid-name': '`name` is not valid',
  'frontmatter/missing-description': '`description` is missing',
  'frontmatter/invalid-description': '`description` is empty or not a string',
  'frontmatter/invalid-hooks': 'a hook that may guard permissions is invalid or misplaced',
  'workspace/plugin-not-loaded': 'the manifest of the plugin keeps the whole plugin from loading',
  'workspace/not-in-manifest': 'the manifest of the plugin lists its agents without this file',
};

/** Why the file or its front matter is lost: a clause without a period. */
export function lossInWords({ reason, reading }: IndexedReport): string {
  if (reading.error) return `the YAML cannot be read (${reading.error.message})`;
  return LOSSES[reason ?? ''] ?? 'Claude Code does not accept it as written';
}

/** The report as short statements, most important first. */
export function loadStatements(load: IndexedReport): string[] {
  if (!load.loads) return [`Does not load: ${lossInWords(load)} (\`${load.reason}\`).`];
  return [
    nameInWords(load),
    load.reading.state === 'repaired' ? 'Claude Code repairs the YAML while reading it.' : null,
    startFaultInWords(load),
    toolsInWords(load),
    ...originsInWords(load),
    searchToolsNote(load),
    modelInWords(load),
    ...optionsInWords(load),
    ...load.refusedTools.map((refused) => `\`${refused.name}\` is not granted: ${refusalInWords(refused)}.`),
    ...denialInWords(load),
    ...ignoredInWords(load),
    mainSessionInWords(load),
  ].filter((statement) => statement !== null);
}

function nameInWords({ name, id, reading }: IndexedReport): string {
  const called = id === null || id === name ? '' : ` It is called \`${id}\`.`;
  switch (reading.state) {
    case 'read':
    case 'repaired':
      return `Loads as \`${name}\`.${called}`;
    case 'none':
      return `Loads as \`${name}\`, its file name, because it has no front matter.${called}`;
    default:
      return `Loads as \`${name}\`, its file name, because the front matter cannot be read; all fields are lost.${called}`;
  }
}

/** Groups fields that are ignored for the same reason. */
function ignoredInWords({ ignored }: IndexedReport): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { field, reason } of ignored)
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(`\`${field}\``));
  return [...byReason].map(([reason, fields]) => `Ignored: ${[...fields].join(', ')} (${reason}).`);
}

export function explainLoad(load: IndexedReport, runtime: IndexedRuntime): string {
  const heading = `What ${runtime.label} ${runtime.measuredOn} does with this file as a ${load.as} agent:`;
  return `${heading}\n\n${loadStatements(load)
    .map((statement) => `- ${statement}`)
    .join('\n')}`;
}

/** The same without Markdown, for terminals and message boxes. */
export function explainPlainly(load: IndexedReport, runtime: IndexedRuntime): string {
  const heading = `${runtime.label} ${runtime.measuredOn}, as a ${load.as} agent:`;
  return [heading, ...loadStatements(load)].map(withoutMarks).join(' ');
}
