// Names in running text that may be agents' names: in backticks, qualified by a plugin, after `subagent_type`, after
// `@agent-`, or in words such as "delegate to code-reviewer". Whether there is such an agent is for others to say.

import type { MarkdownStructure } from '../model/markdown.ts';
import type { Span } from '../util/text.ts';

export interface Mention {
  /** As written, a plugin's prefix with it, marks left out. */
  readonly name: string;
  /** The name's own characters. */
  readonly span: Span;
  readonly form: MentionForm;
}

/**
 * `subagent-type` and `at` can be nothing but agents. `handoff` is a name where the sentence speaks of agents ("the
 * `x` agent", "(use `x`)"). `name` only looks like one: it means an agent where there is an agent of that name.
 */
export type MentionForm = 'subagent-type' | 'at' | 'handoff' | 'name';

const NAME = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,99}[\p{L}\p{N}_])?`;
const QUALIFIED = `${NAME}(?::${NAME}){0,5}`;
/** In quotes a name may have blanks. */
const QUOTED = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_.: -]{0,198}[\p{L}\p{N}_])?`;
const PLAIN_WORD = '[a-z][a-z0-9]{0,60}';
const HYPHENATED = `${PLAIN_WORD}(?:-[a-z0-9]{1,60}){1,8}`;
const WITH_PLUGIN = `[a-z][a-z0-9]{1,60}(?:-[a-z0-9]{1,60}){0,8}(?::${PLAIN_WORD}(?:-[a-z0-9]{1,60}){0,8}){1,4}`;

/** How a candidate is written, which decides what it may be. */
type Kind = (typeof KINDS)[number];
const KINDS = ['word', 'qualified', 'type', 'bareType', 'at', 'code'] as const;

interface Candidate {
  readonly kind: Kind;
  readonly name: string;
  /** Of the name, in the part. */
  readonly nameStart: number;
  /** Of all that was matched, in the part. */
  readonly start: number;
  readonly end: number;
}

const SUBAGENT_TYPE = new RegExp(
  String.raw`\bsubagent_type["'\x60]?[ \t]{0,4}[:=][ \t]{0,4}(?:(?<quote>["'\x60])(?<type>${QUOTED})\k<quote>|(?<bareType>${QUALIFIED}))`,
  'gu',
);
const AT_AGENT = new RegExp(String.raw`(?<![\p{L}\p{N}_@/.])@agent-(?<at>${QUALIFIED})(?![\p{L}\p{N}_/@\\])`, 'gu');
const CODE = new RegExp(String.raw`\x60(${QUALIFIED})\x60`, 'gu');
/** Names without marks, tried where a run of such characters begins. */
const PLAIN = new RegExp(
  String.raw`(?<qualified>${WITH_PLUGIN})(?![\p{L}\p{N}_:/@\\\x60]|[.-]\w)|(?<word>${HYPHENATED})(?![\p{L}\p{N}_:/@\\\x60(]|[.-]\w)`,
  'uy',
);
/** Every name without marks has one. To look for them first takes a tenth of the time of trying at every word. */
const PLAIN_SIGN = /[a-z0-9][-:][a-z0-9]/g;
/** Characters that a name without marks does not stand right behind. */
const RUN = /[\p{L}\p{N}_:/\\.@\x60$-]/u;

/** `package.json`, `10:30`, `nginx:1.27`, `block__element`, `a--b`: in backticks, and no names of agents. */
const NO_NAME = /\.[a-z][a-z0-9]{0,9}$|:\d[\d.]*$|__|--/i;
/** What precedes a colon and is no plugin: schemes and places that packages come from. */
const NO_PLUGIN =
  /^(?:https?|ftp|ssh|git|file|urn|data|mailto|tel|arn|s3|gs|oci|docker|vscode|npm|jsr|node|bun|workspace|catalog|localhost):/;
