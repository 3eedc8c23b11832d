// Names in texts that may be those of agents: what is found, in which form, and exactly where.
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { referencesIn } from '../../server/src/runtimes/claude-code/references.ts';
import { delegations } from '../../server/src/runtimes/claude-code/rules/support/delegations.ts';
import type { Reference } from '../../server/src/runtimes/reference.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { findMentions } from '../../server/src/text/mentions.ts';
import { HOSTILE_MENTIONS } from '../harness/hostileTexts.ts';

/** `form name` of each, the name as it stands in the text. */
function mentions(text: string): string[] {
  const { markdown } = parseDocument('file:///a.md', text);
  const found = findMentions(text, [{ start: 0, end: text.length }], markdown);
  for (const { name, span } of found) expect(text.slice(span.start, span.end)).toBe(name);
  return found.map(({ form, name }) => `${form} ${name}`);
}

function shown(text: string, { to, form, field, span }: Reference): string {
  return `${field ?? 'prompt'}: ${to} ${form} ${text.slice(span.start, span.end)}`;
}

/** `field: kind form the characters` of what a front matter and a prompt refer to. */
function references(fields: string, body = ''): string[] {
  const text = `---\nname: lead\n${fields}---\n${body}`;
  const document = parseDocument('file:///a.md', text);
  const { reading } = claudeCode.load(document, { scope: 'project' });
  return referencesIn(document, reading).map((reference) => shown(text, reference));
}

describe('after subagent_type', () => {
  test.each<[string, string[]]>([
    ['Task(subagent_type="code-reviewer")', ['subagent-type code-reviewer']],
    ["Task(subagent_type='code-reviewer', prompt='x')", ['subagent-type code-reviewer']],
    ['{ "subagent_type": "Explore" }', ['subagent-type Explore']],
    ['subagent_type: `code_reviewer`', ['subagent-type code_reviewer']],
    ['subagent_type = "kit:web:css-expert"', ['subagent-type kit:web:css-expert']],
    ['subagent_type="Code Reviewer"', ['subagent-type Code Reviewer']],
    ['subagent_type="代理-1.2"', ['subagent-type 代理-1.2']],
    ['- subagent_type: tester\n- next', ['subagent-type tester']],
    ['(subagent_type: tester), more', ['subagent-type tester']],
    ['subagent_type=tester', ['subagent-type tester']],
    ['```\nTask(\n  subagent_type="tester",\n)\n```\n', ['subagent-type tester']],
    ['subagent_type="x" and subagent_type="y"', ['subagent-type x', 'subagent-type y']],
  ])('%j', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });

  test.each([
    'The subagent_type is the name of an agent.',
    'Set subagent_type: the name of the agent.',
    'subagent_type="<name>"',
    'subagent_type="{agent}"',
    'subagent_type="$AGENT"',
    'subagent_type=""',
    'subagent_type="tester',
    'my_subagent_type="tester"',
    'subagent_type:\n  tester',
  ])('no name in %j', (text) => {
    expect(mentions(text)).toEqual([]);
  });
});

describe('after @agent-', () => {
  test.each<[string, string[]]>([
    ['Ask @agent-code-reviewer about it.', ['at code-reviewer']],
    ['(@agent-kit:code-reviewer)', ['at kit:code-reviewer']],
    ['Ask @agent-reviewer.', ['at reviewer']],
  ])('%j', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });

  test.each(['me@agent-x.com', '@agents', '@agent-', '@agent-infra/browser', 'npm i @x/agent-y', '~/.@agent-x/a'])(
    'no name in %j',
    (text) => {
      expect(mentions(text)).toEqual([]);
    },
  );
});

describe('where the sentence speaks of agents', () => {
  test.each<[string, string[]]>([
    ['Delegate to `tester`.', ['handoff tester']],
    ['Delegate the tests to the `tester`.', ['handoff tester']],
    ['Hand it over to `code-reviewer` then.', ['handoff code-reviewer']],
    ['- Infrastructure (use `devops-engineer`)', ['handoff devops-engineer']],
    ['Interfaces (use `frontend`/`ui-engineer`)', ['handoff frontend', 'name ui-engineer']],
    ['the `tester` agent', ['handoff tester']],
    ['the **`tester`** subagent', ['handoff tester']],
    ['the agent `tester`', ['handoff tester']],
    ['Escalate to kit:lead.', ['handoff kit:lead']],
    ['Dispatch to “`tester`”', ['handoff tester']],
  ])('%j', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });

  test('only in the same line', () => {
    expect(mentions('Delegate to\n`tester`')).toEqual([]);
  });
});

