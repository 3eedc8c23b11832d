// The tools an agent has in one runtime compared with those its owner grants, by what tools do and not by their names.
import { type Granted, grantedTools } from '../runtimes/granted.ts';
import {
  CANONICAL_TOOLS,
  type CanonicalTool,
  coveredBy,
  type LoadReport,
  type Runtime,
  type ToolVocabulary,
} from '../runtimes/runtime.ts';

/** `all`: every tool of the session, whatever that is. */
export type Tools = 'all' | readonly string[];

/** Plain data. Each list in order of writing, or of the vocabulary where nothing is written. */
export interface ToolComparison {
  /** What the agent has, in the names of this runtime. */
  readonly granted: Tools;
  /** Taken from `all`, in the names of this runtime. Empty beside a list. */
  readonly except: readonly string[];
  /** What the owner grants and the agent has here too, in the owner's names. `all` where both grant whatever there is. */
  readonly kept: Tools;
  /** What the owner grants and the agent does not have here, in the owner's names. */
  readonly lost: readonly string[];
  /** What the agent has here although the owner does not grant it, in the names of this runtime. */
  readonly widened: Tools;
  /** Why it has more than is written, as far as the runtime itself is asked. Sentences in Markdown. */
  readonly why: readonly string[];
}

interface Side {
  readonly tools: ToolVocabulary;
  readonly granted: Granted;
  /** What it can do; tools that only this runtime has are not among them. */
  readonly powers: ReadonlySet<CanonicalTool>;
}

export interface Loaded {
  readonly runtime: Pick<Runtime, 'tools'>;
  readonly report: LoadReport;
}

/**
 * Null where the runtime has no notion of tools, or no agent comes to exist. Where that holds for the owner (null for a
 * file without one), nothing is kept, lost or widened.
 */
export function compareTools(loaded: Loaded, owner: Loaded | null): Omit<ToolComparison, 'why'> | null {
  const here = sideOf(loaded);
  if (!here) return null;
  const there = owner && sideOf(owner);
  const { granted } = here;
  const own = {
    granted: granted.inherits ? 'all' : granted.names,
    except: granted.inherits ? granted.denied : [],
  } as const;
  if (!there || loaded.runtime === owner?.runtime) return { ...own, kept: own.granted, lost: [], widened: [] };
  const lost = there.granted.inherits ? lostOfAll(there, here) : lostOfList(there, here);
  return { ...own, kept: keptOf(there.granted, here.granted, lost), lost, widened: widenedBy(here, there) };
}

function sideOf({ runtime: { tools }, report }: Loaded): Side | null {
  const granted = grantedTools(report);
  if (!granted) return null;
  const counted = report.isRemainder ? withoutOwn(granted, tools) : granted;
  return { tools, granted: counted, powers: powersOf(tools, counted) };
}

/** What is left of all tools is all but those that are not left. */
function withoutOwn({ names }: Granted, { all }: ToolVocabulary): Granted {
  const left = new Set(names);
  return { inherits: true, names: [], denied: all.flatMap(({ value }) => (left.has(value) ? [] : [value])) };
}

function powersOf(tools: ToolVocabulary, { inherits, names, denied }: Granted): Set<CanonicalTool> {
  const powers = new Set(
    inherits
      ? CANONICAL_TOOLS.filter((tool) => tools.own(tool) !== null)
      : names.flatMap((name) => coveredBy(tools, name)),
  );
  for (const name of denied) for (const tool of coveredBy(tools, name)) powers.delete(tool);
  return powers;
}

function keptOf(there: Granted, here: Granted, lost: readonly string[]): Tools {
  if (!there.inherits) return there.names.filter((name) => !lost.includes(name));
  return here.inherits ? 'all' : here.names;
}

/** The owner grants whatever there is: lost is what this runtime has too, and does not give. */
function lostOfAll(there: Side, here: Side): string[] {
  const missing = [...there.powers].filter((tool) => here.tools.own(tool) !== null && !here.powers.has(tool));
  return namesOf(missing, there.tools);
}

/** Of a name that gives several things, the one counts that it stands for first. */
function lostOfList({ granted, tools }: Side, here: Side): string[] {
  return granted.names.filter((name) => {
    const covered = coveredBy(tools, name);
    if (covered.length === 0) return !isThere(name, tools, here);
    const main = tools.canonical(name);
    const isKept =
      main && covered.includes(main) ? here.powers.has(main) : covered.some((tool) => here.powers.has(tool));
    return !isKept && !hasNoTools(here);
  });
}

/** Its documentation lists no tools: whatever it has, an agent that inherits has it. */
function hasNoTools({ tools, granted }: Side): boolean {
  return tools.all.length === 0 && granted.inherits;
}

/** A tool without equals: of a server, an extension, or the owner alone. One of a server is there for who inherits. */
function isThere(name: string, owner: ToolVocabulary, { granted, tools }: Side): boolean {
  if (granted.denied.includes(name)) return false;
  if (!granted.inherits) return granted.names.includes(name);
  const isOwners = owner.all.some(({ value }) => value === name);
  return !isOwners || tools.all.some(({ value }) => value === name);
}

/** A tool that can do what another does: who creates files anew can change them. */
const IMPLIED: Readonly<Partial<Record<CanonicalTool, CanonicalTool>>> = { edit: 'write' };

function widenedBy(here: Side, there: Side): Tools {
  if (here.granted.inherits && !there.granted.inherits) return 'all';
  const isGranted = (tool: CanonicalTool): boolean => {
    // What is taken away by name is meant to be away.
    const implying = there.granted.inherits ? undefined : IMPLIED[tool];
    return there.powers.has(tool) || (implying !== undefined && there.powers.has(implying));
  };
  // What the owner has no tool for it cannot have meant to leave out.
  const gained = [...here.powers].filter((tool) => there.tools.own(tool) !== null && !isGranted(tool));
  return here.granted.inherits ? [...namesOf(gained, here.tools), ...notDenied(here, there)] : givers(gained, here);
}

/** Tools without equals that the owner takes away. */
function notDenied(here: Side, there: Side): string[] {
  const taken = new Set(here.granted.denied);
  return there.granted.denied.filter((name) => {
    const isSpecial = coveredBy(there.tools, name).length === 0 && isThere(name, there.tools, here);
    return !taken.has(name) && (isSpecial || hasNoTools(here));
  });
}

/** The names that give what was gained, as they are written. */
function givers(gained: readonly CanonicalTool[], { granted, tools }: Side): string[] {
  return granted.names.filter((name) => coveredBy(tools, name).some((tool) => gained.includes(tool)));
}

function namesOf(canonical: readonly CanonicalTool[], tools: ToolVocabulary): string[] {
  return [...new Set(canonical.flatMap((tool) => tools.own(tool) ?? []))];
}
