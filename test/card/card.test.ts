// The parts of a card, each from the smallest file that shows it.
import { describe, expect, test } from 'vitest';
import { escapeWithCode } from '../../server/src/card/escape.ts';
import { cardHtml } from '../../server/src/card/html.ts';
import { TRUST_NOTE } from '../../server/src/runtimes/claude-code/powerWords.ts';
import type { LoadScope } from '../../server/src/runtimes/indexed.ts';
import { agent, cardOf, htmlOf, problemsOf, visibleText } from './support.ts';

describe('identity', () => {
  test('name, type, version, color and model, each with its place', () => {
    const text = agent('type: specialist\nversion: 1.2.0\nmodel: opus\ncolor: cyan');
    const card = cardOf(text);
    expect(card).toMatchObject({
      title: 'reviewer',
      name: { text: 'reviewer', offset: text.indexOf('reviewer') },
      type: { text: 'specialist' },
      version: { text: '1.2.0', offset: text.indexOf('1.2.0') },
      color: { text: 'cyan', known: true },
      model: { written: { text: 'opus' }, meaning: 'claude-opus-5-5', isId: true },
    });
  });

  test('a color the runtime does not know gives no band', () => {
    expect(cardOf(agent('color: magenta')).color).toMatchObject({ text: 'magenta', known: false });
    expect(htmlOf(agent('color: magenta'))).not.toContain('color-magenta');
  });

  test('without a model it is that of the conversation', () => {
    expect(cardOf(agent('')).model).toEqual({ meaning: expect.any(String), isId: false });
  });
});

describe('what the runtime makes of it', () => {
  test('loads', () => {
    expect(cardOf(agent('')).verdict).toMatchObject({ state: 'loads', name: 'reviewer', detail: null });
  });

  test('loads after a repair, and says which value', () => {
    const text = '---\nname: a\ndescription: Builds: things\n---\n\nBuild.\n';
    const { verdict } = cardOf(text);
    expect(verdict).toMatchObject({ state: 'changed', name: 'a', offset: text.indexOf('Builds') });
    expect(verdict.detail).toContain('`description`');
    // Every name in it is filled in.
    expect(verdict.detail).not.toContain('$');
  });

  test('does not load, with the message of the rule that says why', () => {
    const text = '---\nname: a\r\ndescription: Builds: things\r\nmodel: opus\r\n---\r\n\r\nBuild.\r\n';
    const card = cardOf(text);
    expect(card.verdict).toMatchObject({ state: 'dropped', name: null });
    const [cause] = problemsOf(text).filter(({ code }) => code === 'frontmatter/unparsable');
    expect(card.verdict.detail).toBe(cause?.message);
  });

  test.each(['# About\n\nText.\n', '---\ntitle: About\n---\nText.\n'])('%j is documentation', (text) => {
    const { verdict, tools } = cardOf(text);
    expect(verdict).toMatchObject({ state: 'dropped', isDocumentation: true, name: null });
    expect(tools.granted).toBe('unread');
  });

  test('a plugin agent whose front matter is lost goes by its file name', () => {
    const { verdict } = cardOf('No front matter.\n', 'plugin');
    expect(verdict).toMatchObject({ state: 'changed', name: 'example' });
    expect(verdict.detail).toMatch(/\S/);
  });

  test('ignored fields, those of the Ring format apart', () => {
    const { ignored } = cardOf(agent('modle: haiku\ntype: specialist'));
    expect(ignored.find(({ text }) => text === 'modle')?.readBy).toBeUndefined();
    expect(ignored.find(({ text }) => text === 'type')?.readBy).toBe('Ring');
  });

  test('what the verdict says is not said again among the problems', () => {
    expect(cardOf('Only text.\n').problems.shown).toEqual([]);
    expect(cardOf('---\nname: a\ndescription: Builds: things\n---\n\nBuild.\n').problems.shown).toEqual([]);
  });

  test('problems have their line, errors first', () => {
    const { shown } = cardOf(agent('color: magenta\ntools: Grpe')).problems;
    expect(shown).toMatchObject([
      { severity: 'error', line: 5 },
      { severity: 'warning', line: 4 },
    ]);
  });
});

