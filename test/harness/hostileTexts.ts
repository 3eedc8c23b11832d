// Texts that are meant to make a reader slow: parts that stand many times over, and agents made of them.

export const HOSTILE_MARKDOWN: readonly string[] = [
  '>',
  '- ',
  '```\n',
  '```a\n',
  '~',
  '<a>\n',
  '<a>\n</b>\n',
  '<!--\n',
  '> a\nb\n',
  '` ',
  '[',
  '[](a',
  '[a](b "',
  '[a]: ',
  '<a ',
  '#',
  '# a\n',
  '\t',
  '[a]((',
  '\\[',
  '* a\n  * b\n',
  '\n',
  '\r',
  '<your ',
  'TODO:',
  '[your ',
  '***',
  '[a](<',
  '=\n',
];

export const HOSTILE_MENTIONS: readonly string[] = [
  'a-',
  'a:',
  'aa:aa-',
  '`a',
  '`a-',
  '`aaaa:',
  'subagent_type',
  'subagent_type="',
  'subagent_type="a ',
  'subagent_type: a',
  '@agent-',
  '@agent-a:',
  '**',
  '- work with ',
  'the agent `',
  'delegate a b c to ',
  '\r\n- ',
  '(use `a-b`) ',
  '```\n',
  'one, ',
  '\\u0061, ',
  'é',
  '👍-',
];

export interface HostileAgent {
  readonly name: string;
  /** An agent file of about so many characters. */
  make(length: number): string;
}

/** For the rules. */
export const HOSTILE_AGENTS: readonly HostileAgent[] = [
  // Headings and what speaks of them.
  body('## abcdefghij\n\n[a](#abcdefghix)\n'),
  body('See **Escalation Path** below.\n\n', '# A\n\n'),
  body('Aa ', 'See '),
  body('**', 'See ', ' above\n'),
  body('_[<', '## ', '\n\nSee [a](#a).\n'),
  body('{#', '', '\n===\n\nSee [a](#a), {#b}.\n'),
  // Lists.
  body('1. a\n'),
  body('1. a\n2. b\n2. c\n\nx\n\n'),
  body('1'),
  body('- [x ] b\n', '- [ ] a\n'),
  body(' ', '- [ ] a\n- ['),
  // Tables.
  body('|'),
  body('-|', 'a|b\n'),
  body(' ', 'a|b\n|-', 'x\n'),
  body('|`a|b`|\n', '|a|\n|-|\n'),
  body('`|``|', '|a|\n|-|\n|'),
  // Tags.
  body('<rules>\nx\n'),
  body('</rules>\n'),
  body('<one>\n<two>\n</one>\n</two>\n'),
  body('b="c" ', '<tag '),
  body('"', '<tag '),
  body('<!--'),
  // Tools and files that the prompt speaks of.
  ...['Use the Bash tool. ', 'Use the Read, ', '- Use the Bash tool\n', '- Use:\n', '"Use the Bash tool" '].map(
    (part) => body(part),
  ),
  ...['**use** `mcp__a` ', 'never modify any file ', 'Read-only a b c d ', 'x — ', '`', 'if ', 'Read `a/'].map((part) =>
    body(part, 'Read `docs/guide.md`. '),
  ),
  ...['Read `docs/guide.md`.\n\n', 'Read `docs/guide.md`.\n\n# If it is\n\n'].map((part) => body(part)),
  body(`\`${'/'.repeat(80)}${'a'.repeat(80)}`),
  // Hidden characters and secrets.
  ...['\u200Ba', '\u200Fab', '\u2800a', '://a:', 'eyJaaaaaaaaaaaa.', 'sk-', '-----BEGIN PRIVATE KEY-----'].map((part) =>
    body(part),
  ),
  // Front matter that only looks like it.
  ...['\u00A0', '“name”：\u00A0\n', '-\u00A0', '%YAML 1.2\n', '...\n', '—\n', 'a'.repeat(70)].flatMap((part) => [
    whole(part, '---\n', '\n---\nReview.\n'),
    whole(part, '---\n'),
    whole(part),
  ]),
  whole('never modify any file ', '---\nname: a\ntools: Read, Edit\ndescription: ', '\n---\nReview.\n'),
];

/** An agent whose prompt is the part again and again. */
function body(part: string, before = '', after = '\n'): HostileAgent {
  return whole(part, `---\nname: a\ndescription: Reviews code\ntools: Read, Edit\n---\n\n${before}`, after);
}

function whole(part: string, before = '', after = ''): HostileAgent {
  const name = `${JSON.stringify(before.slice(-12))} ${JSON.stringify(part)} …`;
  return { name, make: (length) => before + part.repeat(Math.ceil(length / part.length)) + after };
}
