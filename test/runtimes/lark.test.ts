// A runtime that does not exist goes through everything that takes runtimes, with no line changed for it: the recipe of
// ARCHITECTURE.md holds.
import { describe, expect, test } from 'vitest';
import { renderRuntimePages } from '../../scripts/generate/runtimePages.ts';
import { inspectDocument, inspectJson, inspectPretty } from '../../server/src/cli/inspect.ts';
import { renderJson } from '../../server/src/cli/reporters/json.ts';
import { runtimesJson, runtimesPretty } from '../../server/src/cli/runtimes.ts';
import { readersHover } from '../../server/src/features/readersHover.ts';
import { runtimeCompletion } from '../../server/src/features/runtimeCompletion.ts';
import { runtimeHover } from '../../server/src/features/runtimeHover.ts';
import { EMPTY_CONFIG } from '../../server/src/lint/config.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { matrixOfReaders } from '../../server/src/portability/ask.ts';
import { equivalentKey, equivalentTool } from '../../server/src/runtimes/equivalents.ts';
import { ownerOf } from '../../server/src/runtimes/owner.ts';
import { placeUnder, readersOf } from '../../server/src/runtimes/readers.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { AUTO, type RuntimeSelection, readSelection } from '../../server/src/runtimes/selection.ts';
import { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { analyzeAgent, loadAgent } from '../../server/src/workspace/analyze.ts';
import { identify, identityUnder } from '../../server/src/workspace/identify.ts';
import { lark } from './lark/index.ts';

const ALL = [...runtimes, lark];
const NOWHERE = { home: '/home/ada', isPluginRoot: () => false, isExtensionRoot: () => false };
const OWN = '.lark/agents/rev.md';
const CLAUDE = '.claude/agents/rev.md';
const GOOD = '---\nrole: Reviews code\ninstruments: [peek]\n---\n\nYou review.\n';
const OF_CLAUDE = '---\nname: rev\ndescription: Reviews code\n---\n\nYou review.\n';

function prepare(path: string, text: string) {
  const index = new AgentIndex();
  const document = parseDocument(`file:///p/${path}`, text);
  const identity = identify(document, { ...index.context, isPluginFolder: () => false, runtimes: ALL });
  if (!identity) throw new Error(`${path} is not an agent`);
  return { index, document, identity };
}

function analyze(path: string, text: string, runtimesAsked: RuntimeSelection = AUTO) {
  const { index, document, identity } = prepare(path, text);
  return analyzeAgent(document, identity, {
    index,
    workspace: index.withoutClaims(),
    files: { linkTarget: () => 'missing' },
    config: EMPTY_CONFIG,
    runtimes: runtimesAsked,
    configPath: document.uri,
    onRuleError(code, error) {
      throw new Error(`rule ${code} threw`, { cause: error });
    },
  });
}

/** `severity code “characters” runtimes` */
function problems(path: string, text: string, asked?: RuntimeSelection): string[] {
  return analyze(path, text, asked).problems.map(({ severity, code, span, runtimes: about = [] }) =>
    [severity, code, `“${text.slice(span.start, span.end)}”`, ...about].join(' '),
  );
}

describe('places', () => {
  test('it owns its folders and reads another’s', () => {
    const owned = readersOf(`/p/${OWN}`, ALL, NOWHERE);
    expect(owned.map(({ runtime, owns }) => [runtime.id, owns])).toEqual([['lark', true]]);
    expect(readersOf('/home/ada/.lark/agents/a.md', ALL, NOWHERE)[0]?.place.scope).toBe('user');
    expect(readersOf(`/p/${CLAUDE}`, ALL, NOWHERE).map(({ runtime }) => runtime.id)).toContain('lark');
    expect(ownerOf(`/p/${OWN}`, NOWHERE, ALL)).toMatchObject({ id: 'lark', runtime: lark });
    expect(placeUnder(lark, '/p/.claude/agents/team/a.md')).toMatchObject({
      folder: '.lark/agents',
      path: 'team/a.md',
    });
  });

  test('nobody owns them without it', () => {
    expect(ownerOf(`/p/${OWN}`, NOWHERE)).toBeNull();
  });
});

describe('check', () => {
  test('says what its loader does with its own files, what is documented only as a warning at most', () => {
    expect(problems(OWN, GOOD)).toEqual([]);
    expect(problems(OWN, GOOD.replace('peek', 'Read').replace('role', 'name'))).toEqual([
      'warning frontmatter/missing-key “---”',
      'warning frontmatter/unknown-key “name”',
      'warning frontmatter/unknown-tool “Read”',
    ]);
  });

  test('offers its names for those of other runtimes', () => {
    const { problems: found } = analyze(OWN, GOOD.replace('peek', 'Read'));
    expect(found.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)))).toEqual([
      'peek',
    ]);
    expect([equivalentKey('tools', lark, ALL), equivalentTool('Read', lark, ALL)]).toEqual(['instruments', 'peek']);
  });

  test('runs the rules that hold for any prompt', () => {
    expect(problems(OWN, `${GOOD}\nSee [this](gone.md).\n`)).toEqual(['information structure/broken-link “gone.md”']);
  });

  test('of another’s file it says what costs it the agent, and all where it is asked', () => {
    expect(problems(CLAUDE, OF_CLAUDE)).toEqual(['information frontmatter/missing-key “---” lark']);
    expect(problems(CLAUDE, OF_CLAUDE, ['lark'])).toEqual([
      'warning frontmatter/missing-key “---” lark',
      'warning frontmatter/unknown-key “name” lark',
      'warning frontmatter/unknown-key “description” lark',
    ]);
    expect(problems(CLAUDE, OF_CLAUDE, ['claude-code'])).toEqual([]);
    expect(
      readSelection(
        ['lark'],
        ALL.map(({ id }) => id),
      ),
    ).toEqual({ selection: ['lark'], unknown: [] });
  });

  test('every effect that costs the agent is told, and no other', () => {
    const text = OF_CLAUDE.replace('name: rev', 'role: r\nname: rev\ninstruments: [Read]');
    expect(problems(CLAUDE, text).filter((each) => each.endsWith('lark'))).toEqual([
      'information frontmatter/unknown-tool “Read” lark',
    ]);
  });

  test('is printed as any other', () => {
    const { document, identity, problems: found } = analyze(OWN, '---\nname: x\n---\n');
    const { text, lines } = document;
    const [file] = JSON.parse(
      renderJson([{ path: OWN, dialect: identity.runtime, text, lines, problems: found }]),
    ).files;
    expect(file.dialect).toBe('lark');
    expect(file.problems[0]).toMatchObject({ code: 'frontmatter/missing-key', severity: 'warning' });
  });
});

