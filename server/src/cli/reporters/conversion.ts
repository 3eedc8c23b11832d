// What `agentwright convert` prints for people: one agent with all it loses, or a table of many.

import type { Loss } from '../../portability/loss.ts';
import { runtimeInWords } from '../../runtimes/causes.ts';
import { withoutMarks } from '../../util/plainMarkdown.ts';
import { type ConvertedFile, obstacleInWords } from '../convert.ts';
import { columnsOf, displayLine, fitEnd, wrap } from './columns.ts';

const WIDTH = 80;

export function conversionPretty(file: ConvertedFile, written: string | null): string {
  const { source, to, converted, obstacle } = file;
  if (!converted) return `${displayLine(source)}\n  Not converted.`;
  const path = obstacle === null ? displayLine(written ?? converted.path) : 'not written';
  return [`${displayLine(source)} → ${path}`, `  For ${runtimeInWords(to)}.`, ...lossLines(converted.losses)].join(
    '\n',
  );
}

/** The gravest first, each under a heading. */
function lossLines(losses: readonly Loss[]): string[] {
  if (losses.length === 0) return ['  Nothing is lost.'];
  const wider = losses.filter((loss) => loss.wider);
  const choices = losses.filter((loss) => !loss.wider && loss.how === 'needs-choice');
  const changed = losses.filter((loss) => !loss.wider && loss.how === 'approximated');
  const others = losses.filter((loss) => ![...wider, ...choices, ...changed].includes(loss));
  return [
    ...group('The agent can do more than before', wider),
    ...group('Needs your choice', choices),
    ...group('Changed', changed),
    ...group('Lost', others),
  ];
}

function group(title: string, losses: readonly Loss[]): string[] {
  if (losses.length === 0) return [];
  const lines = losses.flatMap(({ message }) => {
    const wrapped = wrap(displayLine(withoutMarks(message)), WIDTH - 6);
    return wrapped.map((line, at) => `${at === 0 ? '    - ' : '      '}${line}`);
  });
  return [`  ${title}:`, ...lines];
}

/** A line for each agent, and a last one that counts them. */
export function conversionTable(files: readonly ConvertedFile[]): string {
  const rows = files.map((file) => [file.source, file.converted?.path ?? '–', outcome(file)] as const);
  const last = Math.max(...rows.map(([, , text]) => columnsOf(text)), 0);
  const room = Math.floor((WIDTH - last - 4) / 2);
  const lines = rows.map(([source, path, text]) => `${cell(source, room)}  ${cell(path, room)}  ${text}`);
  return [...lines, '', summary(files)].join('\n');
}

function cell(text: string, columns: number): string {
  const shown = displayLine(text);
  const fitted = columnsOf(shown) > columns ? `…${fitEnd(shown, columns - 1)}` : shown;
  return fitted + ' '.repeat(Math.max(0, columns - columnsOf(fitted)));
}

function outcome({ obstacle, converted }: ConvertedFile): string {
  switch (obstacle) {
    case null: {
      const count = converted?.losses.length ?? 0;
      return count === 0 ? 'nothing lost' : `${count} ${count === 1 ? 'loss' : 'losses'}`;
    }
    case 'wider':
      return 'would do more';
    case 'strict':
      return 'has losses';
    case 'exists':
      return 'exists already';
    case 'not-writable':
      return 'not writable';
    default:
      return 'no agent';
  }
}

function summary(files: readonly ConvertedFile[]): string {
  const done = files.filter(({ obstacle }) => obstacle === null).length;
  const rest = files.length - done;
  const agents = `${done} ${done === 1 ? 'agent' : 'agents'} converted`;
  return rest === 0 ? `${agents}.` : `${agents}, ${rest} not.`;
}

/** One sentence for each file that is not written. */
export function obstaclesOf(files: readonly ConvertedFile[]): string[] {
  return files.flatMap((file) => {
    const words = obstacleInWords(file);
    return words === null ? [] : [`${file.source}: ${words}`];
  });
}
