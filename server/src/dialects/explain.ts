// A load report in words: the same sentences in hover, `inspect`, and the card. Written as Markdown.

import { resolveModel } from './claude-code/model.ts';
import type { Dialect, LoadReport, RefusedTool } from './dialect.ts';

const REFUSALS: Readonly<Record<RefusedTool['reason'], string>> = {
  unknown: 'unknown tool',
  dead: 'no longer exists',
  'wrong-case': 'tool names are case-sensitive',
  'not-for-subagents': 'never granted to subagents',
  disallowed: 'removed by `disallowedTools`',
  malformed: 'not a valid tool name',
};

export function refusalInWords(reason: RefusedTool['reason']): string {
  return REFUSALS[reason];
}

const REASONS: Readonly<Record<string, string>> = {
  'frontmatter/missing': 'Claude Code finds no front matter and treats the file as documentation',
  'frontmatter/unclosed': 'the front matter is never closed',
  'frontmatter/not-a-map': 'the front matter contains no `key: value` lines',
  'frontmatter/missing-name': '`name` is missing, so Claude Code treats the file as documentation',
  'frontmatter/invalid-name': '`name` is not valid',
  'frontmatter/missing-description': '`description` is missing',
  'frontmatter/invalid-description': '`description` is empty or not a string',
  'frontmatter/invalid-hooks': 'a hook that may guard permissions is invalid or misplaced',
};

/** The report as short statements, most important first. */
export function loadStatements(load: LoadReport): string[] {
  if (!load.loads) return [`Does not load: ${dropInWords(load)} (\`${load.reason}\`).`];
  const statements = [nameInWords(load)];
  if (load.reading.state === 'repaired') statements.push('Claude Code repairs the YAML while reading it.');
  statements.push(toolsInWords(load));
  const note = searchToolsNote(load);
  if (note !== null) statements.push(note);
  statements.push(modelInWords(load));
  for (const { name, reason } of load.refusedTools)
    statements.push(`\`${name}\` is not granted: ${refusalInWords(reason)}.`);
  return [...statements, ...ignoredInWords(load)];
}

function dropInWords({ reason, reading }: LoadReport): string {
  if (reading.error) return `the YAML cannot be read (${reading.error.message})`;
  return REASONS[reason ?? ''] ?? 'Claude Code does not accept it as written';
}

function nameInWords({ name, reading }: LoadReport): string {
  switch (reading.state) {
    case 'read':
    case 'repaired':
      return `Loads as \`${name}\`.`;
    case 'none':
      return `Loads as \`${name}\`, its file name, because it has no front matter.`;
    default:
      return `Loads as \`${name}\`, its file name, because the front matter cannot be read; all fields are lost.`;
  }
}

/** Groups fields that are ignored for the same reason. */
function ignoredInWords({ ignored }: LoadReport): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { field, reason } of ignored)
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(`\`${field}\``));
  return [...byReason].map(([reason, fields]) => `Ignored: ${[...fields].join(', ')} (${reason}).`);
}

export function explainLoad(load: LoadReport, dialect: Dialect): string {
  const heading = `What ${dialect.label} ${dialect.measuredOn} does with this file as a ${load.as} agent:`;
  return `${heading}\n\n${loadStatements(load)
    .map((statement) => `- ${statement}`)
    .join('\n')}`;
}

/** The same without Markdown, for terminals and message boxes. */
export function explainPlainly(load: LoadReport, dialect: Dialect): string {
  const heading = `${dialect.label} ${dialect.measuredOn}, as a ${load.as} agent:`;
  return [heading, ...loadStatements(load)].join(' ').replaceAll('**', '').replaceAll('`', '');
}

function toolsInWords({ tools, deniedTools, refusedTools }: LoadReport): string {
  if (tools === 'inherit') {
    const but = deniedTools.length > 0 ? ` except ${inCode(deniedTools)}` : '';
    return `Inherits every tool of the session${but}.`;
  }
  if (tools.length === 0) {
    const names = refusedTools.some(({ reason }) => reason !== 'disallowed');
    return names ? 'Has **no** tools, so Claude Code refuses to start it.' : 'Has **no** tools.';
  }
  return `Has ${tools.length} ${tools.length === 1 ? 'tool' : 'tools'}: ${inCode(tools)}.`;
}

/** Measured: on these systems, Claude Code grants Glob and Grep only to an agent that lists them but not Bash. */
export function searchToolsNote({ tools }: LoadReport): string | null {
  if (tools === 'inherit' || !tools.includes('Bash')) return null;
  const lost = tools.filter((tool) => tool === 'Glob' || tool === 'Grep');
  if (lost.length === 0) return null;
  const [subject, they] = lost.length > 1 ? ['are', 'them'] : ['is', 'it'];
  return `On macOS and Linux, ${inCode(lost).replace(', ', ' and ')} ${subject} left out, because Claude Code grants ${they} there only if \`Bash\` is not listed.`;
}

function inCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function modelInWords({ model }: LoadReport): string {
  const { kind, id } = resolveModel(model);
  if (kind === 'inherit') return 'Runs on the session’s model.';
  return id && id !== model ? `Runs on \`${id}\` (\`${model}\`).` : `Runs on \`${id ?? model}\`.`;
}
