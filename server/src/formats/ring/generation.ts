// The three generations of the Ring format: how to detect them, and which keys each accepts.

import { plainValue } from '../../model/plain.ts';
import { entryOf } from '../../runtimes/entries.ts';
import type { IndexedReport } from '../../runtimes/indexed.ts';
import type { RingGenerationSetting } from './vocabulary.ts';

export type RingGeneration = Exclude<RingGenerationSetting, 'auto'>;

interface GenerationKeys {
  readonly required: readonly string[];
  /** Allowed in addition to the required keys. Claude Code keys that no generation mentions are ignored. */
  readonly allowed: readonly string[];
  /** Keys that the generation's own validator calls invalid or unknown. */
  readonly refused: readonly string[];
  /** Names begin with `ring:`. */
  readonly prefixed: boolean;
}

export const GENERATIONS: Readonly<Record<RingGeneration, GenerationKeys>> = {
  A: {
    required: ['name', 'version', 'description', 'type', 'model', 'last_updated', 'changelog', 'output_schema'],
    allowed: ['input_schema', 'color', 'tools', 'project_rules_integration'],
    refused: [],
    prefixed: false,
  },
  B: {
    required: ['name', 'description', 'type', 'output_schema'],
    allowed: ['input_schema'],
    refused: [
      'version',
      'color',
      'project_rules_integration',
      'allowed-tools',
      'tools',
      'model',
      'changelog',
      'last_updated',
    ],
    prefixed: true,
  },
  C: {
    required: ['name', 'description'],
    allowed: ['model', 'tools', 'color'],
    refused: [
      'version',
      'type',
      'last_updated',
      'changelog',
      'output_schema',
      'input_schema',
      'project_rules_integration',
    ],
    prefixed: true,
  },
};

const PREFIX = 'ring:';

/** The generation a setting names; null where it leaves it to the document. */
export function chosenGeneration(setting: string | undefined): RingGeneration | null {
  return setting === 'A' || setting === 'B' || setting === 'C' ? setting : null;
}

/**
 * The generation of an agent; null if it does not use the format. A has a changelog or a version, B a contract without
 * them, C the prefix in its name and no contract.
 */
export function generationOf({ reading }: Pick<IndexedReport, 'reading'>, setting = 'auto'): RingGeneration | null {
  const chosen = chosenGeneration(setting);
  if (chosen) return chosen;
  const has = (key: string): boolean => entryOf(reading, key) !== undefined;
  if (has('output_schema')) return has('changelog') || has('version') || has('last_updated') ? 'A' : 'B';
  return isPrefixed({ reading }) ? 'C' : null;
}

export function isPrefixed({ reading }: Pick<IndexedReport, 'reading'>): boolean {
  const name = plainValue(entryOf(reading, 'name')?.value ?? null);
  return typeof name === 'string' && name.startsWith(PREFIX);
}
