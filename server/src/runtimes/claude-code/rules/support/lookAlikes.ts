// Characters that look like YAML spaces, colons, or quotes, or like nothing, where YAML needs the real ones: a no-break
// space as indentation, a full-width colon, a zero-width space in a key.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix, MessageValues, TextEdit } from '../../../../model/problem.ts';
import { withEdits } from '../../../../rules/harmless.ts';
import { characterNames } from '../../../../util/characters.ts';
import { type Span, slice } from '../../../../util/text.ts';
import type { FieldEntry } from '../../../entries.ts';
import type { IndexedReading } from '../../../indexed.ts';
import { RUNTIME_KEYS } from '../../fields.ts';
import { readFrontMatter } from '../../read.ts';

export interface LookAlike {
  readonly place: 'indentation' | 'key' | 'colon' | 'blank';
  /** The intended field, if any. */
  readonly key: string | undefined;
  readonly span: Span;
  /** Replaces the text with what was meant. */
  readonly edit: TextEdit;
}

const SPACES = '\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000';
export const UNSEEN = '\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF';
export const ODD = SPACES + UNSEEN;

const SIGN = new RegExp(`[${ODD}：“”„‘’]`);
const ANY_ODD = new RegExp(`[${ODD}]`);
const ANY_SPACE = new RegExp(`[${SPACES}]`);
const ALL_ODD = new RegExp(`[${ODD}：“”„‘’]`, 'g');
const ALL_SPACES = new RegExp(`[${SPACES}]`, 'g');
const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, 'g');
const INDENT = new RegExp(`^[ \\t${ODD}]{0,200}`);
const KEY = new RegExp(
  `^(["'“”„‘’]?)([A-Za-z${ODD}][\\w${ODD}-]{0,60}?)(["'“”‘’]?)([ \\t${ODD}]{0,20})([:：])(?!:)([ \\t${ODD}]{0,20})`,
);
const ITEM = new RegExp(`^-([${ODD}]{1,20})`);

/** In order. Only for relevant keys and indentation: in text, such characters are intentional. */
export function findLookAlikes(document: AgentDocument): readonly LookAlike[] {
  const known = remembered.get(document);
  if (known) return known;
  const found = find(document);
  remembered.set(document, found);
  return found;
}

/** Several rules ask. */
const remembered = new WeakMap<AgentDocument, readonly LookAlike[]>();

function find({ text, frontMatter }: AgentDocument): LookAlike[] {
  if (frontMatter.state !== 'present' || !SIGN.test(slice(text, frontMatter.inner))) return [];
  const found: LookAlike[] = [];
  let above: Above = 'closed';
  let offset = frontMatter.inner.start;
  for (const line of slice(text, frontMatter.inner).split('\n')) {
    const read = readLine(line.replace(/\r$/, ''), offset, above);
    found.push(...read.lookAlikes);
    if (found.length > MOST_LOOK_ALIKES) break;
    above = read.above;
    offset += line.length + 1;
  }
  return found;
}

/** No author writes more; in a hostile file, each would be tried. */
const MOST_LOOK_ALIKES = 100;

/** What the last key above a line leaves open: a value below it, a block scalar, or nothing. */
type Above = 'open' | 'block' | 'closed';

function readLine(line: string, offset: number, above: Above): { lookAlikes: LookAlike[]; above: Above } {
  const indent = INDENT.exec(line)?.[0] ?? '';
  const rest = line.slice(indent.length);
  const isOdd = ANY_ODD.test(indent);
  const at = (start: number, end: number): Span => ({ start: offset + start, end: offset + end });
  const hasBlanks = /[ \t]/.test(indent);
  if (rest === '' && !isOdd) return { lookAlikes: [], above };
  if (above === 'block' && /^[ \t]/.test(indent)) return { lookAlikes: [], above };
  const match = KEY.exec(rest);
  const key = match?.[2]?.replace(ALL_ODD, '') ?? '';
  // Characters without width do not indent.
  const isMargin = !hasBlanks && (above === 'closed' || !ANY_SPACE.test(indent));
  const isTop = isMargin && match !== null && RUNTIME_KEYS.has(key);
  if (match && isTop) {
    const written = (match[1] ?? '') + match[2] + match[3] + match[4];
    const lookAlikes = readKey(line, { key, colonAt: indent.length + written.length, blanks: match[6] ?? '' }, at);
    return { lookAlikes, above: leftOpen(rest.slice(match[0].length)) };
  }
  const lookAlikes: LookAlike[] = [];
  if (isOdd) {
    const newText = rest === '' ? '' : indent.replace(ALL_SPACES, ' ').replace(ALL_UNSEEN, '');
    const edit = { span: at(0, indent.length), newText };
    lookAlikes.push({ place: 'indentation', key: undefined, span: edit.span, edit });
  }
  const blanks = ITEM.exec(rest)?.[1] ?? '';
  if (blanks !== '') {
    const span = at(indent.length + 1, indent.length + 1 + blanks.length);
    lookAlikes.push({ place: 'blank', key: undefined, span, edit: { span, newText: ' ' } });
  }
  return { lookAlikes, above: match && indent === '' ? leftOpen(rest.slice(match[0].length)) : above };
}

