// What a file's summary means to others: whether a change of it concerns them.
import type { FileSummary } from './summary.ts';

/** Whether a file says something about the sessions around it. */
export function decidesSessions(summary: FileSummary | null | undefined): boolean {
  return summary?.role === 'servers' || summary?.role === 'plugins' || summary?.role === 'settings';
}

/** What others see of a file: two summaries with the same face are the same to everybody else. */
export function publicFace(summary: FileSummary | undefined): string {
  if (!summary) return '';
  const { agent, skill, servers, settings, delegates, runtimeAgent } = summary;
  const owned = runtimeAgent && [runtimeAgent.runtime, runtimeAgent.name];
  return JSON.stringify([
    agent,
    skill && [skill.id, skill.otherName, skill.preloads],
    servers,
    settings,
    delegates,
    owned,
  ]);
}
