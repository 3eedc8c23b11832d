// Agent files made of one construct many times over, for measuring how their cost grows: whoever writes twice as much
// waits twice as long, and never four times.

export interface Construct {
  readonly name: string;
  /** An agent file with so many of the construct. */
  make(count: number): string;
}

/** All numbers are of one length, so that twice as many make a text just twice as long. */
const FIRST = 100_000;
const BODY = 'You review code.\n';

/** What a file that is no agent at all, or a generated one, is full of. */
export const FIELDS = fields('keys nobody knows', (at) => `key-${at}: value ${at}`);

/** Each adds a line or so; all of them are what people write, only more of it, or what a damaged file is full of. */
export const CONSTRUCTS: readonly Construct[] = [
  FIELDS,
  fields('one key again and again', (at) => `tools: Read, Tool${at}`),
  fields('keys that are nearly right', (at) => `tools${at % 7}-${at}: Read`),
  fields('values with a colon, to be quoted', (at) => `key-${at}: for example: ${at}`),
  fields('lines that are no YAML', (at) => `key-${at}: [a, "b`),
  fields('lines indented with tabs', (at) => `key-${at}:\n\t- a\n\t- b`),
  fields('comments', (at) => `# note ${at}`),
  fields('suppressions', (at) => `# agentwright-disable-next-line frontmatter/unknown-key\nkey-${at}: a`),
  fields('suppressions one above the other', () => '# agentwright-disable-next-line frontmatter/name-style'),
  fields('anchors and aliases', (at) => `a-${at}: &a${at} [x, y]\nb-${at}: *a${at}`),
  fields(
    'maps that merge the one before',
    (at) => `m-${at}: &m${at}\n  k${at}: v${at > FIRST ? `\n  <<: *m${at - 1}` : ''}`,
  ),
  fields('keys that are maps', (at) => `? {a: ${at}}\n: b`),
  fields('keys and values in quotes', (at) => `"key-${at}": "say \\"${at}\\" \\u00e9"`),
  field('tools in a line', 'tools: ', ', ', (at) => `Tool${at}`),
  field('tools in a list', 'tools:\n', '\n', (at) => `  - Tool${at}`),
  field('tools of servers', 'tools: ', ', ', (at) => `mcp__server${at}__tool`),
  field('tools with rules', 'tools: ', ', ', (at) => `Bash(git push ${at} *)`),
  field('skills', 'skills:\n', '\n', (at) => `  - skill-${at}`),
  field('servers', 'mcpServers:\n', '\n', (at) => `  server-${at}:\n    command: run`),
  field(
    'hooks',
    'hooks:\n  PreToolUse:\n',
    '\n',
    (at) => `    - matcher: Tool${at}\n      hooks:\n        - type: comand`,
  ),
  field('events of hooks', 'hooks:\n', '\n', (at) => `  Event${at}:\n    - matcher: Bash`),
  field('keys below a key', 'experimental:\n', '\n', (at) => `  key-${at}: value`),
  field('brackets in brackets', 'metadata: ', '', () => '['),
  field('maps in maps', 'metadata: ', '', () => '{a: '),
  field('lines of a plain description', 'description: Reviews code\n', '\n', (at) => `  and line ${at} of it`),
  field('lines of a block description', 'description: |\n', '\n', (at) => `  <example>\n  user: "${at}"\n  </example>`),
  field('words of a description on one line', 'description: ', ' ', (at) => `word${at}`),
  field('sections of a contract', 'output_schema:\n  required_sections:\n', '\n', section),
  field('entries of a changelog', 'changelog:\n', '\n', (at) => `  - 1.${at}.0: Change ${at}`),
  field('fields of an input contract', 'input_schema:\n  required_context:\n', '\n', inputField),
  body('paragraphs', (at) => `Paragraph ${at} of the prompt, with **bold** and *soft* words.\n`),
  body('lines of one paragraph', (at) => `Line ${at} of a long paragraph that goes on.`),
  body('headings', (at) => `## Section ${at}\n\nText.\n`),
  body('the same heading', () => '## Steps\n\nText.\n'),
  body('headings without text', (at) => `${'#'.repeat((at % 6) + 1)} Section ${at}`),
  body('list items', (at) => `- item ${at}`),
  body('steps that begin again', (at) => `${(at % 4) + 1}. Do step ${at}.`),
  body('check boxes', (at) => `- [${at % 3 ? ' ' : 'y'}] check ${at}`),
  body('quotes', (at) => `> quote ${at}\n`),
  line('quotes in quotes', '> ', () => ''),
  body('tables', (at) => `| a | b |\n|---|---|\n| ${at} | 2 | 3 |\n`),
  body('rows of a table', (at) => `| ${at} | b |${at % 2 ? ' c |' : ''}`, '| a | b |\n|---|---|\n'),
  body('fences', (at) => `\`\`\`ts\nconst a = ${at};\n\`\`\`\n`),
  body('fences that are not closed', () => '```ts\n~~~\n'),
  body('fences in fences', (at) => `${'`'.repeat(3 + (at % 5))}md\ntext\n`),
  body('tags', (at) => `<example>\ntext ${at}\n</example>\n`),
  body('tags that are not closed', (at) => `<tag-${at}>\ntext\n`),
  body('tags closed in the wrong order', (at) => `<a-${at}>\n<b-${at}>\n</a-${at}>\n</b-${at}>\n`),
  body('links', (at) => `See [page ${at}](docs/page-${at}.md).`),
  body('links to headings', (at) => `## Part ${at}\n\nSee [it](#part-${at}) and [that](#nowhere-${at}).\n`),
  body('link definitions', (at) => `See [page ${at}][p${at}].\n\n[p${at}]: docs/page-${at}.md\n`),
  body('code', (at) => `Read \`src/file-${at}.ts\` first.`),
  body('agents mentioned', (at) => `Ask the \`agent-${at}\` agent, or Task(subagent_type="agent-${at}").`),
  body('tools mentioned', (at) => `Use the Write tool for file ${at}, then WebSearch.`),
  body('orders', (at) => `Never edit file ${at}. You must not write to disk. Always use Bash.`),
  body('placeholders', (at) => `TODO: write part ${at}. [your name here] <insert text>`),
  body('hidden characters', (at) => `Wo\u200brd ${at} and\u202e more.`),
  body('keys that look secret', (at) => `token: ghp_${'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3z5'.slice(at % 3)}x`),
  body('comments in the prompt', (at) => `<!-- note ${at} -->\n\ntext`),
  body(
    'suppressions in the prompt',
    (at) => `<!-- agentwright-disable-next-line structure/placeholder -->\nTODO: part ${at}\n`,
  ),
  line('words on one line', '', (at) => `word${at} `),
  line('marks on one line', '', () => '*_`[('),
  line('hidden characters on one line', '', () => 'a\u200b'),
  line('cells of one row', '| a |\n|---|\n', () => '| c '),
];

function fields(name: string, lineOf: (at: number) => string): Construct {
  return { name, make: (count) => agent(`description: Reviews code\n${times(count, lineOf, '\n')}`, BODY) };
}

/** `head` may be a description of its own. */
function field(name: string, head: string, separator: string, itemOf: (at: number) => string): Construct {
  const description = head.startsWith('description') ? '' : 'description: Reviews code\n';
  return { name, make: (count) => agent(`${description}${head}${times(count, itemOf, separator)}`, BODY) };
}

function body(name: string, lineOf: (at: number) => string, head = ''): Construct {
  return {
    name,
    make: (count) => agent('description: Reviews code', `${BODY}\n${head}${times(count, lineOf, '\n')}\n`),
  };
}

/** Longer than any window that is looked at around a place in a line. */
const PER_LINE = 10;

function line(name: string, each: string, itemOf: (at: number) => string): Construct {
  const [head, unit] = each.includes('\n') ? [each, ''] : ['', each];
  return {
    name,
    make: (count) =>
      agent('description: Reviews code', `${BODY}\n${head}${times(PER_LINE * count, (at) => unit + itemOf(at), '')}\n`),
  };
}

function agent(frontMatter: string, prompt: string): string {
  return `---\nname: reviewer\n${frontMatter}\n---\n${prompt}`;
}

function times(count: number, itemOf: (at: number) => string, separator: string): string {
  return Array.from({ length: count }, (_, at) => itemOf(FIRST + at)).join(separator);
}

function section(at: number): string {
  return `    - name: Section ${at}\n      pattern: "^## Section ${at}"\n      required: true`;
}

function inputField(at: number): string {
  return `    - name: field_${at}\n      type: string\n      description: Field ${at}`;
}
