// Generators of texts that look like agent files, and of such texts damaged in a few places.
import fc from 'fast-check';

/** One seed for all property tests, so that a failure is the same for everyone. */
export const SEED = 20_261_121;

const KEYS = ['name', 'description', 'tools', 'model', 'color', 'hooks', 'memory', 'modle', 'permissionMode', 'type'];
const VALUES = [
  'reviewer',
  'Reviews code. Examples include: building APIs',
  '"quoted: value"',
  "'single'",
  'Read, Grep, Bash(git push *)',
  '[Read, Grep]',
  '[Read',
  'opus',
  'TODO',
  '<your text>',
  '',
  '42',
  'true',
  '|\n  block\n  text',
  '>-\n  folded',
  '\n  - one\n  - two',
  '{a: b}',
  '*alias',
  '&anchor x',
  'a # comment',
  '👩‍💻 émoji 代理',
];
const LINES = [
  '# Title',
  '## Steps',
  '## Steps',
  '#### Deep',
  'Setext',
  '---',
  '===',
  'You review code. 👍',
  '- item',
  '  - nested',
  '1. one',
  '> quote',
  '> ## Quoted',
  '```ts',
  '```',
  '~~~~',
  '    code',
  '\ttab',
  '[a](b.md) and [c](<d e.md> "t")',
  '[x]: y.md',
  'TODO: write',
  '[your name here]',
  '<example>',
  '</example>',
  '<!-- note -->',
  '| a | b |',
  '|---|---|',
  'text with `code` and ``more ` code``',
  '',
  '',
];
const DAMAGE = [
  '---',
  '\n',
  '\r\n',
  '\r',
  ':',
  ' ',
  '\t',
  '`',
  '```',
  '#',
  '"',
  "'",
  '[',
  '\u0000',
  '\uFEFF',
  '\uD83D',
  '𝒳',
  '⟦',
];

const entry = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)).map(([key, value]) => `${key}: ${value}`);
const frontMatter = fc
  .tuple(
    fc.constantFrom('---', '--- ', '----', ''),
    fc.array(entry, { maxLength: 6 }),
    fc.constantFrom('---', '', ' ---'),
  )
  .map(([open, entries, close]) => [open, ...entries, close].join('\n'));
const body = fc.array(fc.constantFrom(...LINES), { maxLength: 25 }).map((lines) => lines.join('\n'));

/** Agent-like text with LF line ends. */
export const agentText: fc.Arbitrary<string> = fc.tuple(frontMatter, body).map(([head, rest]) => `${head}\n${rest}\n`);

export const damagedAgentText: fc.Arbitrary<string> = fc
  .tuple(agentText, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...DAMAGE)), { maxLength: 4 }))
  .map(([text, edits]) =>
    edits.reduce((damaged, [at, removed, inserted]) => {
      const start = at % (damaged.length + 1);
      return damaged.slice(0, start) + inserted + damaged.slice(start + removed);
    }, text),
  );

/** Anything at all, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  damagedAgentText,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('-', '\n', '\r', ' ', '`', '#', ':', '>', '<', '[', ']', '(', '\t', '~', 'a'),
    maxLength: 200,
  }),
);

export const markdownBody: fc.Arbitrary<string> = body;