describe('broken front matter', () => {
  const text = '---\nname: a\ndescription: "Builds\nmodel: opus\nunclosed: [1, 2\n---\n\n# Build\n';

  test('shows what could be read', () => {
    const card = cardOf(text);
    expect(card).toMatchObject({ title: 'a', name: { text: 'a' }, model: { written: { text: 'opus' } } });
    expect(card.description?.parts[0]).toMatchObject({ kind: 'text' });
    expect(visibleText(htmlOf(text))).toContain('Build');
  });

  test('says nothing about tools that were not read', () => {
    expect(cardOf(text).tools.granted).toBe('unread');
  });

  test.each(['', '---', '---\n', '---\n---\n', '\0', '---\n[1]\n---\n', 'plain text', '---\nname: a\n'])(
    'there is a card for %j',
    (source) => {
      expect(htmlOf(source)).toContain('<section class="verdict dropped"');
    },
  );
});

describe('description', () => {
  test('examples with literal line breaks become conversations', () => {
    const text = agent('').replace(
      'Reviews code',
      'Use it.\\n\\n<example>\\nContext: Code was written.\\nuser: "Look?"\\nassistant: "I look."\\n<commentary>\\nBecause.\\n</commentary>\\n</example>',
    );
    expect(cardOf(text).description?.parts).toEqual([
      { kind: 'text', text: 'Use it.', offset: text.indexOf('Use it') },
      {
        kind: 'example',
        offset: text.indexOf('<example>'),
        context: 'Code was written.',
        turns: [
          { speaker: 'user', text: 'Look?' },
          { speaker: 'assistant', text: 'I look.' },
        ],
        commentary: 'Because.',
      },
    ]);
  });

  test('several examples in a block, the last one unclosed', () => {
    const text =
      '---\nname: a\ndescription: |\n  Use it.\n  <example>\n  user: one\n  </example>\n  <example>\n  user: two\n---\n\nX\n';
    const examples = cardOf(text).description?.parts.filter(({ kind }) => kind === 'example') ?? [];
    expect(examples.map(({ offset }) => offset)).toEqual([text.indexOf('<example>'), text.lastIndexOf('<example>')]);
    expect(examples).toMatchObject([{ turns: [{ text: 'one' }] }, { turns: [{ text: 'two' }] }]);
  });

  test('a path that holds a backslash and n stays a path', () => {
    const text = agent('').replace('Reviews code', 'Reads C:\\new\\notes');
    expect(cardOf(text).description?.parts).toMatchObject([{ text: 'Reads C:\\new\\notes' }]);
  });
});

describe('tools', () => {
  test('all, none, some', () => {
    expect(cardOf(agent('')).tools.granted).toBe('inherit');
    expect(cardOf(agent('tools:')).tools.granted).toEqual([]);
    const text = agent('tools: Read, Bash(git log *)');
    expect(cardOf(text).tools.granted).toEqual([
      { text: 'Read', offset: text.indexOf('Read,') },
      { text: 'Bash', offset: text.indexOf('Bash') },
    ]);
  });

  test('refused ones say why', () => {
    const text = agent('tools: Read, Grpe');
    expect(cardOf(text).tools.refused).toEqual([
      { text: 'Grpe', offset: text.indexOf('Grpe'), why: expect.stringMatching(/\S/) },
    ]);
    expect(htmlOf(text)).toMatch(/<del><button[^>]*>Grpe<\/button><\/del>/);
  });

  test('those that some systems leave out are named', () => {
    const [note = 'no note'] = cardOf(agent('tools: Bash, Grep')).tools.notes;
    expect(note).toContain('`Grep`');
    expect(htmlOf(agent('tools: Bash, Grep'))).toContain(escapeWithCode(note));
    expect(cardOf(agent('tools: Read, Grep')).tools.notes).toEqual([]);
  });

  test('denied ones are left out of all', () => {
    expect(visibleText(htmlOf(agent('disallowedTools: Write')))).toContain('Write');
    expect(visibleText(htmlOf(agent('')))).not.toContain('Write');
  });
});

