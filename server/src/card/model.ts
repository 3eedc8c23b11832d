// The agent card as plain data. Every part may be missing, because even a broken file has a card.

import type { AgentDocument } from '../model/document.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';

/** What a card is made from. */
export interface CardInput {
  readonly document: AgentDocument;
  readonly load: IndexedReport;
  readonly problems: readonly Problem[];
}

/** Text from the file and its position, for going to the source on a click. */
export interface CardText {
  readonly text: string;
  readonly offset: number;
}

export interface CardModel {
  /** The name, or the file name if there is none. */
  readonly title: string;
  readonly name?: CardText;
  readonly type?: CardText;
  readonly version?: CardText;
  readonly lastUpdated?: CardText;
  readonly color?: CardColor;
  readonly model: CardModelField;
  readonly verdict: CardVerdict;
  /** Errors and warnings; `more` counts those left out. */
  readonly problems: { readonly shown: readonly CardProblem[]; readonly more: number };
  readonly ignored: readonly CardIgnored[];
  readonly description?: { readonly offset: number; readonly parts: readonly DescriptionPart[] };
  readonly tools: CardTools;
  /** Every other field the runtime knows. */
  readonly settings: readonly CardSetting[];
  /** What is otherwise where it runs as the main session, in Markdown. */
  readonly mainSession?: string;
  readonly contract?: CardContract;
  readonly changelog?: { readonly offset: number; readonly entries: readonly ChangelogEntry[] };
  readonly prompt: CardPrompt;
}

export interface CardColor extends CardText {
  /** One of the colors the runtime supports; it ignores any other. */
  readonly known: boolean;
}

export interface CardModelField {
  /** As written; absent if there is no value. */
  readonly written?: CardText;
  /** What it resolves to, in words or as a model ID. */
  readonly meaning: string;
  /** Whether the meaning is a model ID. */
  readonly isId: boolean;
  /** The settings file that decides it. */
  readonly setBy?: string;
}

export interface CardVerdict {
  /** `blocked`: it loads, and is not started. */
  readonly state: 'loads' | 'changed' | 'blocked' | 'dropped';
  /** Nothing is wrong with it: it is not meant as an agent. */
  readonly isDocumentation: boolean;
  readonly runtime: string;
  readonly as: string;
  /** What it is called by; null where it does not load. */
  readonly name: string | null;
  /** What was done to the file or why it does not load: sentences. */
  readonly detail: string | null;
  readonly offset: number;
}

export interface CardProblem extends CardText {
  readonly severity: Severity;
  /** One-based line. */
  readonly line: number;
}

export interface CardIgnored extends CardText {
  readonly reason: string;
  /** The tool that reads the field instead of the runtime. */
  readonly readBy?: string;
}

export type DescriptionPart =
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | ({ readonly kind: 'example' } & DescriptionExample);

export interface DescriptionExample {
  readonly offset: number;
  readonly context: string | null;
  readonly turns: readonly ExampleTurn[];
  readonly commentary: string | null;
}

export interface ExampleTurn {
  readonly speaker: string;
  readonly text: string;
}

export interface CardTools {
  readonly offset: number | null;
  /** `unread`: the front matter is lost, so nothing is known beyond what is written. */
  readonly granted: 'inherit' | 'unread' | readonly CardText[];
  readonly written?: CardText;
  readonly refused: readonly RefusedCardTool[];
  /** All of them in a sentence, in Markdown, where it inherits the session’s. */
  readonly summary: string;
  /** What gives or takes some of them, and what is true of some systems only, in Markdown. */
  readonly notes: readonly string[];
}

export interface RefusedCardTool extends CardText {
  readonly why: string;
}

export interface CardSetting extends CardText {
  readonly key: string;
  /** When it counts: `only in trusted folders`. */
  readonly note?: string;
}

export interface CardContract {
  readonly offset: number;
  readonly format: CardText | null;
  readonly sections: readonly ContractSection[];
}

export interface ContractSection {
  readonly name: string;
  readonly pattern: string | null;
  readonly required: boolean;
  readonly offset: number;
}

export interface ChangelogEntry {
  readonly version: string | null;
  readonly text: string;
  readonly offset: number;
}

export interface CardPrompt {
  readonly offset: number;
  /** The source of each top-level block: a heading, a paragraph, a list. */
  readonly blocks: readonly CardText[];
  /** Link definitions of the whole body, which any block may use. */
  readonly definitions: string;
  /** The number of characters omitted at the end of a very long prompt. */
  readonly omitted: number;
}
