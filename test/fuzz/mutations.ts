// Changes to a text: of bytes, lines, YAML, Markdown and Unicode. Each gives a text, whatever it is given.
import { CHARACTERS, MARKDOWN_PIECES, YAML_LINES, YAML_PIECES } from './pieces.ts';
import type { Random } from './random.ts';

/** `other` is another text of the corpus. */
type Mutation = (text: string, random: Random, other: string) => string;

/** Several at once, as damage comes. */
const MOST_MUTATIONS = 4;

export function mutate(text: string, random: Random, other: string): string {
  let mutated = text;
  for (let left = 1 + random.below(MOST_MUTATIONS); left > 0; left--) {
    mutated = random.pick(random.pick(KINDS))(mutated, random, other);
  }
  return mutated;
}

const BYTES: readonly Mutation[] = [
  (text, random) => replaceAt(text, random, random.below(8), ''),
  (text, random) => replaceAt(text, random, random.below(Math.ceil(text.length / 3)), ''),
  (text, random) => {
    const start = random.below(text.length + 1);
    const part = text.slice(start, start + random.below(40));
    return text.slice(0, start) + part.repeat(1 + random.below(4)) + text.slice(start + part.length);
  },
  (text, random) => replaceAt(text, random, 1, String.fromCharCode(random.below(0x180))),
  (text, random) => {
    const bytes = Buffer.from(text, 'utf8');
    for (let left = 1 + random.below(4); left > 0; left--) bytes[random.below(bytes.length)] = random.below(256);
    return bytes.toString('utf8');
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random, other) => {
    const start = random.below(other.length);
    return replaceAt(text, random, random.below(20), other.slice(start, start + random.below(80)));
  },
];

const LINES: readonly Mutation[] = [
  lines((all, at) => all.toSpliced(at, 1)),
  lines((all, at) => all.toSpliced(at, 0, all[at] ?? '')),
  lines((all, at, random) => all.toSpliced(random.below(all.length), 0, ...all.splice(at, 1 + random.below(3)))),
  lines((all, at, random) => all.with(at, ' '.repeat(random.below(6)) + (all[at] ?? ''))),
  lines((all, at) => all.with(at, (all[at] ?? '').trimStart())),
  lines((all, at) => all.toSpliced(at, 2, (all[at] ?? '') + (all[at + 1] ?? ''))),
  lines((all, at, random) => {
    const line = all[at] ?? '';
    const cut = random.below(line.length + 1);
    return all.toSpliced(at, 1, line.slice(0, cut), line.slice(cut));
  }),
  lines((all, at, random) => all.toSpliced(at, 0, ...Array.from({ length: random.below(5) }, () => ''))),
  (text, random, other) => {
    const head = text.slice(0, random.below(text.length + 1));
    return head + other.slice(random.below(other.length + 1));
  },
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text, random) => text.replaceAll('\n', () => (random.chance(0.2) ? '\r' : '\n')),
];

const YAML: readonly Mutation[] = [
  insertFrom(YAML_PIECES),
  insertFrom(YAML_PIECES),
  lines((all, at, random) => all.toSpliced(at, 0, random.pick(YAML_LINES))),
  // Right under the fence, where it is read most likely.
  lines((all, _, random) => all.toSpliced(1 + random.below(6), 0, random.pick(YAML_LINES))),
  lines((all, at, random) => all.with(at, (all[at] ?? '').replace(/:.*$/, `: ${random.pick(YAML_PIECES)}`))),
  lines((all, at) => all.with(at, (all[at] ?? '').replace(/^([^:]*):\s*(.*)$/, '$1: "$2"'))),
  lines((all, at) => all.with(at, (all[at] ?? '').replaceAll(/["']/g, ''))),
  lines((all, at) =>
    all.with(
      at,
      (all[at] ?? '').replace(/^ +/, (spaces) => '\t'.repeat(spaces.length)),
    ),
  ),
];

const MARKDOWN: readonly Mutation[] = [
  insertFrom(MARKDOWN_PIECES),
  insertFrom(MARKDOWN_PIECES),
  lines((all, at, random) => all.toSpliced(at, 0, random.pick(MARKDOWN_PIECES))),
  lines((all, at, random) => all.with(at, random.pick(['# ', '- ', '> ', '1. ', '    ', '| ']) + (all[at] ?? ''))),
  lines((all, at, random) => all.with(at, (all[at] ?? '').replaceAll(' ', random.pick([' | ', '  ', '`', '**'])))),
];

const UNICODE: readonly Mutation[] = [
  insertFrom(CHARACTERS),
  insertFrom(CHARACTERS),
  (text, random) => replaceAt(text, random, 1, random.pick(CHARACTERS)),
  (text, random) => `${random.pick(CHARACTERS)}${text}`,
  lines((all, at, random) => all.with(at, random.pick(CHARACTERS) + (all[at] ?? ''))),
  lines((all, at, random) => all.with(at, (all[at] ?? '').replaceAll(' ', random.pick(CHARACTERS)))),
  lines((all, at) => all.with(at, (all[at] ?? '').replace(':', '：'))),
  lines((all, at) => all.with(at, (all[at] ?? '').toUpperCase())),
];

const KINDS = [BYTES, LINES, YAML, YAML, MARKDOWN, UNICODE];

/** What stands in the front matter decides most, so half of all changes are made near the start. */
function somewhere(length: number, random: Random): number {
  return random.chance(0.5) ? random.below(Math.min(length, 200) + 1) : random.below(length + 1);
}

function replaceAt(text: string, random: Random, removed: number, inserted: string): string {
  const start = somewhere(text.length, random);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

function insertFrom(pieces: readonly string[]): Mutation {
  return (text, random) => replaceAt(text, random, random.chance(0.3) ? random.below(6) : 0, random.pick(pieces));
}

function lines(change: (all: string[], at: number, random: Random) => readonly string[]): Mutation {
  return (text, random) => {
    const all = text.split('\n');
    const at = random.chance(0.5) ? random.below(Math.min(all.length, 12)) : random.below(all.length);
    return change(all, at, random).join('\n');
  };
}
