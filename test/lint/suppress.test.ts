// Comments that switch rules off: where they count, for which codes, and which are reported as unused.
import { describe, expect, test } from 'vitest';
import { allFindings } from '../harness/checkRule.ts';

const agent = (head: string, body = 'Review.\n'): string => `---\nname: example\n${head}\n---\n${body}`;
const DESCRIPTION = 'description: Reviews code';
const NEXT = '# agentwright-disable-next-line';

describe('in the front matter', () => {
  test('the next line', () => {
    expect(allFindings(agent(`${DESCRIPTION}\n${NEXT} frontmatter/unknown-color\ncolor: teal`))).toEqual([]);
  });

  test('the next line only', () => {
    const text = agent(`${DESCRIPTION}\n${NEXT} frontmatter/unknown-key\nfoo: 1\nbar: 2`);
    expect(allFindings(text)).toEqual(['frontmatter/unknown-key: bar']);
  });

  test('the rest of the file, the body and what stands above too', () => {
    const head = `color: teal\n# agentwright-disable frontmatter/unknown-color, structure/placeholder\n${DESCRIPTION}`;
    expect(allFindings(agent(head, 'TODO: write this\n'))).toEqual([]);
  });

  test('several codes, with commas or blanks', () => {
    const line = 'color: teal\nfoo: 1';
    const codes = 'frontmatter/unknown-color, frontmatter/unknown-key structure/x';
    expect(allFindings(agent(`${DESCRIPTION}\n# agentwright-disable ${codes}\n${line}`))).toEqual([]);
  });

  test('every rule, where no code is named', () => {
    expect(allFindings(agent(`${DESCRIPTION}\n${NEXT}\ncolor: teal`))).toEqual([]);
  });

  test('another code counts for nothing, and is reported', () => {
    const comment = `${NEXT} frontmatter/unknown-key`;
    expect(allFindings(agent(`${DESCRIPTION}\n${comment}\ncolor: teal`))).toEqual([
      `suppression/unused: ${comment}`,
      'frontmatter/unknown-color: teal',
    ]);
  });

  test('comments above one line add up', () => {
    const comments = `${NEXT} frontmatter/unknown-tool\n${NEXT} frontmatter/tool-restriction`;
    expect(allFindings(agent(`${DESCRIPTION}\n${comments}\ntools: Read, Telepathy, Bash(git *)`))).toEqual([]);
  });

  test('every comment of a pile counts, also one that stands in no comment', () => {
    const pile = [
      `${NEXT} frontmatter/unknown-color`,
      `${NEXT} frontmatter/unknown-key`,
      '# agentwright-disable-next-line',
    ];
    expect(allFindings(agent(`${DESCRIPTION}\n${pile.join('\n')}\ncolor: teal`))).toEqual([
      `suppression/unused: ${pile[1]}`,
    ]);
  });

  test('what looks like a comment in a text is none', () => {
    const head = `description: |\n  Reviews code\n  ${NEXT}\n  all of it\nnote: "${NEXT}"\n${NEXT}\ncolor: teal`;
    expect(allFindings(agent(head))).toEqual(['frontmatter/unknown-key: note']);
  });

  test('an item of a list', () => {
    const tools = `tools:\n  - Read\n  ${NEXT} frontmatter/unknown-tool\n  - Telepathy`;
    expect(allFindings(agent(`${DESCRIPTION}\n${tools}`))).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['front matter that cannot be read', 'frontmatter/unparsable', 'description: Reviews the following:'],
    ['a description of the wrong kind', 'frontmatter/invalid-description', 'description: 42'],
    ['hooks that drop the agent', 'frontmatter/invalid-hooks', `hooks: []\n${DESCRIPTION}`],
  ])('nothing of why the file is lost: %s', (_, code, head) => {
    for (const kind of ['disable-next-line', 'disable']) {
      for (const codes of ['', ` ${code}`]) {
        const found = allFindings(agent(`# agentwright-${kind}${codes}\n${head}`)).map((each) => each.split(':')[0]);
        expect(found.sort()).toEqual([code, 'suppression/unused']);
      }
    }
  });

  test('nothing of why a plugin’s agent loses its fields', () => {
    const text = agent(`${NEXT}\ndescription: Reviews the following:`);
    const found = allFindings(text, { path: 'plugin/agents/example.md' }).map((each) => each.split(':')[0]);
    expect(found).toEqual(['suppression/unused', 'frontmatter/unparsable']);
  });

  test('warnings beside the reason why the file is lost', () => {
    const head = `# agentwright-disable\nname: 42\ncolor: teal\n${DESCRIPTION}`;
    expect(allFindings(`---\n${head}\n---\nReview.\n`)).toEqual(['frontmatter/invalid-name: 42']);
  });

  test.each<[string, string, string]>([
    ['a word', `name: x${NEXT}\ndescription: "Reviews`, 'frontmatter/unparsable'],
    ['a word, for the file', 'name: x# agentwright-disable\ndescription: "Reviews', 'frontmatter/unparsable'],
    ['a word of another line', `name: x\ncolor: teal${NEXT}\n${DESCRIPTION}`, 'frontmatter/unknown-color'],
    ['a no-break space', `name: x\u00A0${NEXT}\ncolor: teal\n${DESCRIPTION}`, 'frontmatter/unknown-color'],
  ])('no comment right behind %s', (_, head, code) => {
    const found = allFindings(`---\n${head}\n---\nReview.\n`).map((each) => each.split(':')[0]);
    expect(found).toContain(code);
    expect(found).not.toContain('suppression/unused');
  });

  test.each([
    ['|', 'description: |\n  Reviews code\n  # agentwright-disable\ncolor: teal'],
    ['>-', 'description: >-\n  Reviews code\n  # agentwright-disable\ncolor: teal'],
    ['quotes', 'description: "Reviews # agentwright-disable"\ncolor: teal'],
    ['quotes over lines', "description: 'Reviews\n  # agentwright-disable'\ncolor: teal"],
  ])('text in %s is no comment', (_, head) => {
    expect(allFindings(agent(head))).toEqual(['frontmatter/unknown-color: teal']);
  });
});

