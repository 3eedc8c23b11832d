// What holds for every conversion: the target loads it, it is the same agent but for what is said to be lost, and nobody
// gets more powers without a word. Agents that real runtimes were measured on, for every runtime there is.
import { describe, expect, test } from 'vitest';
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
import { type Convertible, measuredAgents } from '../harness/convertible.ts';

/** One of so many is converted: each for eleven runtimes, and back. */
const SHARE = 4;
const agents = measuredAgents().filter((_, index) => index % SHARE === 0);

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
  return granted.inherits ? CANONICAL_TOOLS.filter((tool) => !denied.includes(tool)) : listed;
}

/** Asking changes nothing, and who reads a folder's files may know their names. */
const isHarmless = (tool: CanonicalTool): boolean => tool === 'ask' || tool === 'list';

describe.each(runtimes)('to $label', (to) => {
  const cases = casesFor(to);

  test('its own loader takes the file, as it is written', () => {
    for (const { id, from, source, converted } of cases) {
      const { outcome, events } = to.load(documentAt(converted), converted.place);
      expect(comesToExist({ outcome }) && outcome !== 'raw-prompt', id).toBe(true);
      // What is kept of a file of the same runtime is as good or bad as it was.
      const faults = from === to ? [] : events.filter(({ effect }) => effect !== 'none' && effect !== 'ignores');
      const expected = source.tools.allowed.length === 0 || to.id === 'qwen-code' ? ['no-tools'] : [];
      expect(expected, id).toEqual(expect.arrayContaining(faults.map(({ cause }) => cause)));
    }
  });

  test('name, description and prompt are the same, or said not to be', () => {
    for (const { id, source, converted } of cases) {
      const { meaning, losses } = converted;
      const changed = [
        ...(meaning.name === source.name ? [] : ['name']),
        ...((meaning.description ?? '').trim() === (source.description ?? '').trim() ? [] : ['description']),
        ...(inLines(meaning.prompt) === inLines(source.prompt) ? [] : ['prompt']),
      ];
      expect(
        changed.filter((each) => !isAbout(losses, each as LossSubject)),
        id,
      ).toEqual([]);
    }
  });

  test('whoever can do more than before is said to', () => {
    for (const { id, from, place, document, converted } of cases) {
      const before = powersOf(from, from.load(document, place));
      const after = powersOf(to, to.load(documentAt(converted), converted.place));
      // What Cursor and Kiro take away by other fields than `tools` is not in their reports.
      const taken = to.evidence.source === 'documentation' ? converted.meaning.tools.denied : [];
      const more = after.filter(
        (tool) => !taken.includes(tool) && !before.includes(tool) && from.tools.own(tool) !== null && !isHarmless(tool),
      );
      expect(isWider(converted) || more.length === 0, `${id}: ${more.join(', ')}`).toBe(true);
    }
  });

  test('converted back it means the same, but for what is lost on the way', () => {
    for (const { id, from, source, converted } of cases) {
      const back = convert({ document: documentAt(converted), from: to, place: converted.place, to: from });
      if (!back.ok) throw new Error(`${id} is not converted back from ${to.id}`);
      const told = new Set([...converted.losses, ...back.losses].map(({ about }) => about));
      const lost = lossesBetween({ source, target: back.meaning, from, to: from, isModelChosen: false });
      expect(
        lost.filter(({ about }) => !told.has(about)).map(({ message }) => message),
        id,
      ).toEqual([]);
    }
  });
});

test('of a file of the same runtime nothing is lost but what had no effect', () => {
  for (const { id, from, place, document } of agents) {
    const converted = convert({ document, from, place, to: from });
    if (!converted.ok) throw new Error(`${id} is not converted`);
    const dead = new Set(
      from
        .meaning(document, place)
        ?.rest.filter(({ why }) => why !== 'own')
        .map(({ field }) => field),
    );
    expect(
      converted.losses.filter(({ field }) => !dead.has(field)),
      id,
    ).toEqual([]);
  }
});
