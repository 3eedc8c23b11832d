// Runs rules over a document. A rule that throws is reported to the caller and the others still run.
import type { Dialect, LoadReport, LoadScope } from '../dialects/dialect.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { FileView, MessageSpec, ReportOptions, Rule } from '../rules/rule.ts';
import type { Span } from '../util/text.ts';

export interface LintOptions {
  readonly dialect: Dialect;
  readonly scope: LoadScope;
  readonly rules: readonly Rule[];
  readonly files: FileView;
  /** Called for a rule that threw; that rule's problems are lost, nothing else is. */
  onRuleError(code: string, error: unknown): void;
  /** Asked between rules; true ends the run, which then answers null. */
  isCancelled?(): boolean;
}

export interface LintResult {
  readonly load: LoadReport;
  /** In order of position. */
  readonly problems: readonly Problem[];
}

/** Answers null where cancelled. */
export function lint(document: AgentDocument, options: LintOptions): LintResult | null {
  const load = options.dialect.load(document, { scope: options.scope });
  const problems: Problem[] = [];
  for (const rule of options.rules) {
    if (options.isCancelled?.()) return null;
    try {
      problems.push(...runRule(rule, document, load, options));
    } catch (error) {
      options.onRuleError(rule.code, error);
    }
  }
  return { load, problems: problems.sort(byPosition) };
}

function runRule(rule: Rule, document: AgentDocument, load: LoadReport, options: LintOptions): Problem[] {
  const found: Problem[] = [];
  const report = (key: string, span: Span, details: ReportOptions = {}): void => {
    const { text, severity } = messageOf(rule, key);
    found.push({
      code: rule.code,
      severity,
      span: clampSpan(span, document.text.length),
      message: fillPlaceholders(text, details.values ?? {}),
      fixes: (details.fixes ?? []).filter((fix) => fix !== undefined),
      ...(details.unnecessary ? { unnecessary: true } : {}),
    });
  };
  rule.check({ document, dialect: options.dialect, scope: options.scope, load, files: options.files, report });
  return found;
}

function messageOf(rule: Rule, key: string): { text: string; severity: Severity } {
  const message: string | MessageSpec | undefined = rule.messages[key];
  if (message === undefined) throw new Error(`rule ${rule.code} has no message ${key}`);
  return typeof message === 'string'
    ? { text: message, severity: rule.severity }
    : { text: message.text, severity: message.severity ?? rule.severity };
}

export function fillPlaceholders(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function clampSpan({ start, end }: Span, length: number): Span {
  const from = Math.max(0, Math.min(start, length));
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

function byPosition(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.code.localeCompare(b.code);
}
