// What holds for every runtime and every text: a report, its events inside the text, and a whole sentence for each.
import { describe, expect, test } from 'vitest';
import { SETS, type SetRow } from '../../scripts/conformance/runtimes.ts';
import { shareOf } from '../../scripts/conformance/sets.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { isLoss } from '../../server/src/rules/events.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { comesToExist, type LoadEvent, type Runtime } from '../../server/src/runtimes/runtime.ts';
import { mutate } from '../fuzz/mutations.ts';
import { createRandom, seedOf } from '../fuzz/random.ts';

const SEED = 7;
const MUTANTS = 400;

/** What each runtime was measured on, and mutants of it: every one is read by all of them. */
const measured = SETS.flatMap(({ file }) => shareOf<SetRow>(file).flatMap(({ text }) => text ?? []));
const mutants = Array.from({ length: MUTANTS }, (_, index) => {
  const random = createRandom(seedOf(SEED, index));
  return mutate(random.pick(measured), random, random.pick(measured));
});
const documents = [...measured, ...mutants].map((text) => parseDocument('file:///project/a.md', text));

describe.each(runtimes)('$label', (runtime) => {
  const [place] = runtime.places;
  const reports = documents.map((document) => {
    const at = { scope: place?.scope ?? 'project', folder: place?.path ?? '', path: 'a.md' };
    return { document, report: runtime.load(document, at) };
  });

  test('events lie inside the text, in order', () => {
    for (const { document, report } of reports) {
      const spans = report.events.map(({ span }) => span);
      const inside = spans.every(({ start, end }) => 0 <= start && start <= end && end <= document.text.length);
      const inOrder = spans.every(({ start }, index) => index === 0 || (spans[index - 1]?.start ?? 0) <= start);
      expect([inside, inOrder], document.text).toEqual([true, true]);
    }
  });

  test('what comes to exist has a name, and nothing else has', () => {
    for (const { document, report } of reports) {
      expect(report.name !== null, document.text).toBe(comesToExist(report));
    }
  });

  test('every event has its sentence, with everything in it', () => {
    const events = reports.flatMap(({ report }) => report.events);
    expect(new Set(events.flatMap((event) => sentenceFault(event, runtime) ?? []))).toEqual(new Set());
  });
});

const spared = runtimes.flatMap((runtime) =>
  runtime.places.filter(({ neverLoses }) => neverLoses).map(({ scope, path }) => ({ runtime, scope, folder: path })),
);

test.each(spared)('$runtime.label never loses an agent of $scope $folder', ({ runtime, scope, folder }) => {
  for (const document of documents) {
    const { events } = runtime.load(document, { scope, folder, path: 'a.md' });
    expect(events.filter(isLoss), document.text).toEqual([]);
  }
});

const quick = runtimes.flatMap((runtime) =>
  runtime.places.flatMap(({ scope, path }) => (runtime.losesNothing ? [{ runtime, scope, folder: path }] : [])),
);

test.each(quick)('$runtime.label loses nothing in $scope $folder where it says so', ({ runtime, scope, folder }) => {
  const place = { scope, folder, path: 'a.md' };
  const fine = documents.filter((document) => runtime.losesNothing?.(document, place));
  for (const document of fine) {
    expect(runtime.load(document, place).events.filter(isLoss), document.text).toEqual([]);
  }
});

test('most files are told to lose nothing without loading them', () => {
  const place = { scope: 'project', folder: '.claude/agents', path: 'a.md' } as const;
  const told = runtimes.map(
    ({ losesNothing }) => documents.filter((document) => losesNothing?.(document, place)).length,
  );
  expect(Math.max(...told)).toBeGreaterThan(documents.length / 2);
});

/** What keeps a sentence from being one; null where nothing does. */
function sentenceFault({ cause, effect, values = {} }: LoadEvent, { words }: Runtime): string | null {
  const template = words[`${cause}:${effect}`] ?? words[cause];
  if (template === undefined) return `${cause}: no words`;
  const missing = [...template.matchAll(/\{(\w+)\}/g)].filter(([, key = '']) => !Object.hasOwn(values, key));
  return missing.length > 0 ? `${cause}: ${missing.map(([written]) => written).join(', ')}` : null;
}
