// Anchors, tags, and aliases.
import type { YamlAlias } from '../../../model/yaml.ts';
import { Fault } from './fault.ts';
import { type Gap, isFlowIndicator, isSpace, type Reader, SPACE, skipGap } from './reader.ts';

export interface Properties {
  readonly start: number;
  readonly end: number;
  readonly anchor?: string;
  readonly tag?: string;
}

/** Reads `&anchor` and `!tag` in any order, and stops where they end or at a line break. */
export function readProperties(reader: Reader, inFlow: boolean): { properties: Properties | null; gap: Gap | null } {
  const start = reader.at;
  let end = start;
  let anchor: string | undefined;
  let tag: string | undefined;
  let gap: Gap | null = null;
  for (;;) {
    const character = reader.text.charAt(reader.at);
    if (character !== '&' && character !== '!') break;
    if (character === '&') {
      if (anchor !== undefined) throw new Fault('many-anchors', reader.at);
      anchor = readName(reader, inFlow);
    } else {
      if (tag !== undefined) throw new Fault('many-tags', reader.at);
      tag = readTag(reader, inFlow);
    }
    end = reader.at;
    gap = skipGap(reader);
    if (gap.newLine) break;
  }
  if (end === start) return { properties: null, gap: null };
  return { properties: { start, end, ...(anchor ? { anchor } : {}), ...(tag ? { tag } : {}) }, gap };
}

export function joinProperties(outer: Properties | null, own: Properties): Properties;
export function joinProperties(outer: Properties | null, own: Properties | null): Properties | null;
export function joinProperties(outer: Properties | null, own: Properties | null): Properties | null {
  if (!outer || !own) return outer ?? own;
  if (outer.anchor !== undefined && own.anchor !== undefined) throw new Fault('many-anchors', own.start);
  if (outer.tag !== undefined && own.tag !== undefined) throw new Fault('many-tags', own.start);
  return { ...outer, ...own, start: outer.start };
}

export function readAlias(reader: Reader, inFlow: boolean): YamlAlias {
  const start = reader.at;
  const name = readName(reader, inFlow);
  const target = reader.anchors.get(name);
  if (!target) throw new Fault('unknown-alias', start, reader.at);
  return { kind: 'alias', name, target, span: { start, end: reader.at } };
}

/** Measured: any characters except spaces and brackets, so `*x:` is an alias named `x:`. */
function readName(reader: Reader, inFlow: boolean): string {
  const { text } = reader;
  const start = reader.at + 1;
  let end = start;
  while (text.charCodeAt(end) > SPACE && !isFlowIndicator(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  const separated = isSpace(next) || (inFlow && isFlowIndicator(next));
  if (end === start || !separated) throw new Fault('bad-anchor', reader.at, end + 1);
  reader.at = end;
  return text.slice(start, end);
}

const TAG_CHARACTER = /[\w\-#;/?:@&=+$.~*'()]|%[\da-fA-F]{2}/y;
const VERBATIM = /!<(?!,)(?:[\w\-#;/?:@&=+$.~*'()!,]|%[\da-fA-F]{2})+>/y;

function readTag(reader: Reader, inFlow: boolean): string {
  const { text } = reader;
  const start = reader.at;
  if (text.startsWith('!<', start)) {
    VERBATIM.lastIndex = start;
    const verbatim = VERBATIM.exec(text);
    if (!verbatim) throw new Fault('bad-tag', start, start + 2);
    reader.at = VERBATIM.lastIndex;
  } else {
    readShorthand(reader);
  }
  const next = text.charCodeAt(reader.at);
  const separated = isSpace(next) || (inFlow && isFlowIndicator(next));
  if (!separated && text.startsWith('!!', start)) throw new Fault('bad-tag', start, reader.at + 1);
  return text.slice(start, reader.at);
}

function readShorthand(reader: Reader): void {
  const { text } = reader;
  const start = reader.at;
  const secondary = text.startsWith('!!', start);
  const nameStart = start + (secondary ? 2 : 1);
  const end = endOfTagName(text, nameStart);
  const bare = isSpace(text.charCodeAt(nameStart));
  if (secondary ? end === nameStart : !bare && !/[A-Za-z\d-]/.test(text.charAt(nameStart))) {
    throw new Fault('bad-tag', start, end + 1);
  }
  // `!handle!name`: a named handle requires a `%TAG` line, which front matter cannot contain.
  if (!secondary && text.charAt(end) === '!' && end > nameStart) throw new Fault('bad-tag', start, end + 1);
  reader.at = end;
}

function endOfTagName(text: string, from: number): number {
  let end = from;
  for (;;) {
    TAG_CHARACTER.lastIndex = end;
    if (!TAG_CHARACTER.test(text)) return end;
    end = TAG_CHARACTER.lastIndex;
  }
}
