// The fields the Ring format adds on top of Claude Code's. Claude Code ignores them; Ring's own skills read them.
import * as z from 'zod';
import type { Evidence, FieldMeta } from '../fields.ts';
import { inputSchema, outputSchema, projectRules } from './shapes.ts';
import { AGENT_TYPES } from './vocabulary.ts';

const evidence: readonly Evidence[] = [
  {
    source: 'documentation',
    detail: 'measured over the 44 agents of the format’s own repository',
    verifiedOn: '2026-11-20',
  },
];
const readBy = 'Ring';
const onInvalid = 'never reads it; Ring’s own skills may stumble over it';
const [firstType = '', ...otherTypes] = AGENT_TYPES.map(({ value }) => value);

export const ringFields = {
  version: {
    schema: z.string(),
    shape: 'a text such as `1.2.0`',
    onInvalid,
    description: 'The version of the agent, `major.minor.patch`; the first entry of `changelog`.',
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
    shape: 'one of its kinds',
    onInvalid,
    description: 'What kind of agent it is; decides the sections its authors expect.',
    values: AGENT_TYPES,
    snippet: `\${1|${AGENT_TYPES.map(({ value }) => value).join(',')}|}`,
    readBy,
    evidence,
  },
  changelog: {
    schema: z.array(z.union([z.string(), z.record(z.string(), z.unknown())])),
    shape: 'a list of `version: text`',
    onInvalid,
    description: 'The changes of each version, newest first: `- 1.2.0: what changed`.',
    snippet: '\n  - ${1:1.0.0}: ${2:Initial release}',
    readBy,
    evidence,
  },
  output_schema: {
    schema: outputSchema,
    shape: 'a map',
    onInvalid,
    description: 'The contract of the answer: the sections it must have, each with a pattern tried on every line.',
    snippet:
      '\n  format: "markdown"\n  required_sections:\n    - name: "${1:Summary}"\n      pattern: "^## ${1:Summary}"\n      required: true',
    readBy,
    evidence,
  },
  input_schema: {
    schema: inputSchema,
    shape: 'a map',
    onInvalid,
    description: 'What the agent must be told (`required_context`) and may be told (`optional_context`).',
    snippet:
      '\n  required_context:\n    - name: "${1:task}"\n      type: "string"\n      description: "${2:What to do}"',
    readBy,
    evidence,
  },
  project_rules_integration: {
    schema: projectRules,
    shape: 'a map',
    onInvalid,
    description: 'Which files with project rules the agent reads first.',
    snippet: '\n  check_first:\n    - "${1:docs/PROJECT_RULES.md}"',
    readBy,
    evidence,
  },
} satisfies Record<string, FieldMeta & { readonly schema: z.ZodType }>;
