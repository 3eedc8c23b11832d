// Agent files made for measuring: of the shape and size people really write, every one a little different.

const SECTIONS = ['Role', 'Process', 'Checklist', 'Output Format', 'Examples', 'What This Agent Does Not Handle'];

/** An agent file of about `bytes` bytes. The same number gives the same text. */
export function makeAgent(number: number, bytes: number): string {
  const head = [
    '---',
    `name: agent-${number}`,
    `description: "Use this agent for work of kind ${number}. Examples: review of change ${number}, and its tests."`,
    'tools: Read, Grep, Glob, Bash',
    `model: ${['inherit', 'sonnet', 'opus', 'haiku'][number % 4]}`,
    `color: ${['red', 'blue', 'green', 'cyan'][number % 4]}`,
    '---',
    '',
    `# Agent ${number}`,
    '',
  ].join('\n');
  let text = head;
  for (let section = 0; text.length < bytes; section++) text += makeSection(number, section);
  return text;
}

function makeSection(number: number, section: number): string {
  const title = `${SECTIONS[section % SECTIONS.length]} ${Math.floor(section / SECTIONS.length) + 1}`;
  const items = Array.from(
    { length: 8 },
    (_, item) => `- Step ${item}: look at **part ${item}** of \`file-${number}.ts\` first.`,
  );
  const table = ['| Case | Action |', '|---|---|', '| small | do it |', '| large | ask first |'];
  const code = ['```ts', `export const answer${section} = ${number};`, '```'];
  return [
    '',
    `## ${title}`,
    '',
    `Paragraph ${section} of agent ${number}, with a [link](https://example.com/${section}).`,
    '',
    ...items,
    '',
    ...table,
    '',
    ...code,
    '',
  ].join('\n');
}
