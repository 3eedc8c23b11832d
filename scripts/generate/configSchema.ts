// The JSON Schema of `.agentwright.json` and its page, from the declaration of its keys.
import * as z from 'zod';
import { CONFIG_FILE, configSchema, configShape } from '../../server/src/lint/config.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { format } from './format.ts';
import type { GeneratedFile } from './generatedFile.ts';
import { codeBlock, GENERATED, page, table } from './markdown.ts';

const SCHEMA = 'schemas/agentwright.schema.json';
const PAGE = 'docs/configuration.md';

type JsonObject = { [keyword: string]: unknown };

export function renderConfigFiles(rules: readonly Rule[]): GeneratedFile[] {
  const schema = { title: 'Agentwright', ...(z.toJSONSchema(configSchema, { io: 'input' }) as JsonObject) };
  const named = JSON.parse(JSON.stringify(schema)) as JsonObject;
  nameRules(named, rules);
  return [
    { path: SCHEMA, content: format(SCHEMA, JSON.stringify(named, null, 2)) },
    { path: PAGE, content: renderPage() },
  ];
}

/** Wherever severities per rule stand, the rules are named, so that an editor completes them and marks a mistyped one. */
function nameRules(node: unknown, rules: readonly Rule[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node as JsonObject)) {
    if (key === 'rules' && typeof value === 'object' && value !== null && 'additionalProperties' in value) {
      const schema = value as JsonObject;
      const severity = schema.additionalProperties as JsonObject;
      schema.properties = Object.fromEntries(
        rules.map(({ code, summary }) => [code, { ...severity, description: summary }]),
      );
      schema.additionalProperties = false;
      delete schema.propertyNames;
    } else {
      nameRules(value, rules);
    }
  }
}

function renderPage(): string {
  const rows = Object.entries(configShape)
    .filter(([key]) => key !== '$schema')
    .map(([key, schema]) => [`\`${key}\``, schema.meta()?.description ?? '']);
  const example = {
    rules: { 'frontmatter/name-style': 'off', 'structure/broken-link': 'warning' },
    overrides: [{ files: ['legacy/**'], rules: { 'structure/heading-jump': 'off' } }],
    knownTools: ['DeployPreview'],
    knownFields: ['team'],
    documents: ['.claude/agents/README.md'],
    claudeCodeVersion: '2.1.300',
    runtimes: ['claude-code', 'copilot-cli'],
    ringGeneration: 'A',
  };
  return page(
    GENERATED,
    '# Configuration',
    `A project says what it wants in \`${CONFIG_FILE}\`, in its root or in any folder; the nearest one above a file counts. It wins over the settings of the editor, and the command line obeys it too. A key that cannot be used is reported and ignored, the others still count.`,
    table(['Key', 'Meaning'], rows),
    codeBlock('json', JSON.stringify(example, null, 2)),
    '## Comments',
    'A rule is switched off for one line, or for the rest of the file, by a comment. Several codes are separated by commas; without a code every rule is meant. A comment that switches nothing off is reported. No comment hides why Claude Code drops a file. In YAML, a comment starts at the beginning of a line or after a space.',
    codeBlock('yaml', '# agentwright-disable-next-line frontmatter/unknown-color\ncolor: magenta'),
    codeBlock(
      'markdown',
      '<!-- agentwright-disable-next-line structure/heading-jump -->\n\n<!-- agentwright-disable structure/placeholder -->',
    ),
  );
}
