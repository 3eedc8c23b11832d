// Finds claims that the agent is read-only, in its name, its description, and the first lines of its body.

import type { AgentDocument } from '../../../../model/document.ts';
import { type Instruction, instructionsOf } from '../../../../text/instructions.ts';
import { isNegated } from '../../../../text/orders.ts';
import { sentencesIn } from '../../../../text/sentences.ts';
import { type Span, slice } from '../../../../util/text.ts';
import { entryOf } from '../../../entries.ts';
import type { IndexedReport } from '../../../indexed.ts';

const ROLE =
  '(?:(?:sub-?)?agent|reviewer|auditor|analy[sz]er|analyst|investigator|inspector|explorer|researcher|advisor|adviser|consultant|critic|checker|verifier|validator|scanner|scout|assistant|specialist|expert|observer|examiner|evaluator|judge|planner|architect|navigator|assessor|watchdog)';
const WORK = '(?:analysis|audit|review|investigation|exploration|research|inspection)';
/** Things other than the agent that may be read-only. */
const THING =
  '(?:replicas?|db|databases?|sql|quer(?:y|ies)|data|file ?systems?|apis?|endpoints?|tokens?|access|views?|models?|propert(?:y|ies)|state|transactions?|caches?|mounts?|volumes?|containers?|modes?|fields?|credentials?|permissions?|commands?|tools?|operations?|connections?|users?|roles?|mcp|servers?)';
const SELF = String.raw`(?:you(?:\s{1,4}are|['’]re)|this\s{1,4}(?:sub-?)?agent\s{1,4}is)`;
const BETWEEN = String.raw`(?:[ ,\t\r\n]{1,4}(?!${THING}\b)[\w/-]{1,30}){0,4}?\s{1,4}`;
const STOP = String.raw`\s{0,4}(?:[.;:!)—–]|--|$)`;
const CHANGE = '(?:modif(?:y|ies)|edits?|changes?|alters?|writes?(?:\\s{1,4}to)?)';
const NEVER = String.raw`(?:never|do\s{1,4}not|don['’]t|does\s{1,4}not|doesn['’]t|must\s{1,4}(?:not|never)|may\s{1,4}not|cannot|will\s{1,4}(?:not|never)|should\s{1,4}never)`;

/** A sentence in a description may just name the agent; in a body, such a line may be about anything. */
const OF_THE_DESCRIPTION = [
  String.raw`(?:an?\s{1,4})?(?:strict(?:ly)?\s{1,4}|purely\s{1,4})?read-?only${BETWEEN}(?:${ROLE}|${WORK})\b`,
  String.raw`(?:strictly\s{1,4})?read-?only(?=${STOP}|\s{0,4},)`,
  String.raw`(?:analysis|review|audit|research)(?:\s{1,4}and\s{1,4}report(?:ing|s)?)?\s{1,4}only(?=${STOP})`,
];
const OF_BOTH = [
  String.raw`${SELF}\s{1,4}(?:an?\s{1,4}|the\s{1,4}|strictly\s{1,4}|purely\s{1,4}|always\s{1,4}){0,2}read-?only(?:(?=${STOP}|\s{0,4},|\s{1,4}(?:and|by design)\b)|${BETWEEN}(?:${ROLE})\b)`,
  String.raw`(?:(?:you|it|this\s{1,4}agent)\s{1,4})?${NEVER}\s{1,4}${CHANGE}(?:(?:\s{0,4},|\s{0,4},?\s{1,4}(?:or|and)|\/)\s{0,4}(?:${CHANGE}|creates?|deletes?|moves?)){0,4}\s{1,4}(?:any\s{1,4})?(?:files?|anything)(?=${STOP}|,\s{1,4}(?:only|just)\b)`,
];
const BEGINS = String.raw`(?:^\s{0,8}|[.;:!—–(]\s{0,4}|\s-{1,2}\s{1,4})`;
const IN_DESCRIPTION = new RegExp(`${BEGINS}(?<claim>${[...OF_THE_DESCRIPTION, ...OF_BOTH].join('|')})`, 'i');
const IN_BODY = new RegExp(`${BEGINS}(?<claim>${OF_BOTH.join('|')})`, 'i');
const IN_NAME = new RegExp(`^(?:[\\w.-]{0,60}[-_])?read-?only(?:[-_]\\w{1,30}){0,2}?(?:[-_](?:${ROLE}))?$`, 'i');
const THING_IN_NAME = new RegExp(`read-?only[-_]${THING}\\b`, 'i');

/** Words that make a claim conditional. */
const CONDITION =
  /\b(?:unless|until|except\w{0,4}|by default|modes?|phases?|initially|other than|outside|besides|beyond|apart from|if|when|while|during|before|after|without|directly)\b/i;

