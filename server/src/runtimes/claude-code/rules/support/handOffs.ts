// Sentences of a prompt that tell the agent to hand work to another one: "Always delegate to the `fixer` agent".

import type { AgentDocument } from '../../../../model/document.ts';
import { type Instruction, instructionsOf } from '../../../../text/instructions.ts';
import { isNegated, isNegativeContext, isOrderAfter, isQuoted } from '../../../../text/orders.ts';
import type { Span } from '../../../../util/text.ts';
import type { IndexedReading } from '../../../indexed.ts';
import type { Reference } from '../../../reference.ts';
import { referencesIn } from '../../references.ts';

export interface HandOff {
  /** The name of the other agent, in backticks. */
  readonly reference: Reference;
  /** Nothing in the sentence makes it depend, or leaves it to the agent. */
  readonly always: boolean;
  /** The word "agent" stands beside the name, so that it can be no name of anything else. */
  readonly saysAgent: boolean;
}

const WIDTH = 200;
const NAMED = String.raw`["“]?\x60[^\x60\s]{1,100}\x60["”]?`;
/** Several names: all of them are meant. Of names with "or" between them none is certain. */
const AND = String.raw`(?:\s{0,4},\s{0,4}(?:and\s{1,4})?|\s{1,4}(?:and|&)\s{1,4})(?:the\s{1,4})?`;
const ARTICLES = String.raw`(?:\s{1,4}(?:the|a|an|our|your|another|dedicated|specialized|specialist|separate|built-in)){0,3}`;
const AGENT = String.raw`(?<agent>\s{1,4}(?:sub-?)?agents?(?:\s{1,4}(?:named|called))?:?)?`;
const END = String.raw`\s{1,4}(?:${NAMED}${AND}){0,6}["“]?\x60$`;
/** "delegate the tests to the", with what is handed over between verb and "to". */
const TO = new RegExp(
  String.raw`\b(?:delegate|hand(?:[ -]?(?:off|over))?|pass|send|dispatch|route|forward|escalate|assign|transfer)(?:\s{1,4}[\w'’\x60/,-]{1,40}){0,8}?\s{1,4}to${ARTICLES}${AGENT}${END}`,
  'i',
);
/** "use the": what is used is an agent only where the word stands beside it. */
const DIRECTLY = new RegExp(
  String.raw`\b(?:use|call|invoke|launch|spawn|start|run|engage|consult|ask|dispatch)${ARTICLES}${AGENT}${END}`,
  'i',
);
/** How the verb is introduced where the tool is named too. */
const BY_TOOL = /\b(?:use|call|invoke)\s{1,4}(?:the\s{1,4})?\x60?(?:task|agent)\x60?\s{1,4}tool\s{1,4}to\s{1,4}$/i;
/** Behind the name. A noun after "agent" makes of it something else: "the `x` agent file", "the `x` agent as a model". */
const AGENT_FOLLOWS = new RegExp(
  String.raw`^\x60["”]?(?:${AND}${NAMED}){0,6}\s{1,4}(?:sub-?)?agents?(?=\s{0,4}(?:$|[.,;:!?()—–-])|\s{1,4}(?:to|for|with|on|in|and|when|whenever|if|once|after|before|via|through|at|from|by|then|first|next|again|immediately|proactively|directly|instead|that|which|who|so|unless|until|using|as (?:needed|necessary|required|appropriate|soon|well))\b)`,
  'i',
);
/** Behind a name without the word. */
const NAME_ENDS = new RegExp(
  String.raw`^\x60["”]?(?:${AND}${NAMED}){0,6}(?=\s{0,4}(?:$|[.,;:!?)—–])|\s{1,4}(?:to|for|with|and|when|if|once|after|before|then|first|next|immediately)\b)`,
  'i',
);
const ALTERNATIVE = /^\x60["”]?\s{0,4}(?:(?:sub-?)?agents?\s{1,4})?(?:or\b|\/|and\/or\b)/i;

/** Words that make a sentence depend on something, or leave it to the agent. */
const DEPENDS =
  /\b(?:if|unless|when|whenever|where|wherever|while|until|once|in case|in the event|depend\w{0,4}|only|may|might|can|could|would|should you|want|wish|feel free|consider|prefer\w{0,4}|optional\w{0,2}|necessary|needed|appropriate|relevant|applicable|required|suitable|possible|sometimes|occasionally|otherwise|or|recommend\w{0,6}|suggest\w{0,4}|complex|unsure|uncertain|stuck|fails?|failed|failures?|(?:two|three|four|five|\d{1,3}) (?:\w{1,20} ){0,2}(?:times|attempts|tries|rounds|iterations))\b/i;
/** Words by which a sentence may be about agents of another set-up, or about what somebody else does. */
const ELSEWHERE =
  /\b(?:available|exists?|existing|installed|configured|defined|present|provided|enabled|supported|examples?|e\.g|such as|for instance|imagine|suppose|you have an?|has an?|have access|templates?|placeholders?|orchestrat\w{0,5}|coordinator|callers?|parent|main (?:agent|session|conversation|thread)|says?|plugins?)\b|\bprompts?[\x60'"]?\s{0,4}[:=]/i;
const OTHER_CONTEXT =
  /\b(?:examples?|templates?|orchestrat\w{0,5}|coordinator|callers?|parent|usage|when to use|how to (?:use|call|invoke)|optional\w{0,2}|for (?:the )?users?)\b/i;
const CONDITIONAL_CONTEXT = /\b(?:if|when|unless|only|escalat\w{0,4}|fall ?backs?)\b/i;

/** In order of writing. */
export function handOffs(document: AgentDocument, reading: IndexedReading): readonly HandOff[] {
  // Most names stand in no such sentence, and then the body need not be divided into sentences.
  const named = referencesIn(document, reading).filter(
    (reference) => isCandidate(reference) && wordsAround(document.text, reference.span) !== null,
  );
  if (named.length === 0) return [];
  const found: HandOff[] = [];
  const instructions = instructionsOf(document);
  let at = 0;
  for (const reference of named) {
    for (let next = instructions[at]; next && next.span.end <= reference.span.start; next = instructions[++at]);
    const instruction = instructions[at];
    if (!instruction || instruction.span.start > reference.span.start) continue;
    const handOff = readHandOff(reference, instruction);
    if (handOff) found.push(handOff);
  }
  return found;
}

/** A name in the body that the words around it make one of an agent. */
function isCandidate({ to, form, field }: Reference): boolean {
  return to === 'agent' && form === 'handoff' && field === null;
}

interface WordsAround {
  /** Where the verb begins. */
  readonly verbStart: number;
  readonly saysAgent: boolean;
}

/** What the words beside a name say; null where they hand nothing over. */
function wordsAround(text: string, { start, end }: Span): WordsAround | null {
  const from = Math.max(0, start - WIDTH);
  const before = text.slice(from, start).replaceAll('*', ' ');
  const after = text.slice(end, end + WIDTH).replaceAll('*', ' ');
  const to = TO.exec(before);
  const match = to ?? DIRECTLY.exec(before);
  const agentFollows = AGENT_FOLLOWS.test(after);
  if (!match || (!agentFollows && !NAME_ENDS.test(after)) || ALTERNATIVE.test(after)) return null;
  const saysAgent = agentFollows || match.groups?.agent !== undefined;
  return saysAgent || to ? { verbStart: from + match.index, saysAgent } : null;
}

function readHandOff(reference: Reference, { text, context, span }: Instruction): HandOff | null {
  const start = reference.span.start - span.start;
  const around = wordsAround(text, { start, end: start + reference.name.length });
  if (!around) return null;
  const lead = text.slice(0, around.verbStart).replace(BY_TOOL, '');
  if (!isOrderAfter(lead) || isQuoted(lead)) return null;
  if (isNegated(text) || ELSEWHERE.test(text) || isNegativeContext(context) || OTHER_CONTEXT.test(context)) return null;
  const always = !DEPENDS.test(text) && !CONDITIONAL_CONTEXT.test(context);
  return { reference, always, saysAgent: around.saysAgent };
}