describe('a name that only looks like one', () => {
  test.each<[string, string[]]>([
    ['See `code-reviewer`.', ['name code-reviewer']],
    ['See `code_reviewer` and `kit:tester`.', ['name code_reviewer', 'name kit:tester']],
    ['Run kit:tester first.', ['name kit:tester']],
    ['the code-reviewer agent', ['name code-reviewer']],
    ['- **code-reviewer**: reviews', ['name code-reviewer']],
    ['- Collaborate with api-designer on contracts', ['name api-designer']],
    ['1. Work closely with the api-designer', ['name api-designer']],
    ['Intro\r\n- Guide backend-developer on caching\r\n', ['name backend-developer']],
    ['Use **kit:tester**', ['name kit:tester']],
    ['`game:3d-artist`', ['name game:3d-artist']],
  ])('%j', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });
});

describe('no name at all', () => {
  test.each([
    ['a word in backticks', 'Call `main` and `npm`.'],
    ['a hyphenated word', 'A well-known, up-to-date library.'],
    ['an e-mail address', 'Write to first-last@my-company.com, or **ops-team@example.com**.'],
    ['a URL', 'See https://docs.example.com/code-reviewer/kit:tester and http://a-b.c-d:8080/x-y.'],
    ['a package', 'Install `npm:left-pad`, jsr:std-path, node:child-process and @scope/my-pkg.'],
    ['a file', 'Read `package-lock.json`, `docker-compose.yml`, `my-file.tar.gz` and **read-me.md**.'],
    ['a path', 'Look into `src/my-dir` and ./code-reviewer/kit:tester.'],
    ['a Windows path', 'C:\\my-dir\\code-reviewer, **c:\\code-reviewer**, `d:\\x-y`'],
    ['a field', 'name: code-reviewer, `name: code-reviewer`, "key": "some-value"'],
    ['a time', 'At 10:30, `10:30` and 9:05-10:15, 2025-01-01T10:30:00Z.'],
    ['a port or a tag', '`localhost:3000`, `nginx:1.27`, `host:8080`'],
    ['a class of BEM', '`card__title--large`, `card--wide`, `mcp__docs__search`'],
    ['a class of CSS', 'Use `.my-class` and `#my-id`, .my-class:hover.'],
    ['an option', 'Pass --dry-run or `--no-color`.'],
    ['a script', 'Run npm run docs:build, pnpm test:unit or `yarn run lint:fix -- --x`.'],
    ['a call', 'border-radius(2px), my-func()'],
    ['a variable', '$my-var, `$kit-name`'],
    ['a C++ name', 'std::move, my::name'],
    ['code in a fence', '```sh\nkit:tester `code-reviewer` **code-reviewer**\n```'],
    ['code in a fence with tildes', '~~~\nDelegate to `tester`.\n~~~'],
    ['a long word', `\`${'a-'.repeat(200)}b\``],
  ])('%s', (_, text) => {
    expect(mentions(text)).toEqual([]);
  });
});

describe('the place of a name', () => {
  test.each([
    ['after an emoji', '👩‍💻👍 Delegate to `tester` 👍'],
    ['after characters of four bytes', '𝒳𝒳 the `tester` agent'],
    ['after CRLF', 'One\r\n\r\nthe `tester` agent\r\n'],
    ['after a lone surrogate', '\uD83D the `tester` agent'],
  ])('is exact %s', (_, text) => {
    const { markdown } = parseDocument('file:///a.md', text);
    const [found] = findMentions(text, [{ start: 0, end: text.length }], markdown);
    expect(found?.span).toEqual({ start: text.indexOf('tester'), end: text.indexOf('tester') + 6 });
  });

  test('is that of the value where the key has the same letters', () => {
    const text = 'subagent_type="type" subagent_type="subagent_type"';
    const { markdown } = parseDocument('file:///a.md', text);
    const found = findMentions(text, [{ start: 0, end: text.length }], markdown);
    expect(found.map(({ span }) => span.start)).toEqual([15, 36]);
  });
});

