// Anchors, aliases and tags.
import { Fault } from './fault.ts';
import type { Context } from './problems.ts';
import { codeAt, isSpace, isWord, type Source } from './source.ts';
import type { NameToken, TagToken } from './tokens.ts';

/** `&name` or `*name`. */
export function scanName(source: Source): NameToken {
  const { text, at: start } = source;
  const kind = text.charAt(start) === '&' ? 'anchor' : 'alias';
  source.at++;
  const name = takeWord(source);
  if (name === '' || !(isSpace(codeAt(source)) || AFTER_NAME.includes(text.charAt(source.at)))) {
    const context = kind === 'anchor' ? 'while scanning an anchor' : 'while scanning an alias';
    const span = { start, end: source.at };
    throw new Fault('bad-anchor', { at: source.at, context, contextAt: start, span });
  }
  return { kind, name, start, end: source.at };
}

const AFTER_NAME = '?:,]}%@`';

/** `!suffix`, `!!suffix`, `!handle!suffix`, `!<whole tag>` or a bare `!`. */
export function scanTag(source: Source, inFlow: boolean): TagToken {
  const { text, at: start } = source;
  const { handle, suffix } = text.startsWith('!<', start) ? scanVerbatim(source, start) : scanShorthand(source, start);
  if (!isSpace(codeAt(source)) && !(inFlow && text.charAt(source.at) === ',')) {
    throw tagFault('text-after-tag', source, start);
  }
  return { kind: 'tag', handle, suffix, start, end: source.at };
}

interface TagParts {
  readonly handle: string;
  readonly suffix: string;
}

function scanVerbatim(source: Source, start: number): TagParts {
  source.at += 2;
  const suffix = scanTagUri(source, start, WHOLE_URI);
  if (source.text.charAt(source.at) !== '>') throw tagFault('unclosed-tag', source, start);
  source.at++;
  return { handle: '', suffix };
}

function scanShorthand(source: Source, start: number): TagParts {
  const handle = takeHandle(source);
  if (handle.length > 1 && handle.endsWith('!')) return { handle, suffix: scanTagUri(source, start) };
  // What looked like a handle was the start of the suffix.
  const suffix = scanTagUri(source, start, URI_CHARACTERS, handle);
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** `!`, `!word` or `!word!`. */
export function takeHandle(source: Source): string {
  const start = source.at;
  source.at++;
  takeWord(source);
  if (source.text.charAt(source.at) === '!') source.at++;
  return source.text.slice(start, source.at);
}

export function takeWord(source: Source): string {
  const start = source.at;
  while (isWord(codeAt(source))) source.at++;
  return source.text.slice(start, source.at);
}

const URI_CHARACTERS = ";/?:@&=+$.!~*'()%";
/** What a whole tag, or the start of one in a directive, may hold besides. */
export const WHOLE_URI = `${URI_CHARACTERS},[]`;

/** `head`: a handle with its `!`, which is not part of the result but counts as something written. */
export function scanTagUri(source: Source, start: number, characters = URI_CHARACTERS, head = ''): string {
  let uri = head.slice(1);
  for (;;) {
    const character = source.text.charAt(source.at);
    if (character === '%') {
      uri += scanUriEscape(source, start);
    } else if (character !== '' && (isWord(codeAt(source)) || characters.includes(character))) {
      uri += character;
      source.at++;
    } else {
      if (uri === '' && head === '') throw tagFault('bad-tag', source, start, 'while parsing a tag');
      return uri;
    }
  }
}

/** One character, written as the bytes of its UTF-8. */
function scanUriEscape(source: Source, start: number): string {
  const written = /^(?:%[\da-fA-F]{2}){1,4}/.exec(source.text.slice(source.at, source.at + 12))?.[0] ?? '';
  const first = Number.parseInt(written.slice(1, 3), 16);
  const size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  try {
    const character = decodeURIComponent(written.slice(0, 3 * size));
    if (character !== '') {
      source.at += 3 * size;
      return character;
    }
  } catch {
    // Not UTF-8: the fault says so.
  }
  throw tagFault('bad-tag-escape', source, start, 'while parsing a tag');
}

type TagProblem = 'bad-tag' | 'unclosed-tag' | 'text-after-tag' | 'bad-tag-escape';

function tagFault(code: TagProblem, { at }: Source, start: number, context: Context = 'while scanning a tag'): Fault {
  return new Fault(code, { at, context, contextAt: start, span: { start, end: at } });
}
