// What holds for every conversion: the target loads it, it is the same agent but for what is said to be lost, and nobody
// gets more powers without a word. Agents that real runtimes were measured on, for every runtime there is.
import { describe, expect, test } from 'vitest';
import type { SetRow } from '../../scripts/conformance/runtimes.ts';
import { rowsOf } from '../../scripts/conformance/sets.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { type Converted, convert, isWider } from '../../server/src/portability/convert.ts';
import type { Loss, LossSubject } from '../../server/src/portability/loss.ts';
import { lossesBetween } from '../../server/src/portability/losses.ts';
import { grantedTools } from '../../server/src/runtimes/granted.ts';
import type { AgentMeaning } from '../../server/src/runtimes/meaning.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import {
  CANONICAL_TOOLS,
  type CanonicalTool,
  comesToExist,
  coveredBy,
  type LoadReport,
  type Runtime,
} from '../../server/src/runtimes/runtime.ts';
import { type Convertible, measuredAgents, sampleAgents } from '../harness/convertible.ts';

/** One of so many is converted: each for eleven runtimes, and back. With WHOLE_SETS all agents of the sets are. */
const SHARE = 4;
const measured = process.env.WHOLE_SETS
  ? measuredAgents((file) => rowsOf<SetRow>(file).rows)
  : measuredAgents().filter((_, index) => index % SHARE === 0);
const agents = [...measured, ...sampleAgents()];

interface Case extends Convertible {
  readonly source: AgentMeaning;
  readonly converted: Converted;
}

function casesFor(to: Runtime): Case[] {
  return agents.map((agent) => {
    const source = agent.from.meaning(agent.document, agent.place);
    const converted = convert({ ...agent, to });
    if (!source || !converted.ok) throw new Error(`${agent.id} is not converted for ${to.id}`);
    return { ...agent, source, converted };
  });
}

const isAbout = (losses: readonly Loss[], subject: LossSubject) => losses.some(({ about }) => about === subject);
const inLines = (prompt: string) => prompt.replace(/\r\n?/g, '\n').trim();
const documentAt = ({ path, text }: Converted) => parseDocument(`file:///project/${encodeURI(path)}`, text);

/** What an agent can do by what its loader says, without the detour of its meaning. */
function powersOf({ tools }: Runtime, report: LoadReport): CanonicalTool[] {
  const granted = grantedTools(report);
  if (!granted) return [];
  const named = (names: readonly string[]) => names.flatMap((name) => coveredBy(tools, name));
  const listed = named(granted.names);
  const denied = named(granted.denied);
  const all = CANONICAL_TOOLS.filter((tool) => tools.own(tool) !== null);
  return granted.inherits ? all.filter((tool) => !denied.includes(tool)) : listed;
}

/** Asking changes nothing, and who reads a folder's files may know their names. */
const isHarmless = (tool: CanonicalTool): boolean => tool === 'ask' || tool === 'list';

describe.each(runtimes)('to $label', (to) => {
  const cases = casesFor(to);

  test('its own loader takes the file, as it is written', () => {
    const faults = cases.flatMap(({ id, from, source, converted }) => {
      const { outcome, events } = to.load(documentAt(converted), converted.place);
      if (!comesToExist({ outcome }) || outcome === 'raw-prompt') return [`${id}: ${outcome}`];
      // What is kept of a file of the same runtime is as good or bad as it was.
      const told = from === to ? [] : events.filter(({ effect }) => effect !== 'none' && effect !== 'ignores');
      const expected = source.tools.allowed.length === 0 || to.id === 'qwen-code' ? ['no-tools'] : [];
      return told.filter(({ cause }) => !expected.includes(cause)).map(({ cause }) => `${id}: ${cause}`);
    });
    expect(faults).toEqual([]);
  });

  test('name, description and prompt are the same, or said not to be', () => {
    const faults = cases.flatMap(({ id, source, converted }) => {
      const { meaning, losses } = converted;
      const changed: LossSubject[] = [
        ...(meaning.name === source.name ? [] : ['name' as const]),
        ...((meaning.description ?? '').trim() === (source.description ?? '').trim() ? [] : ['description' as const]),
        ...(inLines(meaning.prompt) === inLines(source.prompt) ? [] : ['prompt' as const]),
      ];
      return changed.filter((each) => !isAbout(losses, each)).map((each) => `${id}: ${each}`);
    });
    expect(faults).toEqual([]);
  });

  test('whoever can do more than before is said to', () => {
    const faults = cases.flatMap(({ id, from, place, document, converted }) => {
      const before = powersOf(from, from.load(document, place));
      const after = powersOf(to, to.load(documentAt(converted), converted.place));
      // What Cursor and Kiro take away by other fields than `tools` is not in their reports.
      const taken = to.evidence.source === 'documentation' ? converted.meaning.tools.denied : [];
      const more = after.filter(
        (tool) => !taken.includes(tool) && !before.includes(tool) && from.tools.own(tool) !== null && !isHarmless(tool),
      );
      return isWider(converted) ? [] : more.map((tool) => `${id}: ${tool}`);
    });
    expect(faults).toEqual([]);
  });

  test('converted back it means the same, but for what is lost on the way', () => {
    const faults = cases.flatMap(({ id, from, source, converted }) => {
      const back = convert({ document: documentAt(converted), from: to, place: converted.place, to: from });
      if (!back.ok) return [`${id}: not converted back`];
      const told = new Set([...converted.losses, ...back.losses].map(({ about }) => about));
      const lost = lossesBetween({ source, target: back.meaning, from, to: from, isModelChosen: false });
      return lost.filter(({ about }) => !told.has(about)).map(({ message }) => `${id}: ${message}`);
    });
    expect(faults).toEqual([]);
  });
});

// In the whole sets some have names, descriptions and keys that we do not write.
test('of a file of the same runtime nothing is lost but what had no effect', () => {
  const faults = [...measuredAgents(), ...sampleAgents()].flatMap(({ id, from, place, document }) => {
    const converted = convert({ document, from, place, to: from });
    if (!converted.ok) return [`${id}: not converted`];
    const rest = from.meaning(document, place)?.rest ?? [];
    const dead = new Set(rest.filter(({ why }) => why !== 'own').map(({ field }) => field));
    return converted.losses.filter(({ field }) => !dead.has(field)).map(({ message }) => `${id}: ${message}`);
  });
  expect(faults).toEqual([]);
});
