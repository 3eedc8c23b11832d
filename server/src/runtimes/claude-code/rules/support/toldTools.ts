// Tools that a body clearly tells the agent to use: "Use the Bash tool to …", "search with `Grep`".

import type { AgentDocument } from '../../../../model/document.ts';
import { type Instruction, instructionsOf } from '../../../../text/instructions.ts';
import { isNegated, isNegativeContext, isOrderAfter, isQuoted, isWithinOrder } from '../../../../text/orders.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { MCP_PREFIX, TOOL_ALIASES, TOOLS } from '../../toolNames.ts';

export interface ToldTool {
  /** As written. */
  readonly name: string;
  readonly span: Span;
}

const NAMES = [...TOOLS.map(({ value }) => value), ...Object.keys(TOOL_ALIASES)];
const NAME = String.raw`(?:${[...NAMES].sort((a, b) => b.length - a.length).join('|')}|mcp__[\w-]{1,120})`;
const ONE = String.raw`(?:\x60${NAME}\x60|${NAME}(?![\w\x60-]))`;
const BETWEEN = String.raw`(?:\s{0,4},\s{0,4}(?:(?:and|or)\s{1,4})?|\s{1,4}(?:and|or|&|\+)\s{1,4}|\s{0,4}\/\s{0,4})(?:the\s{1,4})?`;
const ARTICLES = String.raw`(?:(?:the|your|both|only|either|all|built-in|native|dedicated|following|[Cc]laude(?:['’]s| [Cc]ode['’]s))\s{1,4}){0,3}(?<before>tools?:?\s{1,4})?`;
const VERB = '[Uu]se|USE|[Cc]all|[Ii]nvoke|[Uu]tilize|[Ee]mploy|[Uu]sing|[Ww]ith|[Vv]ia|[Cc]alling|[Ii]nvoking';
const TOLD = new RegExp(
  String.raw`\b(?<verb>${VERB})\s{1,4}${ARTICLES}(?<group>${ONE}(?:${BETWEEN}${ONE}){0,9})(?<after>\s{1,4}(?:MCP\s{1,4})?tools?\b)?`,
  'g',
);
const EACH = new RegExp(ONE, 'g');
/** A list item that names a tool and its purpose, which is how prompts list an agent's MCP tools. */
const LISTED = /^\s{0,4}\x60(?<name>mcp__[\w-]{1,120})\x60\s{0,4}(?:[—–:(]|-{1,2}\s)/;
const ORDERING = /^(?:use|call|invoke|utilize|employ)$/i;

/** Words that suggest the sentence is about something else: conditions, examples, other people. */
const UNCERTAIN =
  /\b(?:available|access\w{0,6}|granted|permi(?:t|ssion)\w{0,4}|allow\w{0,4}|optional\w{0,2}|fall(?:s|ing)? ?back|otherwise|examples?|e\.g|such as|if you have|if it has|orchestrat\w{0,5}|coordinator|main (?:agent|session|conversation|thread)|parent|caller|teammates?|other agents?|each agent|their|they|templates?|hooks?)\b|\bprompts?[\x60'"]?\s{0,4}[:=]/i;
const OTHERS = /\bsub-?agents?\b/i;
const OTHER_CONTEXT =
  /\b(?:examples?|templates?|other agents?|sub-?agents?|orchestrat\w{0,5}|coordinator|caller|parent|hand-?offs?|optional\w{0,2}|if|available|fall ?back|for (?:the )?users?)\b/i;
/** After a capitalized word, these make it a type or a pattern. */
const NO_TOOL =
  /^\s{0,4}(?:traits?|interfaces?|structs?|class(?:es)?|types?|methods?|functions?|annotations?|patterns?|syntax|expressions?|imports?|scripts?|scripting|version|\d)/i;

/** Any of several will do, and the agent may have one of them. */
const ALTERNATIVES = /\bor\b|\//;
const ANOTHER_WAY = /^(?:\s{1,4}tools?)?[\s,(]{1,4}or\b/i;

/** Most bodies contain none and need no closer look. */
const SIGN = new RegExp(
  String.raw`\x60mcp__|\b(?:${VERB})[\s*]{1,6}(?:[\w'’-]{1,12}:?[\s*]{1,6}){0,4}?\x60?(?:${NAME})\b`,
);

/** In source order. */
export function toldTools(document: AgentDocument): ToldTool[] {
  if (!SIGN.test(slice(document.text, document.body))) return [];
  return instructionsOf(document)
    .filter(({ text, context }) => SIGN.test(text) && isCertain(text, context))
    .flatMap(toldIn);
}

function isCertain(text: string, context: string): boolean {
  return !isNegated(text) && !UNCERTAIN.test(text) && !isNegativeContext(context) && !OTHER_CONTEXT.test(context);
}

function toldIn({ text, span: { start } }: Instruction): ToldTool[] {
  const listed = LISTED.exec(text)?.groups?.name;
  const told: ToldTool[] =
    listed === undefined ? [] : [{ name: listed, span: spanAt(start + text.indexOf(listed), listed) }];
  for (const match of text.matchAll(TOLD)) {
    const { verb = '', group = '', before: wordBefore, after: wordAfter } = match.groups ?? {};
    const before = text.slice(0, match.index);
    const ordered = ORDERING.test(verb) ? isOrderAfter(before) : isWithinOrder(before);
    if (!ordered || isQuoted(before)) continue;
    const groupStart = match.index + match[0].indexOf(group, verb.length);
    const rest = text.slice(groupStart + group.length);
    if (ALTERNATIVES.test(group) || ANOTHER_WAY.test(rest)) continue;
    const called = wordBefore !== undefined || wordAfter !== undefined;
    for (const { 0: written, index } of group.matchAll(EACH)) {
      const name = written.replaceAll('`', '');
      if (!called && !isToolByItself(name, written.startsWith('`'), rest)) continue;
      // For tools that start agents, the sentence must mention agents.
      if (OTHERS.test(text) && name !== 'Task' && name !== 'Agent') continue;
      told.push({ name, span: spanAt(start + groupStart + index + written.indexOf(name), name) });
    }
  }
  return told;
}

/** Names in backticks that are also types in programming languages. */
const ALSO_TYPES = new Set(['Agent', 'Artifact', 'LSP', 'Monitor', 'PowerShell', 'Task', 'Workflow']);

/** Whether a name can only be the tool even without the word "tool" next to it. */
function isToolByItself(name: string, inCode: boolean, after: string): boolean {
  if (NO_TOOL.test(after) || ALSO_TYPES.has(name)) return false;
  if (inCode) return true;
  if (name.startsWith(MCP_PREFIX)) return false;
  return /[a-z][A-Z]/.test(name) || name === 'Grep' || name === 'Glob';
}

function spanAt(start: number, name: string): Span {
  return { start, end: start + name.length };
}
