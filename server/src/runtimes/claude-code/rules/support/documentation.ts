// Which files in a folder of agents are documentation: Claude Code skips them, and their authors mean it to.

import type { AgentDocument } from '../../../../model/document.ts';
import type { IndexedReport } from '../../../indexed.ts';
import { RUNTIME_KEYS } from '../../fields.ts';
import { FOREIGN_KEYS, PEOPLE } from '../../vocabulary.ts';
import { openingLookAlike } from './fenceLookAlikes.ts';
import { disguisedEntry } from './lookAlikes.ts';
import { meantField } from './meantField.ts';

/** Several rules and the index ask; a load report belongs to one text. */
const remembered = new WeakMap<IndexedReport, boolean>();

/**
 * Whether the runtime takes a file for documentation and is right: there is no front matter, or one without `name`, and
 * nothing that only an agent has. A damaged agent is none, though the runtime skips it in the same way.
 */
export function isDocumentation(document: AgentDocument, load: IndexedReport): boolean {
  if (load.loads) return false;
  const known = remembered.get(load) ?? judge(document, load);
  remembered.set(load, known);
  return known;
}

function judge(document: AgentDocument, load: IndexedReport): boolean {
  switch (load.reason) {
    case 'frontmatter/missing':
      return !meansFrontMatter(document);
    case 'frontmatter/unclosed':
      return !beginsFields(document);
    case 'frontmatter/missing-name':
      return !hasAgentKeys(document, load) && !opensTwice(document, load);
    default:
      return false;
  }
}

/** Keys of pages and of rules for other tools: a `description` beside them is theirs. */
const PAGE_KEYS: ReadonlySet<string> = new Set(
  (
    'title layout permalink slug date draft toc weight nav_order parent nav_exclude has_children sidebar sidebar_label ' +
    'sidebar_position pagination_prev pagination_next hide_title hide_table_of_contents cssclasses aliases lang ' +
    'globs alwaysApply applyTo'
  ).split(' '),
);

function hasAgentKeys(document: AgentDocument, { reading }: IndexedReport): boolean {
  const keys = reading.entries.map(({ key }) => key);
  if (keys.some(isAgentKey) || disguisedEntry(document, reading, 'name')) return true;
  return keys.includes('description') && !keys.some((key) => PAGE_KEYS.has(key));
}

const CONTRACT_KEYS: ReadonlySet<string> = new Set(['output_schema', 'input_schema']);

/** A field of agents that pages do not have, its name mistyped too; a field of the agents of other tools. */
function isAgentKey(key: string): boolean {
  if (PAGE_KEYS.has(key) || key === 'description') return false;
  if (RUNTIME_KEYS.has(key) || CONTRACT_KEYS.has(key)) return true;
  if (Object.hasOwn(FOREIGN_KEYS, key)) return FOREIGN_KEYS[key] !== PEOPLE;
  const meant = meantField(key);
  return meant !== undefined && meant !== 'description';
}

/** Marks that nobody writes but for front matter. */
const CERTAIN: ReadonlySet<string> = new Set(['utf-16', 'carriage-returns', 'language']);

/** Something that was meant as front matter stands at the beginning: a fence with a slip and a field, or the fields alone. */
function meansFrontMatter(document: AgentDocument): boolean {
  const { frontMatter, text } = document;
  const nearMiss = frontMatter.state === 'missing' ? frontMatter.nearMiss : undefined;
  if ((nearMiss && CERTAIN.has(nearMiss.kind)) || openingLookAlike(document)) return true;
  const fields = fieldsAt(text, nearMiss?.span.end ?? 0);
  return nearMiss ? fields > 0 : fields > 1 && OPENED.test(text.slice(0, HEAD_LENGTH));
}

/** Fields follow a fence that nothing closes. */
function beginsFields({ frontMatter, text, keyLines }: AgentDocument): boolean {
  if (frontMatter.state !== 'unclosed') return false;
  return fieldsAt(text, frontMatter.open.end) > 0 || keyLines.some(({ key }) => isAgentKey(key));
}

/** `---` twice at the top: what was meant as front matter is the body. */
function opensTwice({ text, body }: AgentDocument, { reading }: IndexedReport): boolean {
  return reading.entries.length === 0 && fieldsAt(text, body.start) > 0;
}

/** Front matter begins in so many characters; what looks like it further down is an example. */
const HEAD_LENGTH = 4000;
const FIELD = new RegExp(
  String.raw`(?:^|[{,\r\n])[ \t]*["']?(${[...RUNTIME_KEYS].join('|')})["']?[ \t]*:(?=\s|$)`,
  'g',
);
/** Begins with a field or with what may have been a fence, or has a line that begins with dashes. */
const OPENED = /^[\s\uFEFF]*(?:["']?\w+["']?[ \t]*:|\{|-(?![ \t]))|^[ \t\uFEFF]*[-–—]{2}/m;

/** How many fields of agents stand at the beginnings of lines from an offset on, before the first block of code. */
function fieldsAt(text: string, start: number): number {
  const head = text.slice(start, start + HEAD_LENGTH);
  const fence = /\n[ \t]*(?:`{3,9}|~{3,9})[ \t]*\w{0,20}[ \t]*\r?\n/.exec(head)?.index ?? head.length;
  return new Set(Array.from(head.slice(0, fence).matchAll(FIELD), ([, key]) => key)).size;
}
