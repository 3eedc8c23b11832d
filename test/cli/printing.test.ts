// What is printed steers no terminal and forges no line, whatever stands in a file or its name; JSON stays the same data.
import { afterAll, describe, expect, it } from 'vitest';
import { asciiControls, printableStyled } from '../../server/src/cli/output.ts';
import { printable, printableLine } from '../../server/src/util/printable.ts';
import { removeCliFolders, runCli } from '../harness/cli.ts';

afterAll(removeCliFolders);

const ESCAPE = '\u001b[31m\u001b]0;title\u0007\u009b2J\u007f';
const HOSTILE = `${ESCAPE}\u202egnp.exe\u2066\u2028\u2029\u200b\u{e0041}\ufeff`;
const PATH = `.claude/agents/a\u202eb\u001b[2J\nagentwright: c.md`;
const TEXT = `---\nname: reviewer\ndescription: Reviews code\ncolor: "te\\e[31mal\\u202E\\L\\P"\n"key${HOSTILE}": 1\n---\n\nSay ${HOSTILE}.\n`;
const CONTRACT = `---\nname: a\ndescription: b\noutput_schema:\n  required_sections:\n    - name: "Sum\\e[31m\\u202emary"\n      pattern: "^## Summary"\n---\n`;

/** Line feeds end lines; nothing else of this kind is printed. */
function raw(printed: string): readonly string[] {
  return Array.from(printed).filter((character) =>
    /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b\ufeff\u{e0041}]/u.test(character.replace('\n', '')),
  );
}

describe.each<[string, readonly string[]]>([
  ['check', ['check', PATH]],
  ['check for GitHub', ['check', PATH, '--format', 'github']],
  ['check as JSON', ['check', PATH, '--format', 'json']],
  ['check as SARIF', ['check', PATH, '--format', 'sarif']],
  ['inspect', ['inspect', PATH]],
  ['inspect as JSON', ['inspect', PATH, '--format', 'json']],
  ['verify', ['verify', 'contract.md', PATH]],
  ['verify as JSON', ['verify', 'contract.md', PATH, '--format', 'json']],
  ['card', ['card', PATH]],
  ['a file that is not there', ['check', `none${HOSTILE}.md`]],
  ['a rule that is not there', ['explain', `none${HOSTILE}`]],
  ['an option that is not there', ['check', `--${HOSTILE}`]],
])('%s', (_, args) => {
  const { stdout, stderr } = runCli(args, { files: { [PATH]: TEXT, 'contract.md': CONTRACT } });

  it('shows nothing raw', () => {
    expect((stdout + stderr).length).toBeGreaterThan(20);
    expect([raw(stdout), raw(stderr)]).toEqual([[], []]);
  });

  it('has no line that a file wrote', () => {
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('agentwright: c.md'))).toEqual([]);
  });

  it('is still read as JSON where it is', () => {
    if (args.includes('json') || args.includes('sarif')) expect(() => JSON.parse(stdout)).not.toThrow();
    else expect(stdout.startsWith('{')).toBe(false);
  });
});

it('JSON says the same as before', () => {
  const run = runCli(['inspect', PATH, '--format', 'json'], { files: { [PATH]: TEXT } });
  const [file] = JSON.parse(run.stdout).files;
  expect(file.path).toBe(PATH);
  expect(file.reports[0].ignored.map(({ field }: { field: string }) => field)).toContain(`key${HOSTILE}`);
});

describe('the functions', () => {
  it.each([
    ['\u001b[0m', '\\x1b[0m'],
    ['a\u202eb', 'a\\u202eb'],
    ['\u0085\u2028', '\\x85\\u2028'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud83d', '\\ud83d'],
    ['👩‍💻 می‌خواهم é 代理', '👩‍💻 می‌خواهم é 代理'],
  ])('%j becomes %j', (text, expected) => {
    expect([printable(text), printableLine(text)]).toEqual([expected, expected]);
  });

  it('line breaks stay only where lines are meant', () => {
    expect([printable('a\n\tb\r'), printableLine('a\n\tb\r')]).toEqual(['a\n\tb\\r', 'a\\n\\tb\\r']);
  });

  it('styles of ours pass, everything else does not', () => {
    expect(printableStyled('\u001b[31mred\u001b[39m\u001b[2J')).toBe('\u001b[31mred\u001b[39m\\x1b[2J');
  });

  it('JSON is escaped as JSON is', () => {
    const data = { [HOSTILE]: `${HOSTILE}"\\` };
    const json = asciiControls(JSON.stringify(data));
    expect(raw(json)).toEqual([]);
    expect(JSON.parse(json)).toEqual(data);
  });
});
