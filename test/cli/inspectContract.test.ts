// `inspect --format json` is read by programs: every field of every report has the shape it is promised, for every runtime.
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { columnsOf } from '../../server/src/cli/reporters/columns.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { CODE_OF } from '../../server/src/runtimes/causes.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { CAUSES } from '../../server/src/runtimes/runtime.ts';
import { removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const IDS = runtimes.map(({ id }) => id);
const CODES: ReadonlySet<string> = new Set([...rules.map(({ code }) => code), ...Object.values(CODE_OF)]);
const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });
const event = z.strictObject({
  cause: z.enum(CAUSES),
  effect: z.enum([
    'drops-file',
    'blocks-project',
    'takes-raw-file',
    'grants-more',
    'grants-less',
    'ignores',
    'changes',
    'none',
  ]),
  field: z.string().min(1).nullable(),
  // A place of a value that nothing fills would show its braces.
  message: z
    .string()
    .min(1)
    .regex(/^[^{}]*$/),
  range: z.strictObject({ start: position, end: position }),
});
const names = z.array(z.string());
/** With `--all`. */
const compared = z.strictObject({
  owner: z.enum(IDS as [string]).nullable(),
  standing: z.enum(['owner', 'reader', 'elsewhere']),
  kept: z.union([z.literal('all'), names, z.null()]),
  lost: names.nullable(),
  widened: z.union([z.literal('all'), names, z.null()]),
  prompt: z.enum(['whole', 'cut', 'more', 'empty', 'raw-file']).nullable(),
});
/** Claude Code’s reports say more. */
const report = z.looseObject({
  runtime: z.enum(IDS as [string]),
  as: z.enum(['project', 'user', 'plugin', 'extension']),
  evidence: z.enum(['measured', 'documentation']),
  version: z.string().regex(/^\d+\.\d+/),
  outcome: z.enum(['loads', 'changed', 'dropped', 'raw-prompt', 'blocks-project']),
  loads: z.boolean(),
  name: z.string().nullable(),
  id: z.string().nullable(),
  reason: z
    .string()
    .refine((code) => CODES.has(code))
    .nullable(),
  tools: z.union([z.literal('inherit'), z.array(z.string()), z.null()]),
  model: z.string().nullable(),
  ignored: z.array(z.strictObject({ field: z.string().min(1), reason: z.string().min(1) })),
  events: z.array(event),
  compared: compared.optional(),
});
const answer = z.strictObject({
  files: z.array(z.strictObject({ path: z.string(), dialect: z.string(), reports: z.array(report) })),
});
type Report = z.output<typeof report>;

const HEAD = '---\nname: rev\ndescription: Reviews code\n';
const TEXTS: Readonly<Record<string, string>> = {
  good: `${HEAD}tools: Read, Grep\nmodel: opus\n---\n\nYou review.\n`,
  troubled: '---\nname: rev\ndescription: Use when: asked\ntools: [Grpe]\nmodel: 5\ncolour: red\n---\n\nYou review.\n',
  nested: `${HEAD}mcp-servers:\n  a: {type: local, command: 1}\nhandoffs: [{label: 1}]\n---\n\nYou review.\n`,
  unclosed: `${HEAD}\nYou review.\n`,
  bare: 'You review.\n',
  list: '---\n- a\n---\n\nYou review.\n',
  broken: '---\nname: "rev\n---\n\nYou review.\n',
  empty: '',
};

function inspect(files: Readonly<Record<string, string>>, args: readonly string[]): z.output<typeof answer>['files'] {
  const run = runCli(['inspect', ...Object.keys(files), ...args, '--format', 'json'], { files });
  expect(run.stderr).toBe('');
  return answer.parse(JSON.parse(run.stdout)).files;
}

function allOf(folder: string, extension = '.md'): Record<string, string> {
  return Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`${folder}/${name}${extension}`, text]));
}

function expectConsistent({ outcome, loads, name, reason, events }: Report): void {
  const exists = ['loads', 'changed', 'raw-prompt'].includes(outcome);
  expect(loads).toBe(exists);
  expect(name !== null).toBe(exists);
  expect(reason === null).toBe(exists);
  const starts = events.map(({ range }) => range.start.line);
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
}

describe('every report', () => {
  test.each([
    ['.claude/agents', '.md'],
    ['.github/agents', '.agent.md'],
    ['.gemini/agents', '.md'],
    ['.kiro/agents', '.md'],
    ['notes', '.md'],
  ])('of files in %s', (folder, extension) => {
    const files = allOf(folder, extension);
    for (const { reports } of inspect(files, ['--all'])) {
      expect(new Set(reports.map(({ runtime }) => runtime))).toEqual(new Set(IDS));
      reports.forEach(expectConsistent);
      const rows = reports.flatMap(({ compared: row }) => row ?? []);
      expect(rows).toHaveLength(IDS.length);
      expect(new Set(rows.map(({ owner }) => owner)).size).toBe(1);
    }
  });
});

describe('whose report', () => {
  const readers = (path: string, args: readonly string[] = []): string[] =>
    inspect({ [path]: TEXTS.good ?? '' }, args).flatMap(({ reports }) => reports.map(({ runtime }) => runtime));

  test.each([
    ['.claude/agents/rev.md', ['claude-code', 'vscode', 'copilot-cli', 'cursor']],
    ['.claude/agents/team/rev.md', ['claude-code', 'copilot-cli']],
    ['.github/agents/rev.agent.md', ['vscode', 'copilot-cli']],
    ['.gemini/agents/rev.md', ['gemini-cli']],
    ['.kiro/agents/rev.md', ['kiro']],
    ['.junie/agents/rev.md', []],
  ])('%s: one for each reader, the owner first', (path, expected) => {
    expect(readers(path)).toEqual(expected);
  });

  test.each(IDS)('--as %s asks it alone', (id) => {
    expect(readers('.claude/agents/team/rev.md', ['--as', id])).toEqual([id]);
  });

  test('--all asks the readers in their places, and the others as if it stood in theirs', () => {
    const [file] = inspect({ '.claude/agents/team/rev.md': TEXTS.good ?? '' }, ['--all']);
    const named = file?.reports.map(({ runtime, name }) => [runtime, name]);
    expect(named?.slice(0, 2)).toEqual([
      ['claude-code', 'rev'],
      ['copilot-cli', 'team--rev'],
    ]);
    expect(named?.map(([runtime]) => runtime).sort()).toEqual([...IDS].sort());
  });

  test('what a name in a URI escapes is no part of an agent’s name', () => {
    const [file] = inspect({ '.claude/agents/my rev.md': TEXTS.good ?? '' }, []);
    expect(file?.reports.find(({ runtime }) => runtime === 'copilot-cli')?.name).toBe('my rev');
  });
});

test('without --all nothing is compared', () => {
  const [file] = inspect({ '.claude/agents/rev.md': TEXTS.good ?? '' }, []);
  expect(file?.reports.map((each) => 'compared' in each)).toEqual([false, false, false, false]);
});

test('pretty output fits in 80 columns', () => {
  const files = { ...allOf('.claude/agents'), ...allOf('.gemini/agents') };
  const { stdout } = runCli(['inspect', '.', '--all'], { files });
  const lines = stdout.split('\n');
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
});
