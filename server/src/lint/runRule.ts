// Runs one rule on one file of any kind: applies the setting, fills in messages, clamps ranges.
import { fillPlaceholders } from '../model/message.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { MessageSpec, Reporting, Rule } from '../rules/rule.ts';
import { type Span, wholeCharacters } from '../util/text.ts';
import type { RuleSetting } from './config.ts';

/** A hostile file can break one rule a million times over; nobody reads past the first few hundred. */
const MOST_READ = 500;

/** Who fixes all of them takes more at a time: after each time the whole file is looked at again. */
export const MOST_FIXED = 50_000;

export interface RunSettings {
  /** Undefined leaves the rule as declared. */
  readonly setting: RuleSetting | undefined;
  /** Ranges of problems are clamped to it and widened to whole characters. */
  readonly text: string;
  /** How many of the rule's problems are kept, the first ones; as many as somebody reads where it is left out. */
  readonly limit?: number;
  /** The rule's errors say why the file is lost, and no comment in the file may disable them. */
  readonly saysWhyLost?: boolean;
}

/** What of a rule its problems are made with. */
export type Declared = Pick<Rule, 'code' | 'severity' | 'messages'>;

/** `check` runs the rule; it is not called if the rule is off. */
export function problemsOf(
  rule: Declared,
  { setting, text: source, limit = MOST_READ, saysWhyLost = false }: RunSettings,
  check: (report: Reporting<string>['report']) => void,
): Problem[] {
  if (setting === 'off') return [];
  const found: Problem[] = [];
  check((key, span, details = {}) => {
    if (found.length >= limit) return;
    const { text, severity } = messageOf(rule, key);
    const values = details.values ?? {};
    found.push({
      code: rule.code,
      severity: setting ?? severity,
      span: wholeCharacters(source, clampSpan(span, source.length)),
      messageId: key,
      values,
      message: fillPlaceholders(text, values),
      fixes: (details.fixes ?? []).filter((fix) => fix !== undefined),
      ...(saysWhyLost && severity === 'error' ? { saysWhyLost: true } : {}),
      ...(details.addTo ? { addTo: details.addTo } : {}),
      ...(details.addNames ? { addNames: details.addNames } : {}),
      ...(details.unnecessary ? { unnecessary: true } : {}),
      ...(details.sensitive ? { sensitive: true } : {}),
      ...(details.related?.length ? { related: details.related } : {}),
    });
  });
  return found;
}

function messageOf(rule: Declared, key: string): { text: string; severity: Severity } {
  const message: string | MessageSpec | undefined = rule.messages[key];
  if (message === undefined) throw new Error(`rule ${rule.code} has no message ${key}`);
  return typeof message === 'string'
    ? { text: message, severity: rule.severity }
    : { text: message.text, severity: message.severity ?? rule.severity };
}

function clampSpan({ start, end }: Span, length: number): Span {
  const from = Math.max(0, Math.min(start, length));
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

export function byPosition(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || a.code.localeCompare(b.code);
}