/** `npm run docs:build`: scripts are called so too. */
const RUNS_SCRIPT =
  /(?:^|[\s\x60"'(&|;])(?:npm|npx|pnpm|yarn|bun|bunx|deno|make|task|just|turbo|nx|run|exec)[ \t]{1,4}$/;

const WIDTH_OF_CONTEXT = 48;
/** What makes of a word an agent, ahead of it and in the same line. */
const HANDS_OVER =
  /(?:\b(?:delegat\w{0,3}|hand(?:s|ing|ed)?[ -]?(?:it |them |this |over |off |back ){0,2}|escalat\w{0,3}|dispatch\w{0,3}|defer\w{0,3}|redirect\w{0,3}|rout(?:e|es|ing))(?: \w{1,20}){0,3} to|\b(?:sub-?)?agents?:?(?: named| called)?|\((?:use|see|via|invoke|ask))(?: the)?[ *_"“]{1,4}$/i;
/** Verbs that lists of colleagues begin with: `- Collaborate with api-designer on …`. */
const WORKS_WITH =
  /(?:^|[\r\n])[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+(?:(?:collaborat|work|partner|coordinat|consult|align|integrat|pair|sync)\w{0,4} (?:closely )?with|(?:support|guide|help|assist|advise|inform|ask|use|invoke|call|consult|share \w{1,20} with|provide \w{1,20} to))(?: the)?[ *_"“]{1,4}$/i;
const AGENT_FOLLOWS = /^[`"”*_]{0,3} {1,2}(?:sub-?)?agents?\b/i;
/** `**code-reviewer**`: how lists of agents are set. */
const BOLD = /\*\*$/;

/** In order of writing; `within` are the parts of the text to look at, in order. Linear in the text. */
export function findMentions(text: string, within: readonly Span[], structure: MarkdownStructure): Mention[] {
  const found: Mention[] = [];
  const fences = new SpanWalk(() => structure.fences.map(({ span }) => span));
  for (const { start, end } of within) {
    const part = text.slice(start, end);
    let taken = 0;
    for (const candidate of candidatesIn(part)) {
      if (candidate.start < taken) continue;
      taken = candidate.end;
      const mention = readMention(part, candidate, start, fences);
      if (mention) found.push(mention);
    }
  }
  return found;
}

/** In order; of two that begin at one place the one with marks comes first. */
function candidatesIn(part: string): Candidate[] {
  const found: Candidate[] = [];
  if (part.includes('subagent_type')) collect(part, SUBAGENT_TYPE, found);
  if (part.includes('@agent-')) collect(part, AT_AGENT, found);
  if (part.includes('`')) collectCode(part, found);
  collectPlain(part, found);
  return found.sort((a, b) => a.start - b.start);
}

function collect(part: string, pattern: RegExp, found: Candidate[]): void {
  for (const match of part.matchAll(pattern)) found.push(toCandidate(match));
}

/** Most of what stands in backticks is no name, and there can be a lot of it. */
function collectCode(part: string, found: Candidate[]): void {
  CODE.lastIndex = 0;
  for (let match = CODE.exec(part); match; match = CODE.exec(part)) {
    const { index, 0: text, 1: name = '' } = match;
    if (NO_NAME.test(name) || NO_PLUGIN.test(name)) continue;
    found.push({ kind: 'code', name, nameStart: index + 1, start: index, end: index + text.length });
  }
}

function collectPlain(part: string, found: Candidate[]): void {
  PLAIN_SIGN.lastIndex = 0;
  let searched = 0;
  for (let sign = PLAIN_SIGN.exec(part); sign; sign = PLAIN_SIGN.exec(part)) {
    const start = runStart(part, sign.index, searched);
    PLAIN.lastIndex = start;
    const match = PLAIN.exec(part);
    if (match) found.push(toCandidate(match));
    searched = match ? match.index + match[0].length : runEnd(part, sign.index + 1);
    PLAIN_SIGN.lastIndex = Math.max(searched, sign.index + 1);
  }
}

/** Nothing before `least` is looked at again, so that a text that is one run takes no longer than others. */
function runStart(part: string, from: number, least: number): number {
  let start = from;
  while (start > least && isRun(part, start - 1)) start--;
  return start;
}

function runEnd(part: string, from: number): number {
  let end = from;
  while (end < part.length && isRun(part, end)) end++;
  return end;
}

function isRun(part: string, at: number): boolean {
  const code = part.charCodeAt(at);
  if (code < ASCII_RUN.length) return ASCII_RUN[code] === true;
  // Letters beyond the basic plane are pairs: both halves count as one.
  return code >= 0xd800 && code <= 0xdfff ? isLetterPair(part, at) : RUN.test(part.charAt(at));
}

const ASCII_RUN = Array.from({ length: 128 }, (_, code) => RUN.test(String.fromCharCode(code)));

function isLetterPair(part: string, at: number): boolean {
  const first = part.charCodeAt(at) < 0xdc00 ? at : at - 1;
  return RUN.test(part.slice(Math.max(0, first), first + 2));
}

function toCandidate({ groups = {}, index, 0: text }: RegExpExecArray): Candidate {
  const kind = KINDS.find((each) => groups[each] !== undefined) ?? 'word';
  const name = groups[kind] ?? '';
  const nameStart = index + text.lastIndexOf(name);
  return { kind, name, nameStart, start: index, end: index + text.length };
}

function readMention(part: string, candidate: Candidate, offset: number, fences: SpanWalk): Mention | null {
  const { kind, name, nameStart, end } = candidate;
  const start = offset + nameStart;
  const mention = (form: MentionForm): Mention => ({ name, form, span: { start, end: start + name.length } });
  if (kind === 'type') return mention('subagent-type');
  if (kind === 'at') return mention('at');
  const after = part.slice(end, end + WIDTH_OF_CONTEXT);
  // Anything else behind it makes of it a sentence about the key.
  if (kind === 'bareType') return /^[ \t]*(?:[,;)\]}]|[\r\n]|$)/.test(after) ? mention('subagent-type') : null;
  const form = formOf(part, candidate, after);
  if (form === null || fences.covers(start)) return null;
  return mention(form);
}

function formOf(part: string, { kind, name, start }: Candidate, after: string): 'handoff' | 'name' | null {
  const before = part.slice(Math.max(0, start - WIDTH_OF_CONTEXT), start);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  if (kind === 'qualified' && (NO_NAME.test(name) || NO_PLUGIN.test(name) || RUNS_SCRIPT.test(line))) return null;
  const spokenOf = HANDS_OVER.test(line) || (kind === 'code' && AGENT_FOLLOWS.test(after));
  if (kind !== 'word') {
    if (spokenOf) return 'handoff';
    // A single word in backticks is nearly always a command or a variable, one with a dot a file.
    return /[-_:]/.test(name) && !name.includes('.') ? 'name' : null;
  }
  return spokenOf || AGENT_FOLLOWS.test(after) || BOLD.test(before) || WORKS_WITH.test(before) ? 'name' : null;
}

/** Whether offsets, asked for in ascending order, lie in one of some spans in order. The spans are found when first asked. */
class SpanWalk {
  private spans: readonly Span[] | undefined;
  private index = 0;
  private readonly find: () => readonly Span[];

  constructor(find: () => readonly Span[]) {
    this.find = find;
  }

  covers(offset: number): boolean {
    this.spans ??= this.find();
    for (let span = this.spans[this.index]; span && span.end <= offset; span = this.spans[++this.index]);
    const span = this.spans[this.index];
    return span !== undefined && span.start <= offset;
  }
}
