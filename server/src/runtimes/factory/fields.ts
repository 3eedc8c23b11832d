// The fields of a droid of Factory, declared once: shape (zod) and everything said about them.
import * as z from 'zod';
import { createFieldTable, type FieldMeta } from '../fields.ts';
import { documented } from './evidence.ts';
import { FACTORY_MODELS, SHORT_NAMES } from './models.ts';
import { CATEGORIES } from './tools.ts';

const REFUSES = 'does not load the droid';
const UNKNOWN = 'does something that is not documented';

const fields = {
  name: {
    role: 'name',
    schema: z.string().regex(/^[a-z0-9_-]+$/),
    shape: 'lowercase letters, digits, hyphens and underscores',
    onInvalid: REFUSES,
    description: 'What the droid is called. Lowercase letters, digits, hyphens and underscores only.',
    required: true,
    snippet: '${1:my-droid}',
    evidence: [documented('required; an invalid name is an error')],
  },
  description: {
    role: 'description',
    schema: z.string().max(500),
    shape: 'a string of at most 500 characters',
    onInvalid: UNKNOWN,
    description: 'When to use the droid. At most 500 characters.',
    snippet: '${1:Use this droid when …}',
    evidence: [documented('at most 500 characters; missing is a warning')],
  },
  model: {
    role: 'model',
    schema: z.string().refine((name) => !SHORT_NAMES.has(name)),
    shape: '`inherit`, the full id of a model, or `custom:` with a model of your own',
    onInvalid: REFUSES,
    description:
      'The model the droid runs on: `inherit`, a full id, or `custom:` with a model of your own configuration.',
    default: '`inherit`',
    values: FACTORY_MODELS,
    snippet: '${1:inherit}',
    evidence: [documented('an unknown model is an error')],
  },
  reasoningEffort: {
    role: 'effort',
    schema: z.enum(['low', 'medium', 'high']),
    shape: '`low`, `medium` or `high`',
    onInvalid: UNKNOWN,
    description: 'How much the model thinks. Ignored where the model is inherited.',
    default: 'the effort of the session',
    values: ['low', 'medium', 'high'].map((value) => ({ value, description: `The level ${value}.` })),
    snippet: '${1|low,medium,high|}',
    evidence: [documented('low, medium or high; ignored with inherit')],
  },
  tools: {
    role: 'tools.allow',
    schema: z.union([z.enum([...CATEGORIES.keys()]), z.array(z.string())]),
    shape: 'a list of tool names, or one of `read-only`, `edit`, `execute`, `web` and `mcp`',
    onInvalid: UNKNOWN,
    description:
      'The tools the droid may use: a list of Factory’s names, or one category: `read-only`, `edit`, `execute`, `web`, `mcp`. Case counts.',
    default: 'every tool of the session',
    snippet: "['${1:Read}', '${2:Grep}']",
    evidence: [documented('a category or a list; an unknown tool is an error')],
  },
  mcpServers: {
    role: 'mcp',
    schema: z.array(z.string()),
    shape: 'a list of server names',
    onInvalid: UNKNOWN,
    description: 'MCP servers of the configuration that the droid may use, by their names.',
    default: 'the servers of the session',
    snippet: '\n  - ${1:server}',
    evidence: [documented('names of configured servers')],
  },
} satisfies Record<string, FieldMeta & { readonly schema: z.ZodType }>;

export const factoryFields = createFieldTable(fields);