describe('the editor', () => {
  test('completes its keys, tools and models', () => {
    const labels = (marked: string): string[] => {
      const offset = marked.indexOf('█');
      const document = parseDocument(`file:///p/${OWN}`, marked.replace('█', ''));
      return runtimeCompletion(document, lark, offset, { snippets: false }).map(({ label }) => label);
    };
    expect(labels('---\nrole: a\n█\n---\n')).toEqual(['instruments', 'voice']);
    expect(labels('---\ninstruments: [█]\n---\n')).toEqual(['peek', 'soar']);
    expect(labels('---\nvoice: █\n---\n')).toEqual(['dawn']);
  });

  test('explains its keys, and what it makes of the file', () => {
    const { document, foreign } = analyze(OWN, GOOD);
    const textAt = (offset: number): string => {
      const hover = foreign && runtimeHover(document, foreign, offset);
      return hover ? (hover.contents as { value: string }).value : '';
    };
    expect(textAt(GOOD.indexOf('instruments'))).toContain(lark.fields.get('instruments')?.description);
    for (const part of ['Lark', '0.9.1', '`rev`', '`peek`']) expect(textAt(1)).toContain(part);
  });

  test('is one of the readers on the fence of another’s file', () => {
    const { index, document, identity } = prepare(CLAUDE, OF_CLAUDE);
    const reports = () => matrixOfReaders(document, identity, loadAgent(document, identity, index));
    const hover = readersHover(null, { document, identity }, reports, 1);
    expect(hover?.contents).toMatchObject({ value: expect.stringMatching(/^- \*\*Lark\*\* \(.*\) .*`role`/m) });
  });
});

describe('inspect', () => {
  function inspect(path: string, text: string, all: boolean) {
    const { index, document, identity } = prepare(path, text);
    const asked = { as: undefined, all };
    const project = {
      index,
      identify: (each: typeof document, as: { readonly runtime: typeof lark } | undefined) =>
        (as && identityUnder(each, as.runtime, undefined)) ?? identity,
    };
    const reports = inspectDocument(document, identity, asked, project, ALL);
    return [{ path, dialect: identity.runtime, reports }];
  }

  const reportOf = (files: ReturnType<typeof inspect>) =>
    JSON.parse(inspectJson(files)).files[0].reports.find(({ runtime }: { runtime: string }) => runtime === 'lark');

  test('reports its own files', () => {
    expect(reportOf(inspect(OWN, GOOD, false))).toMatchObject({
      as: 'project',
      evidence: 'documentation',
      version: '0.9.1',
      outcome: 'loads',
      name: 'rev',
      tools: ['peek'],
    });
  });

  test('reports another’s that it reads', () => {
    expect(reportOf(inspect(CLAUDE, OF_CLAUDE, false))).toMatchObject({
      outcome: 'dropped',
      reason: 'frontmatter/missing-key',
      ignored: [{ field: 'name' }, { field: 'description' }],
    });
  });

  test('is asked with all the others, and says that it is not measured', () => {
    const files = inspect('.gemini/agents/rev.md', GOOD, true);
    expect(reportOf(files)).toMatchObject({ as: 'project', outcome: 'loads' });
    expect(inspectPretty(files)).toMatch(/^ {2}Lark 0\.9\.1 \(.*documentation.*\), as a project agent$/m);
  });
});

test('is listed, and has a page with its places, fields, tools and models', () => {
  expect(JSON.parse(runtimesJson(ALL)).runtimes.map(({ id }: { id: string }) => id)).toContain('lark');
  expect(runtimesPretty(ALL)).toContain('.lark/agents');
  const pages = renderRuntimePages(ALL);
  const content = pages.find(({ path }) => path === 'docs/runtimes/lark.md')?.content ?? '';
  for (const part of ['.lark/agents', '### instruments', '`soar`', '`dawn`', '0.9.1', 'documentation']) {
    expect(content).toContain(part);
  }
  expect(pages.find(({ path }) => path === 'docs/runtimes/README.md')?.content).toContain('(lark.md)');
});
