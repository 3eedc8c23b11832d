// Findings as plain data: problems and the fixes they carry.
import type { Range, Span } from '../util/text.ts';

/** See docs/decisions/0003: error: does not load, or with dangerously wrong powers; warning: ignored, cut or changed. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A list is shown as code, with commas and an `and`: `a`, `b` and `c`. */
export type MessageValue = string | number | readonly string[];

export type MessageValues = Readonly<Record<string, MessageValue>>;

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  /** An imperative without a final stop, as editors show it: `Quote the value`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** `safe`: certain, applied by "fix all"; `suggestion`: the author has to choose it. */
  readonly kind: 'safe' | 'suggestion';
}

/** Another place that has to do with a problem, in this file or another. */
export interface RelatedPlace {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** Of names, which the problem sits on; of `documents` the file itself. */
export type ConfigList = 'knownTools' | 'knownFields' | 'documents';

export interface Problem {
  /** Code of the rule: `frontmatter/missing-name`. */
  readonly code: string;
  readonly severity: Severity;
  /** The characters that cause it. */
  readonly span: Span;
  /** Which of the rule's messages: a key of its `messages`. With `values`, what a program or a test compares; the words may change. */
  readonly messageId: string;
  /** What fills the placeholders of the message, by name. */
  readonly values: MessageValues;
  /** What happens, why, and what to do. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Says why the runtime drops the file, or loses its whole front matter: no comment switches it off. */
  readonly saysWhyLost?: true;
  /** A list of the project’s configuration that would have nothing said about it. */
  readonly addTo?: ConfigList;
  /** What to add to it, where that is not what the problem sits on. */
  readonly addNames?: readonly string[];
  /** The text is without effect: editors fade it. */
  readonly unnecessary?: boolean;
  /** The characters must not be shown where others may read along. */
  readonly sensitive?: boolean;
  /** Ids of the runtimes it is about; left out where it is about the owner of the file alone, or about the text. */
  readonly runtimes?: readonly string[];
  readonly related?: readonly RelatedPlace[];
}
