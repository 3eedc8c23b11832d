// docs/rules: a page for every rule, with its examples and what the engine really says about them, and a table of all.
import { renderPlainProblem } from '../../server/src/cli/reporters/pretty.ts';
import { type ExampleRun, pathInWorkspace, runOwnExample } from '../../server/src/cli/runExample.ts';
import { applyFix } from '../../server/src/lint/fix.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { unmark } from '../../server/src/rules/examples.ts';
import type { ExampleFile, InvalidExample, Rule } from '../../server/src/rules/rule.ts';
import { indexed } from '../../server/src/runtimes/registry.ts';
import { findHiddenRuns } from '../../server/src/text/hiddenCharacters.ts';
import { characterName } from '../../server/src/util/characters.ts';
import { renderEvidence } from './evidence.ts';
import type { GeneratedFile } from './generatedFile.ts';
import { codeBlock, GENERATED, list, page, table } from './markdown.ts';

export const RULE_PAGES_FOLDER = 'docs/rules';

export function renderRulePages(rules: readonly Rule[]): GeneratedFile[] {
  const pages = rules.map((rule) => ({ path: `${RULE_PAGES_FOLDER}/${rule.code}.md`, content: renderRulePage(rule) }));
  return [...pages, { path: `${RULE_PAGES_FOLDER}/README.md`, content: renderTablePage(rules) }];
}

/** The table of all rules, with links as seen from a page in `from`. */
export function renderRuleTable(rules: readonly Rule[], from: 'root' | 'rules'): string {
  const base = from === 'root' ? `${RULE_PAGES_FOLDER}/` : '';
  return table(
    ['Rule', 'Severity', 'Reports', 'Fix'],
    rules.map((rule) => [`[\`${rule.code}\`](${base}${rule.code}.md)`, severities(rule), rule.summary, fixOf(rule)]),
  );
}

function renderTablePage(rules: readonly Rule[]): string {
  return page(
    GENERATED,
    '# Rules',
    'Severity is what the runtime does. **error**: the agent does not load, or loads with dangerously wrong powers. **warning**: something you wrote is ignored, cut or changed. **information**: portability and good practice.',
    'A safe fix is certain and part of “fix all” and `--fix`; a suggestion is offered and never applied unasked.',
    renderRuleTable(rules, 'rules'),
  );
}

function renderRulePage(rule: Rule): string {
  const { invalid, valid } = rule.examples;
  return page(
    GENERATED,
    `# ${rule.code}`,
    rule.summary,
    `Severity: **${severities(rule)}** · Fix: ${fixOf(rule)}`,
    '## What happens, and why it matters',
    rule.rationale,
    invalid.length > 0 ? '## Reported' : '',
    ...invalid.map((example) => renderInvalid(rule, example)),
    valid.length > 0 ? '## Not reported' : '',
    ...valid.map((example) => page(...place(example), source(unmark(example.text).text, example.path)).trimEnd()),
    '## Where this is known from',
    list(rule.evidence.map(renderEvidence)),
    '## Turn it off',
    codeBlock('json', `{ "agentwright.rules": { "${rule.code}": "off" } }`),
  );
}

function renderInvalid(rule: Rule, example: InvalidExample): string {
  const run = runOwnExample(rule, example);
  const problem = run.problems[0];
  if (!problem) throw new Error(`rule ${rule.code} reports nothing for its example:\n${example.text}`);
  const fix = problem.fixes[0];
  return page(
    ...place(example),
    source(run.document.text, run.path),
    codeBlock('text', withHiddenShown(renderProblem(run, problem))),
    ...(fix ? [`*${fix.title}* gives:`, source(applyFix(run.document.text, fix), run.path)] : []),
  ).trimEnd();
}

function renderProblem({ document, path, problems }: ExampleRun, problem: Problem): string {
  const { text, lines } = document;
  return renderPlainProblem({ path, dialect: indexed.id, text, lines, problems }, problem, pathInWorkspace);
}

/** Where the example lies and what lies around it, where that matters. */
function place({ text, path, files, workspace, version }: ExampleFile): string[] {
  const notes = [
    version ? `with \`claudeCodeVersion\` ${version}` : '',
    path ? `in \`${path}\`` : '',
    files ? `with ${files.map((file) => `\`${file}\``).join(', ')} there` : '',
    workspace ? neighbours(Object.keys(workspace)) : '',
    /\r(?!\n)/.test(text) ? 'with CR line endings' : /\r\n/.test(text) ? 'with CRLF line endings' : '',
    text.startsWith('\uFEFF') ? 'with a byte order mark' : '',
  ].filter((note) => note !== '');
  return notes.length > 0 ? [`${notes.join(', ').replace(/^./, (first) => first.toUpperCase())}:`] : [];
}

const NEIGHBOURS_SHOWN = 3;

function neighbours(paths: readonly string[]): string {
  const shown = paths.slice(0, NEIGHBOURS_SHOWN).map((path) => `\`${path}\``);
  const more = paths.length > NEIGHBOURS_SHOWN ? ` and ${paths.length - NEIGHBOURS_SHOWN} more files` : '';
  return paths.length === 0 ? 'in a workspace without other agents' : `beside ${shown.join(', ')}${more}`;
}

/** The text of an example on a page, with line endings as the page has them. */
function source(text: string, path = ''): string {
  return codeBlock(
    path.endsWith('.json') ? 'json' : 'markdown',
    shortened(withHiddenShown(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))),
  );
}

const LINES_SHOWN = 30;
const CHARACTERS_SHOWN = 400;

/** Examples of what is too long are cut: nobody reads them to their end. */
function shortened(text: string): string {
  const lines = text.split('\n').map((line) => {
    const more = line.length - CHARACTERS_SHOWN;
    return more > 0 ? `${line.slice(0, CHARACTERS_SHOWN)}… (${more} more characters)` : line;
  });
  const more = lines.length - LINES_SHOWN;
  return more > 1 ? [...lines.slice(0, LINES_SHOWN), `… (${more} more lines)`].join('\n') : lines.join('\n');
}

/** What a reader of the page could not see as its code point: the page stays a text file, and shows what it is about. */
function withHiddenShown(text: string): string {
  const named = text.replaceAll('\0', '␀').replace(/[\u00A0\u3000]/g, shownAsCode);
  return findHiddenRuns(named).reduceRight(
    (shown, { span: { start, end } }) =>
      shown.slice(0, start) + shownAsCode(shown.slice(start, end)) + shown.slice(end),
    named,
  );
}

function shownAsCode(characters: string): string {
  return Array.from(characters, (each) => `⟨${characterName(each.codePointAt(0) ?? 0).replace(/ .*/, '')}⟩`).join('');
}

function severities(rule: Rule): string {
  const all = Object.values(rule.messages).map((message) =>
    typeof message === 'string' ? rule.severity : (message.severity ?? rule.severity),
  );
  const order = ['error', 'warning', 'information', 'hint'];
  return [...new Set(all)].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(', ');
}

/** What the examples' problems carry: nobody has to declare it. */
function fixOf(rule: Rule): string {
  const kinds = new Set(
    rule.examples.invalid.flatMap((example) =>
      runOwnExample(rule, example).problems.flatMap(({ fixes }) => fixes.map(({ kind }) => kind)),
    ),
  );
  if (kinds.has('safe')) return kinds.has('suggestion') ? 'safe, or a suggestion' : 'safe';
  return kinds.has('suggestion') ? 'suggestion' : 'none';
}
