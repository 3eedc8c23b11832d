// Files a prompt sends the agent to: which sentences and paths count.
import { describe, expect, test } from 'vitest';
import { findings, marks } from '../harness/checkRule.ts';

const MISSING = 'structure/missing-file';

function body(text: string): string {
  return `---\nname: reviewer\ndescription: Reviews code\n---\n\n${text}\n`;
}

describe('missing files', () => {
  test.each<[string, readonly string[]]>([
    ['**→ See `docs/guide.md` for patterns.**', ['docs/guide.md']],
    ['For errors (see `docs/guide.md`), be kind.', ['docs/guide.md']],
    ['Before writing tests, read `docs/testing.md`.', ['docs/testing.md']],
    ['You must follow `docs/guide.md` and `.claude/rules/tests.md`.', ['docs/guide.md', '.claude/rules/tests.md']],
    ['Read\n`docs/guide.md`. Then read `docs/guide.md` again.', ['docs/guide.md']],
  ])('%j', (text, found) => {
    expect(marks(MISSING, body(text))).toEqual(found);
    expect(marks(MISSING, body(text).replaceAll('\n', '\r\n'))).toEqual(found);
  });

  test.each([
    'The planner reads `docs/guide.md`. You will see `docs/guide.md` in it. Units follow `docs/units.md`.',
    'Read files such as `docs/guide.md`. In each package, read `docs/guide.md`.',
    'If present, read:\n\n- `docs/a.md`\n- Read `docs/b.md`',
    'Read `docs/guide.md`.\n\nOtherwise, if it does not exist, ask.',
    'Read `docs/guide.md` (optional).',
    'Read `docs/guide.md`. `docs/guide.md` is then updated.',
    'Update `docs/guide.md`.\n\n## Later\n\nRead `docs/guide.md`.',
    'Check that the README says "see `docs/guide.md`".',
    'Read `docs/guide.md:12`, `/docs/a.md`, `~/docs/a.md`, `@docs/a.md`, `https://a.b/docs/a.md`, `docs/*.md`.',
    'Read `.planning/guide.md`, `docs/status.md` and `.claude/tasks/guide.md`. Follow `src/app.ts`.',
    '## Do not\n\n- Read `docs/guide.md`',
    '```text\nRead `docs/guide.md`\n```\n\n<example>\nRead `docs/guide.md`\n</example>',
  ])('says nothing of %j', (text) => {
    expect(marks(MISSING, body(text))).toEqual([]);
  });

  test('paths of agents that are not of the project mean the project they work in', () => {
    const text = body('Read `docs/guide.md`.');
    expect(marks(MISSING, text, { path: 'team/agents/reviewer.md' })).toEqual([]);
    expect(marks(MISSING, text, { path: 'reviewer.md' })).toEqual([]);
    expect(marks(MISSING, text, { path: 'app/.claude/agents/a/reviewer.md' })).toEqual(['docs/guide.md']);
  });

  test('a file in a folder above counts', () => {
    const options = { path: 'app/.claude/agents/reviewer.md', files: ['docs/guide.md'] };
    expect(marks(MISSING, body('Read `docs/guide.md` and `../../docs/guide.md`.'), options)).toEqual([]);
  });

  test('a file is reported once', () => {
    expect(marks(MISSING, body('Read `docs/guide.md`.\n\n'.repeat(50)))).toHaveLength(1);
  });

  test('many paths are read to their end', () => {
    const paths = Array.from({ length: 8000 }, (_, index) => `Read \`docs/guide${index}.md\`.`);
    expect(findings(MISSING, body(paths.join('\n\n'))).length).toBeGreaterThan(0);
  });
});