function leftOpen(value: string): Above {
  if (/^[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/.test(value)) return 'block';
  return value === '' || value.startsWith('#') ? 'open' : 'closed';
}

interface KeyPart {
  readonly key: string;
  readonly colonAt: number;
  readonly blanks: string;
}

function readKey(line: string, { key, colonAt, blanks }: KeyPart, at: (start: number, end: number) => Span) {
  const lookAlikes: LookAlike[] = [];
  if (SIGN.test(line.slice(0, colonAt))) {
    const span = at(0, colonAt);
    lookAlikes.push({ place: 'key', key, span, edit: { span, newText: key } });
  }
  const end = colonAt + 1 + blanks.length;
  if (line.charAt(colonAt) === '：') {
    const newText = end === line.length ? ':' : ': ';
    lookAlikes.push({ place: 'colon', key, span: at(colonAt, colonAt + 1), edit: { span: at(colonAt, end), newText } });
  } else if (ANY_ODD.test(blanks.charAt(0))) {
    const span = at(colonAt + 1, end);
    lookAlikes.push({ place: 'blank', key, span, edit: { span, newText: ' ' } });
  }
  return lookAlikes;
}

/** The look-alikes that make the front matter unreadable: replacing them makes it readable, and nothing else does. */
export function blamedLookAlikes(document: AgentDocument): readonly LookAlike[] {
  const found = findLookAlikes(document);
  if (found.length === 0 || !readsWith(document, found)) return [];
  if (found.length > MOST_TRIED) return found;
  const needed = found.filter(
    (each) =>
      !readsWith(
        document,
        found.filter((other) => other !== each),
      ),
  );
  return needed.length > 0 ? needed : found;
}

const MOST_TRIED = 10;

function readsWith(document: AgentDocument, lookAlikes: readonly LookAlike[]): boolean {
  const edits = lookAlikes.map(({ edit }) => edit);
  return isReadable(withEdits(document, edits));
}

/** Whether the runtime can read the front matter and finds an agent in it. */
export function isReadable(document: AgentDocument): boolean {
  const { state, entries } = readFrontMatter(document);
  const isRead = state === 'read' || state === 'repaired';
  return isRead && entries.some(({ key }) => key === 'name' || key === 'description');
}

/** If the key of an entry is a field name apart from such characters. */
export function lookAlikeOf(document: AgentDocument, { keySpan }: FieldEntry): LookAlike | undefined {
  return findLookAlikes(document).find(
    ({ place, span }) =>
      (place === 'key' || place === 'indentation') && span.start < keySpan.end && keySpan.start < span.end,
  );
}

/** The entry that was meant as a field but is not read as one. */
export function disguisedEntry(
  document: AgentDocument,
  { entries }: IndexedReading,
  key: string,
): LookAlike | undefined {
  if (entries.some((entry) => entry.key === key)) return undefined;
  const lookAlikes = entries.map((entry) => lookAlikeOf(document, entry));
  return lookAlikes.find((lookAlike) => lookAlike?.key === key);
}

/** For messages: `{fault}, which YAML reads as text: … {advice}.` */
export function lookAlikeValues({ text }: AgentDocument, lookAlike: LookAlike): MessageValues {
  const { place, key, span } = lookAlike;
  const names = characterNames((slice(text, span).match(ALL_ODD) ?? []).join(''));
  const faults = {
    indentation: `This line is indented with ${names}`,
    key: `The key \`${key}\` contains ${names}`,
    colon: `The colon after \`${key}\` is ${names}`,
    blank: `The space after \`${key === undefined ? '-' : `${key}:`}\` is ${names}`,
  };
  return { place, key: key ?? '', names, fault: faults[place], advice: adviceFor(lookAlike) };
}

export function lookAlikeFix(lookAlike: LookAlike, kind: Fix['kind']): Fix {
  return { title: adviceFor(lookAlike), kind, edits: [lookAlike.edit] };
}

function adviceFor({ place, key, edit }: LookAlike): string {
  switch (place) {
    case 'indentation':
      return edit.newText === '' ? 'Remove it' : 'Use ordinary spaces';
    case 'key':
      return `Write \`${key}\``;
    case 'colon':
      return 'Write a colon and a space';
    case 'blank':
      return 'Use an ordinary space';
  }
}
