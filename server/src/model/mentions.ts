// Names in running text that may be agents' names: in backticks, qualified by a plugin, after `subagent_type`, after
// `@agent-`, or in words such as "delegate to code-reviewer". Whether there is such an agent is for others to say.
import type { Span } from '../util/text.ts';
import type { MarkdownStructure } from './markdown.ts';

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
const APART_BEFORE = String.raw`(?<![\p{L}\p{N}_:/\\.@\x60$-])`;

/** One pass for every form; what comes first at a place wins. */
const CANDIDATE = new RegExp(
  [
    String.raw`\bsubagent_type["'\x60]?[ \t]{0,4}[:=][ \t]{0,4}(?:(?<quote>["'\x60])(?<type>${QUOTED})\k<quote>|(?<bareType>${QUALIFIED}))`,
    String.raw`\x60(?<code>${QUALIFIED})\x60`,
    String.raw`(?<![\p{L}\p{N}_@/.])@agent-(?<at>${QUALIFIED})(?![\p{L}\p{N}_/@\\])`,
    String.raw`${APART_BEFORE}(?<qualified>${WITH_PLUGIN})(?![\p{L}\p{N}_:/@\\\x60]|[.-]\w)`,
    String.raw`${APART_BEFORE}(?<word>${HYPHENATED})(?![\p{L}\p{N}_:/@\\\x60(]|[.-]\w)`,
  ].join('|'),
  'gu',
);

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
    for (const match of part.matchAll(CANDIDATE)) {
      const mention = readMention(part, match, start, fences);
      if (mention) found.push(mention);
    }
  }
  return found;
}

function readMention(part: string, match: RegExpExecArray, offset: number, fences: SpanWalk): Mention | null {
  const { type, bareType, code, at, qualified, word } = match.groups ?? {};
  const name = type ?? bareType ?? code ?? at ?? qualified ?? word ?? '';
  const start = offset + match.index + match[0].lastIndexOf(name);
  const mention = (form: MentionForm): Mention => ({ name, form, span: { start, end: start + name.length } });
  if (type !== undefined) return mention('subagent-type');
  if (at !== undefined) return mention('at');
  const after = part.slice(match.index + match[0].length, match.index + match[0].length + WIDTH_OF_CONTEXT);
  // Anything else behind it makes of it a sentence about the key.
  if (bareType !== undefined) return /^[ \t]*(?:[,;)\]}]|[\r\n]|$)/.test(after) ? mention('subagent-type') : null;
  const form = formOf(part, match, after);
  if (form === null || fences.covers(start)) return null;
  return mention(form);
}

function formOf(part: string, match: RegExpExecArray, after: string): 'handoff' | 'name' | null {
  const { code, qualified, word } = match.groups ?? {};
  const before = part.slice(Math.max(0, match.index - WIDTH_OF_CONTEXT), match.index);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const marked = code ?? qualified;
  if (marked !== undefined && (NO_NAME.test(marked) || NO_PLUGIN.test(marked))) return null;
  if (qualified !== undefined && RUNS_SCRIPT.test(line)) return null;
  const spokenOf = HANDS_OVER.test(line) || (code !== undefined && AGENT_FOLLOWS.test(after));
  if (marked !== undefined) {
    if (spokenOf) return 'handoff';
    // A single word in backticks is nearly always a command or a variable, one with a dot a file.
    return /^(?=.*[-_:])[^.]*$/.test(marked) ? 'name' : null;
  }
  if (word === undefined) return null;
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
