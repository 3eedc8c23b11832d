// `explain`, `schema` and `lsp`: what the command knows besides checking.

import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/host/paths.ts';
import { explainRule } from '../../server/src/cli/explain.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { findings, ruleByCode } from '../harness/checkRule.ts';
import { removeCliFolders, runCli } from '../harness/cli.ts';
import { startLspClient } from '../harness/lspClient.ts';

afterAll(removeCliFolders);

describe('explain', () => {
  it('says what a rule reports, why, and where that is known from', () => {
    const { summary, rationale, evidence } = ruleByCode('frontmatter/no-tools');
    const { exitCode, stdout } = runCli(['explain', 'frontmatter/no-tools']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^frontmatter\/no-tools {2}warning, error, information\n\n/);
    for (const text of [summary, rationale, ...evidence.map(({ detail }) => detail)]) {
      expect(inOneLine(stdout)).toContain(inOneLine(text.replaceAll('**', '')));
    }
    expect(stdout).toContain('    4:1  warning  frontmatter/no-tools\n    4 │ tools:\n      │ ^^^^^\n');
    expect(stdout.trimEnd().endsWith('docs/rules/frontmatter/no-tools.md')).toBe(true);
  });

  it('shows what a fix gives', () => {
    const text = '---\nname: reviewer\ndescription: Reviews code\ncolor: magenta\n---\nReview.\n';
    const [finding] = findings('frontmatter/unknown-color', text);
    const { stdout } = runCli(['explain', 'frontmatter/unknown-color']);
    expect(stdout).toContain(`\n${finding?.problem.fixes[0]?.title}:\n    ---\n    name: reviewer\n`);
  });

  it('explains every rule', () => {
    for (const rule of rules) {
      const text = explainRule(rule.code, false) ?? '';
      expect(text.startsWith(`${rule.code}  `), rule.code).toBe(true);
      expect(text.endsWith(`docs/rules/${rule.code}.md`), rule.code).toBe(true);
      const reported = text.match(new RegExp(`^ {4}\\d+:\\d+ {2}\\w+ {2}${rule.code}(?: |$)`, 'gm')) ?? [];
      expect(reported, rule.code).toHaveLength(rule.examples.invalid.length);
    }
  });

  it.each([
    ['frontmatter/repared', 'frontmatter/repaired'],
    ['repaired', 'frontmatter/repaired'],
    ['zzz', undefined],
  ])('does not know %s, and names what may be meant', (code, meant) => {
    const { exitCode, stderr } = runCli(['explain', code]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(code);
    const named = rules.filter((rule) => stderr.includes(rule.code)).map((rule) => rule.code);
    expect(named).toEqual(meant === undefined ? [] : [meant]);
  });

  it('lists the rules', () => {
    const { exitCode, stdout } = runCli(['explain']);
    expect(exitCode).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(rules.map(({ code }) => code));
  });
});

describe('schema', () => {
  it('describes the fields and allows others', () => {
    const { exitCode, stdout } = runCli(['schema', 'claude-code']);
    expect(exitCode).toBe(0);
    const schema = JSON.parse(stdout);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['name', 'description'],
      additionalProperties: true,
    });
    expect(schema.properties.color.enum).toContain('cyan');
    expect(schema.properties.maxTurns.anyOf).toContainEqual(expect.objectContaining({ type: 'integer', minimum: 1 }));
    const silent = Object.entries(schema.properties).filter(
      ([, each]) => !(each as { description?: string }).description,
    );
    expect(silent).toEqual([]);
  });

  it('knows no other dialect', () => {
    const { exitCode, stderr } = runCli(['schema', 'cobol']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('claude-code');
  });
});

describe('lsp', () => {
  it('is the language server', async () => {
    const command = [join(repositoryRoot, 'dist', 'cli.js'), 'lsp', '--stdio', '--clientProcessId=1'];
    const client = await startLspClient({ command });
    expect(client.initialized.serverInfo?.name).toBe('agentwright');
    const uri = 'file:///workspace/.claude/agents/a.md';
    client.open(uri, '---\nname: a\ndescription: b\ncolor: teal\n---\nReview.\n');
    expect((await client.published(uri, 1)).map(({ code }) => code)).toEqual(['frontmatter/unknown-color']);
    await client.stop();
  });

  it('wants to be told how to speak', () => {
    const { exitCode, stderr } = runCli(['lsp']);
    expect([exitCode, stderr]).toEqual([2, "agentwright: required option '--stdio' not specified\n"]);
  });
});

/** Without the breaks a terminal's width makes. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