describe('references in fields', () => {
  test.each<[string, string[]]>([
    ['tools: Read, Agent(tester, p:x)\n', ['tools: agent tool-list tester', 'tools: agent tool-list p:x']],
    ['tools: [Task(tester), "Agent(x)"]\n', ['tools: agent tool-list tester', 'tools: agent tool-list x']],
    ['tools: Agent(*), Agent, Agent()\n', []],
    ['tools: Bash(git:*), Skill(deploy)\n', ['tools: skill tool-list deploy']],
    ['disallowedTools: Agent(x)\n', ['disallowedTools: agent tool-list x']],
    [
      'tools: mcp__docs__search, mcp__git_hub, mcp__*, mcp__a__*\n',
      ['tools: mcp-server tool-list docs', 'tools: mcp-server tool-list git_hub', 'tools: mcp-server tool-list a'],
    ],
    ['skills: one, two three\n', ['skills: skill field one', 'skills: skill field two', 'skills: skill field three']],
    [
      'skills:\n  - one\n  - "two, p:three"\n',
      ['skills: skill field one', 'skills: skill field two', 'skills: skill field p:three'],
    ],
    ['skills: 3\n', []],
    ['skills: {a: b}\n', []],
    ['mcpServers:\n  - docs\n  - own: {command: x}\n  - 3\n', ['mcpServers: mcp-server field docs']],
    ['observer: one, two\n', ['observer: agent field one', 'observer: agent field two']],
    ['description: The `code-reviewer` agent.\n', ['description: agent handoff code-reviewer']],
    ['version: "`code-reviewer`"\n', []],
  ])('%j', (fields, expected) => {
    expect(references(fields)).toEqual(expected);
  });

  test('have the place of the whole value where it is not written as it is read', () => {
    expect(references('skills: "on\\u0065, two"\n')).toEqual([
      'skills: skill field "on\\u0065, two"',
      'skills: skill field "on\\u0065, two"',
    ]);
  });

  test('are found in a file with CRLF and a byte order mark', () => {
    const text = '\uFEFF---\r\nname: lead\r\ntools: Agent(tester)\r\n---\r\nthe `x-y` agent\r\n';
    const document = parseDocument('file:///a.md', text);
    const { reading } = claudeCode.load(document, { scope: 'project' });
    expect(referencesIn(document, reading).map((reference) => shown(text, reference))).toEqual([
      'tools: agent tool-list tester',
      'prompt: agent handoff x-y',
    ]);
  });
});

describe('work is handed over', () => {
  function handedTo(fields: string, body: string): string[] {
    const document = parseDocument('file:///a.md', `---\nname: lead\ndescription: Leads\n${fields}---\n${body}`);
    return delegations(document, claudeCode.load(document, { scope: 'project' })).map(({ name }) => name);
  }

  const CALL = 'Task(subagent_type="tester")\n';

  test.each<[string, string, string[]]>([
    ['in the prompt', '', ['tester']],
    ['by `Agent(…)`', 'tools: Agent(x)\n', ['x', 'tester']],
    ['by the older name of the tool', 'tools: Task\n', ['tester']],
    ['by none without the tool', 'tools: Read\n', []],
    ['by none where the tool is taken away', 'disallowedTools: Task\n', []],
    ['by none where it is taken away for some', 'disallowedTools: Agent(x)\n', []],
    ['by none with an empty list', 'tools: []\n', []],
  ])('%s', (_, fields, expected) => {
    expect(handedTo(fields, CALL)).toEqual(expected);
  });

  test('to itself only where that is no example', () => {
    const own = 'Task(subagent_type="lead")\n';
    expect(handedTo('', own)).toEqual(['lead']);
    expect(handedTo('', `\`\`\`\n${own}\`\`\`\n`)).toEqual([]);
    expect(handedTo('', `<example>\n${own}</example>\n`)).toEqual([]);
    expect(handedTo('', `\`\`\`\n${CALL}\`\`\`\n`)).toEqual(['tester']);
  });
});

describe('hostile texts of 200 KB are read', () => {
  const LENGTH = 200_000;

  test.each(HOSTILE_MENTIONS)('%j', (part) => {
    const text = part.repeat(Math.ceil(LENGTH / part.length));
    mentions(text);
    const line = text.replaceAll(/[\r\n]/g, ' ').replaceAll('"', "'");
    references(`description: ${line}\nskills: "${line}"\ntools: "Agent(${line})"\n`, text);
  });
});
