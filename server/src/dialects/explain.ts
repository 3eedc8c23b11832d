// A load report in words: the same sentences in hover, `inspect` and the card. Written as Markdown.

import { resolveModel } from './claude-code/model.ts';
import type { Dialect, LoadReport, RefusedTool } from './dialect.ts';

const REFUSALS: Readonly<Record<RefusedTool['reason'], string>> = {
  unknown: 'no such tool',
  dead: 'no longer exists',
  'wrong-case': 'case counts, and no tool is written so',
  'not-for-subagents': 'never given to a subagent',
  disallowed: 'taken away by `disallowedTools`',
  malformed: 'no tool name',
};

export function refusalInWords(reason: RefusedTool['reason']): string {
  return REFUSALS[reason];
}

/** The report as short statements, the most important first. */
export function loadStatements(load: LoadReport): string[] {
  if (!load.loads) return [`Does not load (\`${load.reason}\`).`];
  const statements = [`Loads as \`${load.name}\`.`];
  if (load.reading.state === 'repaired') statements.push('The YAML is repaired while reading.');
  if (load.reading.state === 'unreadable') statements.push('Every field is lost: the YAML cannot be read.');
  statements.push(toolsInWords(load), modelInWords(load));
  for (const { name, reason } of load.refusedTools)
    statements.push(`\`${name}\` is refused: ${refusalInWords(reason)}.`);
  const ignored = load.ignored.map(({ field }) => `\`${field}\``);
  if (ignored.length > 0) statements.push(`Ignored: ${[...new Set(ignored)].join(', ')}.`);
  return statements;
}

export function explainLoad(load: LoadReport, dialect: Dialect): string {
  const heading = `What ${dialect.label} ${dialect.measuredOn} makes of this file as a ${load.as} agent:`;
  return `${heading}\n\n${loadStatements(load)
    .map((statement) => `- ${statement}`)
    .join('\n')}`;
}

/** The same without Markdown marks, for terminals and message boxes. */
export function explainPlainly(load: LoadReport, dialect: Dialect): string {
  const heading = `${dialect.label} ${dialect.measuredOn}, as a ${load.as} agent:`;
  return [heading, ...loadStatements(load)].join(' ').replaceAll('**', '').replaceAll('`', '');
}

function toolsInWords({ tools }: LoadReport): string {
  if (tools === 'inherit') return 'It has every tool of the session.';
  if (tools.length === 0) return 'It has **no** tools.';
  return `It has ${tools.length} ${tools.length === 1 ? 'tool' : 'tools'}: ${tools.map((tool) => `\`${tool}\``).join(', ')}.`;
}

function modelInWords({ model }: LoadReport): string {
  const { kind, id } = resolveModel(model);
  if (kind === 'inherit') return 'It runs on the model of the session.';
  return id && id !== model ? `It runs on \`${id}\` (\`${model}\`).` : `It runs on \`${id ?? model}\`.`;
}
