// The fields of a plugin manifest that Claude Code 2.1.331 checks, and what it does with an invalid value. Measured on the
// runtime, field by field. Any other field may hold anything.
import * as z from 'zod';

export interface ManifestField {
  /** Completes the sentence "It must be …". */
  readonly shape: string;
  /** The types; `paths` adds requirements for strings. */
  readonly schema: z.ZodType;
  /** Set if strings in the value are paths. */
  readonly paths?: PathRule;
  /** `refuses`: the whole plugin does not load; `ignores`: only this field is ignored. */
  readonly onFault: 'refuses' | 'ignores';
}

export interface PathRule {
  /** Required ending; null for any. */
  readonly ending: '.md' | '.json' | null;
  /** Endings of files that may also be URLs, whose paths are not checked. */
  readonly alsoElsewhere?: readonly string[];
}

const record = z.record(z.string(), z.unknown());
const oneOrMore = (each: z.ZodType): z.ZodType => z.union([each, z.array(each)]);

const paths: ManifestField = {
  shape: 'a path or a list of paths',
  schema: oneOrMore(z.string()),
  paths: { ending: null },
  onFault: 'refuses',
};

/** A path to a JSON file, its contents inline, or a list of both. */
function filesOrInline(inline: z.ZodType, alsoElsewhere: readonly string[] = []): ManifestField {
  return {
    shape: 'a path to a JSON file, an object, or a list of them',
    schema: oneOrMore(z.union([z.string(), inline])),
    paths: { ending: '.json', alsoElsewhere },
    onFault: 'refuses',
  };
}

function ignored(shape: string, schema: z.ZodType): ManifestField {
  return { shape, schema, onFault: 'ignores' };
}

function refused(shape: string, schema: z.ZodType): ManifestField {
  return { shape, schema, onFault: 'refuses' };
}

const command = z
  .looseObject({ source: z.string().optional(), content: z.string().optional() })
  .refine(({ source, content }) => (source === undefined) !== (content === undefined));

const option = z.looseObject({
  type: z.enum(['string', 'number', 'boolean', 'directory', 'file']),
  title: z.string(),
  description: z.string(),
});

export const MANIFEST_FIELDS: Readonly<Record<string, ManifestField>> = {
  agents: {
    shape: 'a path to a Markdown file or a list of such paths',
    schema: oneOrMore(z.string()),
    paths: { ending: '.md' },
    onFault: 'refuses',
  },
  commands: {
    shape: 'a path, a list of paths, or an object with a `source` or a `content` for each command',
    schema: z.union([z.string(), z.array(z.string()), z.record(z.string(), command)]),
    paths: { ending: null },
    onFault: 'refuses',
  },
  skills: paths,
  workflows: paths,
  outputStyles: paths,
  themes: paths,
  hooks: filesOrInline(record),
  mcpServers: filesOrInline(z.record(z.string(), record), ['.mcpb', '.dxt']),
  lspServers: filesOrInline(z.record(z.string(), record)),
  monitors: {
    shape: 'a path to a JSON file or a list of objects',
    schema: z.union([z.string(), z.array(record)]),
    paths: { ending: '.json' },
    onFault: 'refuses',
  },
  version: refused('a string', z.string()),
  settings: refused('an object', record),
  userConfig: refused('an object with `type`, `title` and `description` for each option', z.record(z.string(), option)),
  channels: refused('a list of objects with a `server`', z.array(z.looseObject({ server: z.string() }))),
  dependencies: refused(
    'a list of plugin names or objects with a `name`',
    z.array(z.union([z.string(), z.looseObject({ name: z.string() })])),
  ),
  defaultEnabled: refused('`true` or `false`', z.boolean()),
  $schema: ignored('a string', z.string()),
  displayName: ignored('a string', z.string()),
  description: ignored('a string', z.string()),
  author: ignored('an object with a `name`', z.looseObject({ name: z.string().min(1), url: z.string().optional() })),
  homepage: ignored('a URL', z.url()),
  repository: ignored('a string', z.string()),
  license: ignored('a string', z.string()),
  keywords: ignored('a list of strings', z.array(z.string())),
};
