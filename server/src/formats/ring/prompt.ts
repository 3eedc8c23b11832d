// What a prompt reveals about its own contract: which required sections the agent can know about.

import type { AgentDocument } from '../../model/document.ts';
import { type Contract, type ContractSection, sectionLabel } from './contract.ts';
import { readPattern } from './pattern.ts';
import { shapeOf } from './patternShape.ts';

/** The body with LF line endings, and its lines without quote, list, and indentation markers. */
export interface Prompt {
  readonly text: string;
  readonly bare: string;
}

/** The cost limit for the patterns of one document during typing, in instructions times characters. */
const BUDGET = 4_000_000;

export function promptOf({ text, body }: Pick<AgentDocument, 'text' | 'body'>): Prompt {
  const lines = text.slice(body.start, body.end).replace(/\r\n?/g, '\n');
  return { text: lines, bare: lines.replace(/^[ \t>]+/gm, '') };
}

export interface ShownSections {
  /** Required sections that no line shows, except those whose pattern is unusable or too costly. */
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
  // A template such as `## VERDICT: [PASS | FAIL]` shows the section although it is not an answer.
  const { prefix } = shapeOf(pattern?.text ?? '');
  return /\p{L}/u.test(prefix) && `\n${bare}`.includes(`\n${prefix.trimEnd()}`);
}

/** The names in a paragraph, list, or table that names most of them, which tells the agent what to write. */
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
