// The fields the Ring format adds to Claude Code's. Claude Code ignores them; Ring's own skills read them.
import * as z from 'zod';
import { createFieldTable, type Evidence, type FieldMeta } from '../../runtimes/fields.ts';
import { inputSchema, outputSchema, projectRules } from './shapes.ts';
import { AGENT_TYPES } from './vocabulary.ts';

const evidence: readonly Evidence[] = [
  {
    source: 'documentation',
    detail: 'measured over the 44 agents in Ring’s own repository',
    verifiedOn: '2026-11-20',
  },
];
const readBy = 'Ring';
const onInvalid = 'never reads it, but Ring’s own skills may fail on it';
const [firstType = '', ...otherTypes] = AGENT_TYPES.map(({ value }) => value);

const fields = {
  version: {
    schema: z.string(),
    shape: 'a version string such as `1.2.0`',
    onInvalid,
    description: 'The version of the agent, `major.minor.patch`. The first entry of `changelog` has the same version.',
    snippet: '${1:1.0.0}',
    readBy,
    evidence,
  },
  last_updated: {
    schema: z.string(),
    shape: 'a date such as `2026-11-20`',
    onInvalid,
    description: 'The date of the last change, `yyyy-mm-dd`.',
    snippet: '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}',
    readBy,
    evidence,
  },
  type: {
    schema: z.enum([firstType, ...otherTypes]),
    shape: 'one of its types',
    onInvalid,
    description: 'The type of the agent, which determines the sections its authors expect.',
    values: AGENT_TYPES,
    snippet: `\${1|${AGENT_TYPES.map(({ value }) => value).join(',')}|}`,
    readBy,
    evidence,
  },
  changelog: {
    schema: z.array(z.union([z.string(), z.record(z.string(), z.unknown())])),
    shape: 'a list of `version: text`',
    onInvalid,
    description: 'The changes in each version, newest first: `- 1.2.0: what changed`.',
    snippet: '\n  - ${1:1.0.0}: ${2:Initial release}',
    readBy,
    evidence,
  },
  output_schema: {
    schema: outputSchema,
    shape: 'a map',
    onInvalid,
    description:
      'The contract of the answer: its required sections, each with a pattern that is matched against every line.',
    snippet:
      '\n  format: "markdown"\n  required_sections:\n    - name: "${1:Summary}"\n      pattern: "^## ${1:Summary}"\n      required: true',
    readBy,
    evidence,
  },
  input_schema: {
    schema: inputSchema,
    shape: 'a map',
    onInvalid,
    description: 'What the caller must tell the agent (`required_context`) and may tell it (`optional_context`).',
    snippet:
      '\n  required_context:\n    - name: "${1:task}"\n      type: "string"\n      description: "${2:What to do}"',
    readBy,
    evidence,
  },
  project_rules_integration: {
    schema: projectRules,
    shape: 'a map',
    onInvalid,
    description: 'The project rule files the agent reads first.',
    snippet: '\n  check_first:\n    - "${1:docs/PROJECT_RULES.md}"',
    readBy,
    evidence,
  },
} satisfies Record<string, FieldMeta & { readonly schema: z.ZodType }>;

export const ringFields = createFieldTable(fields);