describe('contract and changelog', () => {
  const fields = `changelog:
  - 1.1.0: Second
  - "1.0.0: First"
output_schema:
  format: markdown
  required_sections:
    - name: Summary
      pattern: "^## Summary"
    - name: Notes
      pattern: "^## Notes"
      required: false`;

  test('sections with pattern and presence', () => {
    expect(cardOf(agent(fields)).contract).toMatchObject({
      format: { text: 'markdown' },
      sections: [
        { name: 'Summary', pattern: '^## Summary', required: true },
        { name: 'Notes', required: false },
      ],
    });
  });

  test('changes, written either way', () => {
    expect(cardOf(agent(fields)).changelog?.entries).toMatchObject([
      { version: '1.1.0', text: 'Second' },
      { version: '1.0.0', text: 'First' },
    ]);
  });

  test('other fields are settings of one line', () => {
    const { settings } = cardOf(agent('maxTurns: 5\nhooks:\n  Stop:\n    - hooks: []\nskills: [a, b]'));
    expect(settings.map(({ key, text }) => [key, text])).toEqual([
      ['maxTurns', '5'],
      ['hooks', 'Stop'],
      ['skills', 'a, b'],
    ]);
  });
});

describe('files that want too much', () => {
  test('aliases of aliases', () => {
    const many = Array.from({ length: 3000 }, () => '*a').join(', ');
    const list = Array.from({ length: 3000 }, () => 'x').join(', ');
    const html = htmlOf(
      agent(`skills: &a [${list}]\nchangelog: [{"1.0.0": [${many}]}, ${many}]\nhooks: {Stop: [${many}]}`),
    );
    expect(html.length).toBeLessThan(100_000);
  });

  test('a description of nothing but examples', () => {
    const html = htmlOf(agent('').replace('Reviews code', '<example>'.repeat(50_000)));
    expect(html.length).toBeLessThan(2_000_000);
  });
});

describe('powers', () => {
  const shown = (fields: string, scope: LoadScope = 'project'): string =>
    visibleText(cardHtml(cardOf(agent(fields), scope)));

  test('servers of `mcpServers` are among the tools, with what gives them', () => {
    const text = agent('tools: Read\nmcpServers: [grepper]');
    const { tools } = cardOf(text);
    expect(tools.granted).toMatchObject([{ text: 'Read' }, { text: 'mcp__grepper__*' }]);
    expect(tools.notes).toHaveLength(1);
    expect(shown('tools: []\nmcpServers: [grepper]')).toContain('mcp__grepper__*');
  });

  test('an agent that loads and is not started says so, and where', () => {
    const text = agent('tools: AskUserQuestion');
    expect(cardOf(text).verdict).toMatchObject({ state: 'blocked', name: 'reviewer', offset: text.indexOf('AskUser') });
  });

  test('what waits for a trusted folder is marked', () => {
    const hooks = 'hooks:\n  Stop:\n    - hooks: [{type: command, command: x}]';
    const marked = (fields: string) => cardOf(agent(fields)).settings.flatMap(({ key, note }) => (note ? key : []));
    expect(marked(hooks)).toEqual(['hooks']);
    expect(marked(`${hooks}\nmcpServers: [{gam: {command: x}}]\nskills: a`)).toEqual(['hooks', 'mcpServers']);
    expect(marked('mcpServers: [grepper]')).toEqual([]);
    expect(shown(hooks)).toContain(TRUST_NOTE);
  });

  test('the main session has a line where it differs', () => {
    expect(cardOf(agent('tools: Read')).mainSession).toBeUndefined();
    expect(shown('tools: Read, Agent(a, b)')).toContain('a , b');
  });

  test('hostile names in lists stay text', () => {
    const html = htmlOf(agent('tools: ["<b>x</b>", "mcp__<i>__*"]\nmcpServers: ["<img src=x onerror=alert(1)>"]'));
    expect(html).not.toMatch(/<(?:b|i|img)[ >]/);
  });
});
