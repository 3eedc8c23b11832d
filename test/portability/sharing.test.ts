// Runtimes share readings of a document where they read alike: who was asked before changes nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import type { Runtime } from '../../server/src/runtimes/runtime.ts';
import { agentText, anyText, SEED } from '../harness/agentTexts.ts';

const parse = (text: string) => parseDocument('file:///p/agents/a.md', text);

function loadIn(runtime: Runtime, document: ReturnType<typeof parse>) {
  const [place] = runtime.places;
  if (!place) throw new Error(`${runtime.id} has no place`);
  const { reading, ...report } = runtime.load(document, { scope: place.scope, folder: place.path, path: 'a.md' });
  const { state, body, inner, error, entries } = reading;
  const written = entries.map(({ key, keySpan, valueSpan }) => ({ key, keySpan, valueSpan }));
  return { ...report, state, body, inner, error, written };
}

test('each reports the same alone and after all others', () => {
  const marks = fc.constantFrom('', '\uFEFF', '\uFEFF\uFEFF');
  fc.assert(
    fc.property(marks, fc.oneof(agentText, anyText), (mark, text) => {
      const written = mark + text;
      const alone = runtimes.map((runtime) => loadIn(runtime, parse(written)));
      const document = parse(written);
      const forward = runtimes.map((runtime) => loadIn(runtime, document));
      const again = parse(written);
      const backward = runtimes.toReversed().map((runtime) => loadIn(runtime, again));
      expect(forward).toEqual(alone);
      expect(backward.reverse()).toEqual(alone);
    }),
    { seed: SEED, numRuns: 80 },
  );
});
