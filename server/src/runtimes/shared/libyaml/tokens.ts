// The tokens a YAML text is made of, as the scanner hands them to the parser.
import type { ScalarStyle } from '../../../model/yaml.ts';

export type Token = MarkToken | ScalarToken | NameToken | TagToken | TagDirectiveToken;

export type MarkKind =
  | 'stream-end'
  | 'yaml-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value';

interface Located {
  readonly start: number;
  readonly end: number;
}

export interface MarkToken extends Located {
  readonly kind: MarkKind;
}

export interface ScalarToken extends Located {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: ScalarStyle;
}

export interface NameToken extends Located {
  readonly kind: 'anchor' | 'alias';
  readonly name: string;
}

export interface TagToken extends Located {
  readonly kind: 'tag';
  /** `!`, `!!`, `!name!`, or empty where the suffix is the whole tag. */
  readonly handle: string;
  readonly suffix: string;
}

export interface TagDirectiveToken extends Located {
  readonly kind: 'tag-directive';
  readonly handle: string;
  readonly prefix: string;
}
