// Values that YAML never sees because they begin with `#`: where they stand, and how they become values.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix } from '../../../../model/problem.ts';
import { parseYaml } from '../../../../model/yaml.ts';
import { quoted, replace } from '../../../../rules/edits.ts';
import { type Span, slice } from '../../../../util/text.ts';
import type { FieldEntry } from '../../../entries.ts';
import type { Field } from '../../../fields.ts';
import { resolveModel } from '../../models.ts';
import { canonicalTool, toolMentions } from '../../toolList.ts';

/** The comment in the place of a value, without the spaces around it; null where there is a value, or no comment. */
export function commentedValue(document: AgentDocument, { value, keySpan }: FieldEntry): Span | null {
  if (value) return null;
  const { frontMatter, text } = document;
  // The closing fence may follow on the same line.
  const end = frontMatter.state === 'present' ? frontMatter.inner.end : text.length;
  const found = /^(["']?[ \t]*:[ \t]+)(#[^\r\n]*?)[ \t]*(?=\r?\n|$)/.exec(
    text.slice(keySpan.end, Math.min(end, keySpan.end + LONGEST_LINE)),
  );
  if (!found) return null;
  const [, before = '', comment = ''] = found;
  const start = keySpan.end + before.length;
  return { start, end: start + comment.length };
}

const LONGEST_LINE = 5000;

/** The comment as a string. For fields that take any. */
export function quoteCommentFix({ text }: AgentDocument, comment: Span): Fix {
  const edits = [replace(comment, quoted(slice(text, comment)))];
  return { title: 'Quote the value', kind: 'suggestion', edits };
}

/** What the comment says as the value, where it is one that the field takes; undefined where it is a remark. */
export function removeHashFix({ text }: AgentDocument, comment: Span, field: Field): Fix | undefined {
  const value = slice(text, comment).replace(/^#+[ \t]*/, '');
  if (!isUsable(value, field)) return undefined;
  return { title: 'Remove the `#`', kind: 'suggestion', edits: [replace(comment, value)] };
}

function isUsable(value: string, field: Field): boolean {
  const { root, errors } = parseYaml(value);
  if (errors.length > 0 || root?.kind !== 'scalar' || root.value === null) return false;
  switch (field.key) {
    case 'name':
      return /^[a-z\d]{1,40}(?:-[a-z\d]{1,40}){0,5}$/.test(value) && typeof root.value === 'string';
    case 'model':
      return resolveModel(value).kind !== 'unchecked';
    case 'tools':
    case 'disallowedTools': {
      const tools = toolMentions(value, root);
      return tools.length > 0 && tools.every(({ name }) => canonicalTool(name) !== null);
    }
    default:
      return (field.values ?? []).some((known) => known.value === value) || isNumber(root.value, field);
  }
}

function isNumber(value: unknown, { schema }: Field): boolean {
  return (typeof value === 'number' || typeof value === 'bigint') && schema.safeParse(Number(value)).success;
}
