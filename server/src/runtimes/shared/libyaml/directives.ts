// Directives: lines that start with `%`.
import { Fault } from './fault.ts';
import { scanTagUri, takeHandle, takeWord, WHOLE_URI } from './properties.ts';
import {
  codeAt,
  HASH,
  isBlank,
  isBreakOrEnd,
  isSpace,
  type Source,
  skipBlanks,
  skipToBreak,
  takeBreak,
} from './source.ts';
import type { Token } from './tokens.ts';

/** `%YAML 1.1`, `%YAML 1.2` and `%TAG handle prefix`; any other is an error. */
export function scanDirective(source: Source): Token {
  const start = source.at;
  source.at++;
  const name = takeWord(source);
  if (!isSpace(codeAt(source)) || (name !== 'YAML' && name !== 'TAG')) throw badDirective(source, start);
  skipBlanks(source);
  const token = name === 'YAML' ? scanVersion(source, start) : scanTagDirective(source, start);
  skipBlanks(source);
  if (codeAt(source) === HASH) skipToBreak(source);
  if (!isBreakOrEnd(codeAt(source))) throw badDirective(source, start);
  takeBreak(source);
  return token;
}

function scanVersion(source: Source, start: number): Token {
  const version = /^\d{1,9}\.\d{1,9}/.exec(source.text.slice(source.at, source.at + 20))?.[0] ?? '';
  const [major, minor] = version.split('.').map(Number);
  if (major !== 1 || (minor !== 1 && minor !== 2)) throw badDirective(source, start);
  source.at += version.length;
  return { kind: 'yaml-directive', start, end: source.at };
}

function scanTagDirective(source: Source, start: number): Token {
  const handle = source.text.charAt(source.at) === '!' ? takeHandle(source) : '';
  if (!(handle === '!' || (handle.length > 1 && handle.endsWith('!'))) || !isBlank(codeAt(source))) {
    throw badDirective(source, start);
  }
  skipBlanks(source);
  const prefix = scanTagUri(source, start, WHOLE_URI);
  if (!isSpace(codeAt(source))) throw badDirective(source, start);
  return { kind: 'tag-directive', handle, prefix, start, end: source.at };
}

function badDirective(source: Source, start: number): Fault {
  const at = source.at;
  skipToBreak(source);
  const span = { start, end: source.at };
  return new Fault('bad-directive', { at, context: 'while scanning a directive', contextAt: start, span });
}
