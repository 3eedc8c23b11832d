// YAML as serde_yaml, the strict reader of Rust programs, takes it: one document, no key twice, tabs and all. Never throws.
import type { YamlTree } from '../../../model/yaml.ts';
import { readSimpleMapping } from '../simpleYaml.ts';
import { checkAliases } from './aliases.ts';
import { Fault, type LibyamlError, toLibyamlError } from './fault.ts';
import { parseStream } from './parser.ts';
import { createParseState } from './parseState.ts';

export type { LibyamlError } from './fault.ts';

export interface LibyamlTree extends YamlTree {
  readonly errors: readonly LibyamlError[];
}

/**
 * Reads `text` from `start`; spans are offsets in `text`. There is at most one error: the reader takes nothing of a text
 * with an error in it, and the root is then null, as it is where nothing but comments is written.
 */
export function parseLibyaml(text: string, start = 0): LibyamlTree {
  const simple = readSimpleMapping(text, start);
  return simple ? { root: simple, errors: [], documentCount: 1 } : parseAnyLibyaml(text, start);
}

/** The same without a look for what is simple. */
export function parseAnyLibyaml(text: string, start = 0): LibyamlTree {
  try {
    rejectControlCharacters(text, start);
    const state = createParseState(text, start);
    const root = parseStream(state);
    checkAliases(state);
    return { root, errors: [], documentCount: 1 };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { root: null, errors: [toLibyamlError(error, text, start)], documentCount: 1 };
  }
}

const NOT_ALLOWED = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The reader looks at the characters before it looks at the YAML. */
function rejectControlCharacters(text: string, start: number): void {
  NOT_ALLOWED.lastIndex = start;
  const found = NOT_ALLOWED.exec(text);
  if (found) throw new Fault('control-character', { at: found.index });
}
