// `agentwright explain`: what a rule reports, why it matters, where the facts come from, and examples with their output.
import pc from 'picocolors';
import { RULE_DOCS_URL } from '../features/ruleDocs.ts';
import { rules } from '../lint/allRules.ts';
import { applyFix } from '../lint/fix.ts';
import type { InvalidExample, Rule } from '../rules/rule.ts';
import { indexed } from '../runtimes/registry.ts';
import { nearest } from '../util/similar.ts';
import { displayLine, wrap } from './reporters/columns.ts';
import { renderPlainProblem } from './reporters/pretty.ts';
import { runOwnExample } from './runExample.ts';

const WIDTH = 100;
const INDENT = '    ';

/** Every rule on one line. */
export function listRules(): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  return rules.map(({ code, summary }) => `${code.padEnd(width)}  ${plain(summary)}`).join('\n');
}

/** Null for an unknown code. */
export function explainRule(code: string, color: boolean): string | null {
  const rule = rules.find((each) => each.code === code);
  if (!rule) return null;
  const colors = pc.createColors(color);
  return [
    `${colors.bold(rule.code)}  ${severities(rule)}`,
    paragraph(rule.summary),
    paragraph(rule.rationale),
    ...rule.examples.invalid.map((example) => renderExample(rule, example)),
    colors.bold('Sources'),
    ...rule.evidence.map(({ source, detail, url, verifiedOn }) =>
      paragraph(`- ${source} (${verifiedOn}): ${detail}${url ? ` ${url}` : ''}`),
    ),
    `${RULE_DOCS_URL}${rule.code}.md`,
  ].join('\n\n');
}

/** The code that was probably meant: in full, or without its group. */
export function meantCode(code: string): string | undefined {
  const codes = rules.map((rule) => rule.code);
  const nameOf = (each: string): string => each.slice(each.indexOf('/') + 1);
  const name = nearest(nameOf(code), codes.map(nameOf));
  return name === undefined ? undefined : codes.find((each) => nameOf(each) === name);
}

function renderExample(rule: Rule, example: InvalidExample): string {
  const run = runOwnExample(rule, example);
  const { document, path, problems } = run;
  const [problem] = problems;
  if (!problem) return '';
  const { text, lines } = document;
  const report = renderPlainProblem({ path, dialect: indexed.id, text, lines, problems }, problem);
  const fix = problem.fixes[0];
  const fixed = fix ? ['', `${fix.title}:`, indented(applyFix(text, fix))] : [];
  return ['Reported:', indented(text), '', indented(report), ...fixed].join('\n');
}

function severities({ messages, severity }: Rule): string {
  const all = Object.values(messages).map((message) =>
    typeof message === 'string' ? severity : (message.severity ?? severity),
  );
  return [...new Set(all)].join(', ');
}

function paragraph(markdown: string): string {
  return wrap(plain(markdown), WIDTH).join('\n');
}

/** Removes bold, which a terminal does not show; keeps backticks, which set names apart from words. */
function plain(markdown: string): string {
  return markdown.replaceAll('**', '');
}

function indented(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  return lines.map((line) => `${INDENT}${displayLine(line)}`.trimEnd()).join('\n');
}
