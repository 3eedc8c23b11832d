// What a prompt shows of its own contract: which required sections an agent could know of.
import { type Contract, type ContractSection, sectionLabel } from '../dialects/ring/contract.ts';
import type { AgentDocument } from '../model/document.ts';
import { readPattern } from './pattern.ts';
import { shapeOf } from './patternShape.ts';

/** The body with LF line ends; its lines without what quotes, lists and indentation put before them. */
export interface Prompt {
  readonly text: string;
  readonly bare: string;
}

/** What the patterns of one document may cost while somebody types, in instructions times characters. */
const BUDGET = 4_000_000;

export function promptOf({ text, body }: Pick<AgentDocument, 'text' | 'body'>): Prompt {
  const lines = text.slice(body.start, body.end).replace(/\r\n?/g, '\n');
  return { text: lines, bare: lines.replace(/^[ \t>]+/gm, '') };
}

export interface ShownSections {
  /** Required sections that no line shows; those whose pattern cannot be used or costs too much are left out. */
  readonly missing: readonly ContractSection[];
}

export function shownSections({ sections }: Contract, prompt: Prompt): ShownSections {
  const required = sections.filter((section) => section.required && !section.requiredWhen && section.pattern);
  const unseen = required.filter((section, index) => !isShown(section, prompt, BUDGET / (index + 1)));
  const told = unseen.length > 0 ? namedTogether(required.map(sectionLabel), prompt.text) : new Set();
  return { missing: unseen.filter((section) => !told.has(sectionLabel(section))) };
}

function isShown({ pattern }: ContractSection, { text, bare }: Prompt, budget: number): boolean {
  const reading = readPattern(pattern?.text ?? '');
  if (!reading.ok || reading.pattern.size * (text.length + bare.length) > budget) return true;
  if (reading.pattern.find(text) || reading.pattern.find(bare)) return true;
  // A template such as `## VERDICT: [PASS | FAIL]` shows the section though it is no answer.
  const { prefix } = shapeOf(pattern?.text ?? '');
  return /\p{L}/u.test(prefix) && `\n${bare}`.includes(`\n${prefix.trimEnd()}`);
}

/** The names that stand together in a paragraph, list or table which names most of them: it says what to write. */
function namedTogether(names: readonly string[], text: string): ReadonlySet<string> {
  const enough = Math.max(2, Math.ceil(names.length / 2));
  const told = new Set<string>();
  for (const block of text.split(/\n[ \t]*\n/)) {
    const found = names.filter((name) => hasWord(block, name));
    if (found.length >= enough) for (const name of found) told.add(name);
  }
  return told;
}

function hasWord(text: string, word: string): boolean {
  const isLetter = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) return true;
  }
  return false;
}
