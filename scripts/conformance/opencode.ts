// What OpenCode and Kilo hold of an agent: rules where the run did not list its tools, and a model in two parts.

import { heldRules, isLegacy } from '../../server/src/runtimes/opencode-v2/load.ts';
import type { LoadReport } from '../../server/src/runtimes/runtime.ts';
import { rulesOf } from '../../server/src/runtimes/shared/opencode/permissions.ts';
import type { MatterReading } from '../../server/src/runtimes/shared/opencode/read.ts';
import type { Outcome } from './runtimes.ts';

/** Their report is made of this reading. */
function readingOf({ reading }: LoadReport): MatterReading {
  return reading as MatterReading;
}

/** The rules of a file that changes an agent the runtime brings are shown mixed with those of that agent. */
function changesBuiltIn({ events }: LoadReport): boolean {
  return events.some(({ cause }) => cause === 'taken-name');
}

/** A model as it is held: of one without a slash, the provider. */
function heldModel({ model }: LoadReport): string | null {
  return model === null || model.includes('/') ? model : `${model}/`;
}

export function heldByV1(outcome: Outcome, report: LoadReport, text: string) {
  const { rules } = rulesOf(readingOf(report).values);
  const held = rules.map(({ permission, pattern, action }) => `${permission} ${pattern} ${action}`);
  return heldBy(outcome, report, text, [outcome.fields?.rules, held]);
}

export function heldByV2(outcome: Outcome, report: LoadReport, text: string) {
  const { values, entries } = readingOf(report);
  const { rules } = heldRules(values, isLegacy(entries));
  const held = rules.map(({ permission, pattern, action }) => [permission, pattern, action]);
  const measured = (outcome.fields?.permissions ?? []) as Record<string, string>[];
  return heldBy(outcome, report, text, [
    measured.map(({ action, resource, effect }) => [action, resource, effect]),
    held,
  ]);
}

function heldBy({ tools, model, fields = {} }: Outcome, report: LoadReport, text: string, rules: [unknown, unknown]) {
  const always = {
    model: [model, heldModel(report)],
    description: [fields.description, report.description ?? undefined],
    prompt: [fields.prompt, promptOf(report, text)],
  } as const;
  if (tools !== null) return always;
  return { ...always, tools: changesBuiltIn(report) ? ([null, null] as const) : rules };
}

/** How long the prompt is, in characters, and whether it is the body or the whole file. */
function promptOf(report: LoadReport, text: string): { length: number; source: string } {
  const { body, isRaw } = readingOf(report);
  // What is trimmed counts a byte order mark as a space.
  const prompt = (isRaw ? text : text.slice(body.start, body.end)).trim();
  return { length: [...prompt].length, source: prompt === '' ? 'empty' : isRaw ? 'file' : 'body' };
}
