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

const REASONS: Readonly<Record<string, string>> = {
  'frontmatter/missing': 'it finds no front matter, so it takes the file for documentation',
  'frontmatter/unclosed': 'the front matter is never closed',
  'frontmatter/not-a-map': 'the front matter holds no `key: value` lines',
  'frontmatter/missing-name': 'there is no `name`, so it takes the file for documentation',
  'frontmatter/invalid-name': 'the `name` is none it takes',
  'frontmatter/missing-description': 'there is no `description`',
  'frontmatter/invalid-description': 'the `description` is no text, or empty',
  'frontmatter/invalid-hooks': 'a hook that may guard permissions is badly shaped, or stands in the wrong place',
};

/** The report as short statements, the most important first. */
export function loadStatements(load: LoadReport): string[] {
  if (!load.loads) return [`Does not load: ${dropInWords(load)} (\`${load.reason}\`).`];
  const statements = [nameInWords(load)];
  if (load.reading.state === 'repaired') statements.push('The YAML is repaired while reading.');
  statements.push(toolsInWords(load));
  const note = searchToolsNote(load);
  if (note !== null) statements.push(note);
  statements.push(modelInWords(load));
  for (const { name, reason } of load.refusedTools)
    statements.push(`\`${name}\` is refused: ${refusalInWords(reason)}.`);
  return [...statements, ...ignoredInWords(load)];
}

function dropInWords({ reason, reading }: LoadReport): string {
  if (reading.error) return `the YAML cannot be read, ${reading.error.message}`;
  return REASONS[reason ?? ''] ?? 'it is not taken as it is';
}

function nameInWords({ name, reading }: LoadReport): string {
  switch (reading.state) {
    case 'read':
    case 'repaired':
      return `Loads as \`${name}\`.`;
    case 'none':
      return `Loads as \`${name}\`, the name of its file: it has no front matter.`;
    default:
      return `Loads as \`${name}\`, the name of its file: the front matter cannot be read, so every field is lost.`;
  }
}

/** Fields ignored for the same reason together. */
function ignoredInWords({ ignored }: LoadReport): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { field, reason } of ignored)
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(`\`${field}\``));
  return [...byReason].map(([reason, fields]) => `Ignored: ${[...fields].join(', ')} (${reason}).`);
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

function toolsInWords({ tools, deniedTools, refusedTools }: LoadReport): string {
  if (tools === 'inherit') {
    const but = deniedTools.length > 0 ? ` but ${inCode(deniedTools)}` : '';
    return `It has every tool of the session${but}.`;
  }
  if (tools.length === 0) {
    const names = refusedTools.some(({ reason }) => reason !== 'disallowed');
    return names ? 'It has **no** tools, so Claude Code refuses to start it.' : 'It has **no** tools.';
  }
  return `It has ${tools.length} ${tools.length === 1 ? 'tool' : 'tools'}: ${inCode(tools)}.`;
}

/** Measured: Glob and Grep are given on these systems only to an agent that lists them and not Bash. */
export function searchToolsNote({ tools }: LoadReport): string | null {
  if (tools === 'inherit' || !tools.includes('Bash')) return null;
  const lost = tools.filter((tool) => tool === 'Glob' || tool === 'Grep');
  if (lost.length === 0) return null;
  const [subject, they] = lost.length > 1 ? ['are', 'them'] : ['is', 'it'];
  return `On macOS and Linux ${inCode(lost).replace(', ', ' and ')} ${subject} left out: there Claude Code gives ${they} only where \`Bash\` is not listed.`;
}

function inCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function modelInWords({ model }: LoadReport): string {
  const { kind, id } = resolveModel(model);
  if (kind === 'inherit') return 'It runs on the model of the session.';
  return id && id !== model ? `It runs on \`${id}\` (\`${model}\`).` : `It runs on \`${id ?? model}\`.`;
}
