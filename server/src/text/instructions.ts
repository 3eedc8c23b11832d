// The sentences of a body that address the agent: no headings, tables, quotes, examples, templates, or code.
import type { AgentDocument } from '../model/document.ts';
import { leaveOut } from '../model/markdown.ts';
import { type Span, slice } from '../util/text.ts';
import { sentencesIn } from './sentences.ts';

export interface Instruction {
  readonly span: Span;
  /** The source text with emphasis marks replaced by spaces, which keeps offsets. */
  readonly text: string;
  /** The headings above it and the lines that introduce its list. */
  readonly context: string;
}

/** `<tag>` blocks with these names show something or talk about someone else. */
const SHOWING_TAGS =
  /example|sample|template|format|output|response|bad|wrong|good|incorrect|anti|forbidden|never|commentary|quote|user|assistant|sub-?_?agent|prompt/i;
/** Anything longer is not a single sentence, and nothing certain can be said about it. */
const LONGEST_SENTENCE = 600;
const LONGEST_CONTEXT_LINE = 160;
const MOST_LEADS = 4;
const TABLE_RULE = /^[ \t>]*\|?[ \t]*:?-{2,200}:?[ \t]*\|/m;

/** In source order. Empty if fences do not pair up, because it is then unclear what is code. */
export function instructionsOf(document: AgentDocument): readonly Instruction[] {
  const known = remembered.get(document);
  if (known) return known;
  const found = document.markdown.fenceNesting.balanced ? findInstructions(document) : [];
  remembered.set(document, found);
  return found;
}

/** Several rules ask. */
const remembered = new WeakMap<AgentDocument, readonly Instruction[]>();

function findInstructions({ text, markdown }: AgentDocument): Instruction[] {
  const headings = new Map(markdown.headings.map((heading) => [heading.span.start, heading]));
  const shown = markdown.tags.filter(({ name }) => SHOWING_TAGS.test(name)).map(({ span }) => span);
  const blocks = markdown.prose.map((span) => ({ span }));
  const context = new Context();
  const found: Instruction[] = [];
  for (const { span } of leaveOut(blocks, [...shown, ...markdown.fenceNesting.regions])) {
    const heading = headings.get(span.start);
    if (heading) {
      context.enter(heading.level, heading.text);
      continue;
    }
    const block = slice(text, span);
    const [, indent = '', item] = /^([ \t]{0,200})([-*+][ \t]|\d{1,3}[.)][ \t])?/.exec(block) ?? [];
    context.begin(item === undefined ? null : indent.length);
    if (TABLE_RULE.test(block)) continue;
    for (const sentence of sentencesIn(text, span)) {
      if (sentence.end - sentence.start > LONGEST_SENTENCE || /[|>]/.test(text.charAt(sentence.start))) continue;
      found.push({ span: sentence, text: withoutEmphasis(slice(text, sentence)), context: context.text });
    }
    if (/:[\s*_]{0,8}$/.test(block)) context.lead(block);
  }
  return found;
}

/** Inline code keeps its asterisks. */
function withoutEmphasis(written: string): string {
  return written.includes('*') ? written.replace(/`[^`\r\n]*`|\*/g, (part) => (part === '*' ? ' ' : part)) : written;
}

/** The text above a sentence that tells what it is about. */
class Context {
  private readonly headings: string[] = [];
  private readonly leads: { readonly indent: number; readonly text: string }[] = [];
  private joined: string | undefined;
  private indent = -1;

  get text(): string {
    this.joined ??= [...this.headings, ...this.leads.map((lead) => lead.text)].filter(Boolean).join('\n');
    return this.joined;
  }

  enter(level: number, heading: string): void {
    this.headings.length = Math.min(this.headings.length, level - 1);
    while (this.headings.length < level - 1) this.headings.push('');
    this.headings.push(heading.slice(0, LONGEST_CONTEXT_LINE));
    this.leads.length = 0;
    this.joined = undefined;
  }

  /** Begins a block: a list item with its indent, or null for a paragraph, which ends the introduction of a list. */
  begin(itemIndent: number | null): void {
    this.indent = itemIndent ?? -1;
    for (let last = this.leads.at(-1); last && last.indent >= this.indent; last = this.leads.at(-1)) {
      this.leads.pop();
      this.joined = undefined;
    }
  }

  /** The current block introduces a list. */
  lead(block: string): void {
    if (this.leads.length >= MOST_LEADS) return;
    this.leads.push({ indent: this.indent, text: block.slice(-LONGEST_CONTEXT_LINE) });
    this.joined = undefined;
  }
}
