// The English grammar of prompt sentences: whether a sentence orders something, forbids it, or makes it conditional.

const NEGATION =
  /\b(?:not|never|no|none|nor|neither|without|cannot|avoid\w{0,3}|instead of|rather than|unless|lacks?|lacking|unavailable|forbidden|prohibited|disallowed|disabled|denied|blocked|refuse\w?|except|deprecated|removed|only if)\b|n['’]t\b/i;

/** Whether a sentence negates, forbids, or excludes something, which makes its instruction uncertain. */
export function isNegated(text: string): boolean {
  return NEGATION.test(text);
}

const NEGATIVE_CONTEXT =
  /\b(?:not|never|avoid|forbidden|prohibited|banned|anti-?patterns?|mistakes?|pitfalls?|wrong|bad|cannot|out of scope|limits?|limitations?|boundar(?:y|ies)|without|deprecated|legacy|no|don['’]?ts?)\b|n['’]t\b|[❌🚫]/iu;

/** Whether the context of a sentence (headings, the introduction of its list) turns it into something to avoid. */
export function isNegativeContext(context: string): boolean {
  return NEGATIVE_CONTEXT.test(context);
}

/** Verbs at the start of an imperative sentence. */
const ORDERS =
  /^(?:use|call|invoke|run|execute|read|re-read|write|edit|search|find|look|check|create|save|fetch|inspect|update|modify|change|track|launch|verify|explore|locate|get|load|record|add|store|research|gather|analy[sz]e|examine|scan|open|retrieve|apply|make|perform|start|dispatch|spawn|delegate|generate|output|list|review|trace|identify|follow|consult|see|study|refer|collect|query|test|validate|confirm|determine|understand|map|plan|begin|keep|maintain|log|implement|fix|prefer|do|ensure|consider|navigate|investigate|take|view|download|pull|send|ask|report|always|please)\b/i;
/** Words between the start of a clause and its verb. */
const HELPERS =
  /(?:^|[\s,])(?:and|then|also|always|must|should|can|may|will|please|just|first|next|finally|simply|only|immediately|proactively|directly|need to|have to|be sure to|make sure to|remember to),?\s{0,8}$/i;
const STARTERS =
  /^(?:(?:and|then|also|always|first|next|finally|please|afterwards|now)\b,?\s{1,8}|you(?: (?:must|should|can|may|will|need to|have to))(?: always)?\s{1,8})/i;

/** Whether a verb after these words addresses the agent: it starts the clause or follows "you". */
export function isOrderAfter(before: string): boolean {
  let rest = clauseOf(before);
  let joined = false;
  for (let helper = HELPERS.exec(rest); helper && rest !== ''; helper = HELPERS.exec(rest)) {
    joined ||= /\b(?:and|then)\b/i.test(helper[0]);
    rest = rest.slice(0, helper.index + (helper[0].startsWith(',') ? 1 : 0)).trimEnd();
  }
  if (joined && rest !== '') return beginsWithOrder(rest);
  return rest === '' || rest.endsWith(',') || /\byou$/i.test(rest);
}

/** Whether the clause that continues after these words tells the agent to do something. */
export function isWithinOrder(before: string): boolean {
  const clause = clauseOf(before);
  return beginsWithOrder(clause) || beginsWithOrder(clause.slice(clause.lastIndexOf(',') + 1).trim());
}

function beginsWithOrder(clause: string): boolean {
  return ORDERS.test(clause.replace(STARTERS, '').replace(STARTERS, ''));
}

/** The words after the last mark that starts a new clause. */
function clauseOf(before: string): string {
  return (before.split(/[:;—–(→]|\s-{1,3}\s/).at(-1) ?? '').trim();
}

/** Whether a position in a sentence is inside quotation marks, where words are mentioned rather than used. */
export function isQuoted(before: string): boolean {
  const straight = before.split('"').length - 1;
  return straight % 2 === 1 || before.lastIndexOf('“') > before.lastIndexOf('”');
}