const SIGN =
  /read-?only|(?:\b(?:never|not|cannot)|n['’]t)[\s*]{1,6}(?:modif|edit|change|alter|write)|\b(?:analysis|review|audit|research)\b[^.\r\n]{0,30} only\b/i;
/** How much of a body counts as its first lines. */
const FIRST_LINES = 2000;

/** The span of the claim; null if there is none or it is not clear. */
export function readOnlyClaim(document: AgentDocument, { reading }: IndexedReport): Span | null {
  const name = entryOf(reading, 'name')?.valueSpan;
  const written = name && slice(document.text, name).replace(/^["']|["']$/g, '');
  if (name && written && IN_NAME.test(written) && !THING_IN_NAME.test(written)) return name;
  return inDescription(document, entryOf(reading, 'description')?.valueSpan) ?? inBody(document);
}

const EXAMPLES_BEGIN = /<example|<commentary|\bexamples?:/i;
const LONGEST_DESCRIPTION = 5000;

function inDescription({ text }: AgentDocument, value: Span | undefined): Span | null {
  if (!value) return null;
  const source = text.slice(value.start, Math.min(value.end, value.start + LONGEST_DESCRIPTION));
  const written = source.slice(0, EXAMPLES_BEGIN.exec(source)?.index ?? source.length);
  if (!SIGN.test(written)) return null;
  // Replaces YAML marks and `\n` escapes with spaces.
  const plain = written.replace(/^[|>][-+\d]{0,2}|\\[nrt]|["'*]/g, (mark) => ' '.repeat(mark.length));
  return firstClaim(plain, sentencesIn(plain, { start: 0, end: plain.length }), IN_DESCRIPTION, value.start);
}

function inBody(document: AgentDocument): Span | null {
  const { text, body } = document;
  if (!SIGN.test(text.slice(body.start, body.start + FIRST_LINES))) return null;
  for (const { text: sentence, span } of firstInstructions(document)) {
    const claim = firstClaim(sentence, [{ start: 0, end: sentence.length }], IN_BODY, span.start);
    if (claim) return claim;
  }
  return null;
}

/** Up to the first heading after the first sentence. */
function firstInstructions(document: AgentDocument): readonly Instruction[] {
  const instructions = instructionsOf(document);
  const first = instructions[0]?.span.start ?? 0;
  const next = document.markdown.outline.find(({ span }) => span.start > first)?.span.start ?? document.text.length;
  const limit = Math.min(next, document.body.start + FIRST_LINES);
  const end = instructions.findIndex(({ span }) => span.start >= limit);
  return end < 0 ? instructions : instructions.slice(0, end);
}

function firstClaim(text: string, sentences: readonly Span[], pattern: RegExp, offset: number): Span | null {
  for (const span of sentences) {
    const sentence = slice(text, span);
    const match = pattern.exec(sentence);
    const claim = match?.groups?.claim;
    if (!match || claim === undefined || CONDITION.test(sentence)) continue;
    const start = offset + span.start + match.index + match[0].length - claim.length;
    return { start, end: start + claim.length };
  }
  return null;
}

const WRITING =
  '(?:writ(?:e|es|ing)|sav(?:e|es|ing)|stor(?:e|es|ing)|append|persist|record|log|dump|export|creat(?:e|es|ing)|generat(?:e|es|ing)|produc(?:e|es|ing)|output|updat(?:e|es|ing)|maintain|add|edit|modify|implement|apply|refactor|fix)';
const WRITES_FILE = new RegExp(
  String.raw`\b${WRITING}\b[^\r\n]{0,100}?(?:\x60[^\x60\r\n]{0,100}[./][^\x60\r\n]{0,100}\x60|\b[\w./-]{1,60}\.(?:md|json|ya?ml|txt|html|csv)\b|\bfiles?\b|\bto disk\b|\bartifacts?\b)`,
  'i',
);
const WRITES_TEXT = new RegExp(
  String.raw`\b${WRITING}\b[^\r\n]{0,100}?\b(?:reports?|documents?|documentation|docs|plans?|notes|specs?|summary|summaries|tests?|tasks?|memory|backlog)\b|^(?:write|edit|create|modify|fix|implement|apply|refactor|update|add)\b`,
  'i',
);

/** Whether any text has the agent write something, so it has the tools on purpose. `certainly`: a file. */
export function writesSomething(document: AgentDocument, { description }: IndexedReport, certainly: boolean): boolean {
  const writes = (text: string): boolean =>
    (WRITES_FILE.test(text) || (!certainly && WRITES_TEXT.test(text))) && !isNegated(text);
  const sentences = (description ?? '').slice(0, LONGEST_DESCRIPTION).split(/[.!?;]\s|[\r\n—–]/);
  return sentences.some(writes) || instructionsOf(document).some(({ text }) => writes(text));
}
