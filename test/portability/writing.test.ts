// What is written is read back as it was meant, whatever the values are: by every runtime's own reader.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import type { AgentMeaning } from '../../server/src/runtimes/meaning.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import type { Runtime } from '../../server/src/runtimes/runtime.ts';
import { SEED } from '../harness/agentTexts.ts';

const PLAIN: AgentMeaning = {
  runtime: 'nobody',
  name: 'reviewer',
  description: 'Reviews code',
  prompt: 'You review changes.',
  tools: { allowed: 'all', denied: [], rules: [] },
  model: null,
  settings: {},
  rest: [],
  keys: { name: 'name', description: 'description', tools: 'tools', denied: 'tools', model: 'model' },
};

function writeAndRead(runtime: Runtime, meaning: AgentMeaning): AgentMeaning | null {
  const { text, path } = runtime.write(meaning, { scope: 'project', stem: 'reviewer' });
  const folder = runtime.places[0]?.path ?? '';
  return runtime.meaning(parseDocument(`file:///${encodeURI(`${folder}/${path}`)}`, text), {
    scope: 'project',
    folder,
    path,
  });
}

const TRICKY = [
  'a: b',
  'a #b',
  '@x',
  '*x',
  '&x',
  '!x',
  '%x',
  '`x`',
  '- x',
  '? x',
  '| x',
  '> x',
  '[x',
  '{x}',
  "it's",
  '"x"',
  'a\\b',
  'a\nb',
  'a\r\nb',
  'a\tb',
  ' x ',
  'x ',
  '---',
  '...',
  'yes',
  'No',
  'on',
  'null',
  '~',
  'true',
  '12',
  '1e3',
  '0x1F',
  '.5',
  '.inf',
  '1_000',
  '12:30',
  '2026-11-25',
  '<<',
  '=',
  'x:',
  ':x',
  'é ü 代理 👩‍💻',
  '\u0007\u001b[31m',
  'a\u2028b',
  'a --- b',
  '\u00a0x',
  '\ufeffx',
  'x, y',
];
const text = fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'grapheme', maxLength: 60 }));

describe.each(runtimes)('$label', (runtime) => {
  test.each(TRICKY)('reads back the description %j', (description) => {
    expect(writeAndRead(runtime, { ...PLAIN, description })?.description).toBe(description);
  });

  test('reads back any description and prompt', () => {
    fc.assert(
      fc.property(text, text, (description, prompt) => {
        fc.pre(description.trim() !== '' && prompt.trim().length >= 10);
        const read = writeAndRead(runtime, { ...PLAIN, description, prompt: prompt.trim() });
        expect([read?.description, read?.prompt]).toEqual([description, prompt.trim()]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('takes an agent of any name', () => {
    fc.assert(
      fc.property(text, (name) => {
        const read = writeAndRead(runtime, { ...PLAIN, name });
        expect(read?.name).not.toBe('');
        expect(read?.prompt).toBe(PLAIN.prompt);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