describe('in the body', () => {
  const JUMP = '# Role\n\nText.\n\n';
  const found = 'structure/heading-jump: ###';

  test('the next line', () => {
    const body = `${JUMP}<!-- agentwright-disable-next-line structure/heading-jump -->\n### Steps\n\nText.\n`;
    expect(allFindings(agent(DESCRIPTION, body))).toEqual([]);
  });

  test('the rest, and nothing above', () => {
    const body = `${JUMP}### Steps\n\nText.\n\n<!-- agentwright-disable structure/heading-jump -->\n\n# More\n\nText.\n\n### Jump\n\nText.\n`;
    const findings = allFindings(agent(DESCRIPTION, body)).filter((each) => each.includes('jump'));
    expect(findings).toEqual([found]);
  });

  test('a comment of YAML is none there', () => {
    const body = `${JUMP}# agentwright-disable structure/heading-jump\n\nText.\n\n### Steps\n\nText.\n`;
    expect(allFindings(agent(DESCRIPTION, body))).toContain(found);
  });

  test('unused ones are reported', () => {
    const comment = '<!-- agentwright-disable-next-line structure/heading-jump -->';
    expect(allFindings(agent(DESCRIPTION, `${comment}\nReview.\n`))).toEqual([`suppression/unused: ${comment}`]);
  });
});

test.each([
  ['CRLF', '\r\n'],
  ['LF', '\n'],
])('with %s line ends', (_, end) => {
  const body = '# Role\n\n<!-- agentwright-disable structure/placeholder -->\n\nTODO: write this\n';
  const text = agent(`${DESCRIPTION}\n${NEXT} frontmatter/unknown-color\ncolor: teal`, body).replaceAll('\n', end);
  expect(allFindings(text)).toEqual([]);
});
