// What is said about files of other runtimes than Claude Code: what their own loader does, and what is wrong with any prompt.

import { rules as allRules } from '../lint/allRules.ts';
import type { OtherReader } from '../lint/otherReaders.ts';
import type { AgentDocument } from '../model/document.ts';
import { eventRules, type ForeignLoad } from '../rules/events.ts';
import { rules as sharedRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { CODE_OF } from '../runtimes/causes.ts';
import { equivalentKey, equivalentTool } from '../runtimes/equivalents.ts';
import type { Owner } from '../runtimes/owner.ts';
import type { Reader } from '../runtimes/readers.ts';
import { runtimes } from '../runtimes/registry.ts';
import type { Place, Runtime } from '../runtimes/runtime.ts';
import { extentOf, type RuntimeSelection } from '../runtimes/selection.ts';

/** Null where the loader of the owner is not known. */
export function loadForeign(document: AgentDocument, { runtime, place }: Owner): ForeignLoad | null {
  return runtime && loadIn(document, runtime, place);
}

function loadIn(document: AgentDocument, runtime: Runtime, place: Place): ForeignLoad {
  return {
    runtime,
    report: runtime.load(document, place),
    equivalentOf: (kind, name) => (kind === 'key' ? equivalentKey : equivalentTool)(name, runtime, runtimes),
  };
}

/** What the runtimes that read a document besides its owner make of it, those left out whose place it is not after all. */
export function loadOthers(document: AgentDocument, others: readonly Reader[]): ForeignLoad[] {
  return others.map(({ runtime, place }) => loadIn(document, runtime, place)).filter((each) => !isElsewhere(each));
}

/** The runtimes whose problems are reported besides the owner's. In brief there is nothing to say for one that never loses. */
export function otherReaders(
  document: AgentDocument,
  others: readonly Reader[],
  selection: RuntimeSelection,
): OtherReader[] {
  return others.flatMap((reader) => {
    const extent = extentOf(reader.runtime.id, false, selection);
    if (extent === 'none' || (extent === 'brief' && losesNothing(document, reader))) return [];
    return loadOthers(document, [reader]).map((foreign) => ({ ...foreign, extent }));
  });
}

function losesNothing(document: AgentDocument, { runtime, place, neverLoses }: Reader): boolean {
  return neverLoses === true || runtime.losesNothing?.(document, place) === true;
}

/** The runtime does not read the file, because of its name or where it lies: that is nothing to tell of a file not its own. */
function isElsewhere({ report }: ForeignLoad): boolean {
  return report.events.some(({ cause }) => cause === 'wrong-place' || cause === 'wrong-file-name');
}

/** The codes of rules whose whole subject is what a loader reports: those of every runtime that a cause belongs to. */
const EVENT_CODES: ReadonlySet<string> = new Set(
  sharedRules.map(({ code }) => code as string).filter((code) => Object.values(CODE_OF).includes(code)),
);

/** Rules that read the text alone, and so hold for every runtime. */
function isTextRule({ code }: Rule): boolean {
  return code.startsWith('structure/') || code.startsWith('suppression/');
}

/** Where the owner is not reported for; whether a suppression is needed depends on all of its rules. */
export function textRules(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => isTextRule(rule) && !rule.code.startsWith('suppression/'));
}

let foreignRules: readonly Rule[] | undefined;

/** Of the rules asked for, those that hold for a file of another runtime, and one for each cause. */
export function rulesForForeign(rules: readonly Rule[]): readonly Rule[] {
  if (rules === allRules && foreignRules) return foreignRules;
  const shared = rules.filter((rule) => isTextRule(rule) || EVENT_CODES.has(rule.code));
  const found = [...shared, ...eventRules(EVENT_CODES)];
  if (rules === allRules) foreignRules = found;
  return found;
}
