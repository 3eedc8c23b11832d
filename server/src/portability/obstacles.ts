// Why an agent cannot be converted, in words, for command line and editor.
import type { Runtime } from '../runtimes/runtime.ts';
import type { NotConverted } from './convert.ts';

/** To follow the name of the file, or to stand alone. `from` is what the runtime of the file is called. */
export function notConvertedInWords(
  reason: NotConverted['reason'] | 'unknown-runtime',
  from: string,
  to: Pick<Runtime, 'label'>,
): string {
  switch (reason) {
    case 'not-loaded':
      return `${from} finds no usable agent in this file, so there is nothing to convert.`;
    case 'unknown-runtime':
      return `Agentwright does not know how ${from} reads its agents, so it cannot convert them.`;
    case 'no-place':
      return `${to.label} has no such place for agents.`;
    case 'not-taken':
      return `Agentwright cannot write this agent in a form that ${to.label} loads.`;
  }
}
