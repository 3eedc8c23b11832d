// Options of the `agentwright` command and what they accept.
import { InvalidArgumentError, Option } from 'commander';
import { RUNTIME_IDS } from '../lint/config.ts';
import { runtimeCalled, runtimes } from '../runtimes/registry.ts';
import { AUTO, type RuntimeSelection, readSelection, unknownInWords } from '../runtimes/selection.ts';
import type { As } from './project.ts';

export function formatOption(formats: readonly string[]): Option {
  return new Option('--format <format>', 'output format').choices(formats).default('pretty');
}

export function asOption(): Option {
  return new Option('--as <runtime>', 'read as RUNTIME or RUNTIME:PLACE, such as claude-code:plugin').argParser(readAs);
}

/** The runtime an agent is converted for. */
export function toOption(): Option {
  return new Option('--to <runtime>', 'convert for RUNTIME or RUNTIME:PLACE, such as opencode or claude-code:user')
    .argParser(readAs)
    .makeOptionMandatory();
}

function readAs(value: string): As {
  const [id = '', place] = value.split(':');
  const runtime = runtimeCalled(id);
  if (!runtime)
    throw new InvalidArgumentError(
      `Use one of ${runtimes.map((each) => each.id).join(', ')}, with or without a place, such as claude-code:project.`,
    );
  const scopes = [...new Set(runtime.places.map(({ scope }) => scope))];
  const scope = scopes.find((each) => each === place);
  if (place === undefined || scope !== undefined) return { runtime, scope };
  throw new InvalidArgumentError(`${runtime.label} has the places ${scopes.join(', ')}.`);
}

export function runtimesOption(): Option {
  const option = new Option('--runtimes <ids>', 'report for these runtimes (comma-separated IDs), or `auto`');
  return option.argParser(readRuntimes);
}

function readRuntimes(value: string): RuntimeSelection {
  const written = value.split(',').map((id) => id.trim());
  const { selection, unknown } = readSelection(value.trim() === AUTO ? AUTO : written, RUNTIME_IDS);
  const [first] = unknown;
  if (selection === null || first) throw new InvalidArgumentError(unknownInWords(first?.value, RUNTIME_IDS));
  return selection;
}

export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Use a whole number.');
  return Number(value);
}
