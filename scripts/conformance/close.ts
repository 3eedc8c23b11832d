// A closer look at one runtime: questions beyond those that every set answers, row by row.
import type { SetRow } from './runtimes.ts';

export interface CloseAgreement {
  readonly question: string;
  agreed: number;
  total: number;
  readonly disagreements: { readonly id: string; readonly measured: unknown; readonly predicted: unknown }[];
}

export type Answer = readonly [question: string, measured: unknown, predicted: unknown];

export function agreementOn(rows: readonly SetRow[], answersOf: (row: SetRow) => readonly Answer[]): CloseAgreement[] {
  const figures = new Map<string, CloseAgreement>();
  for (const row of rows) {
    for (const [question, measured, predicted] of answersOf(row)) {
      const figure = figures.get(question) ?? { question, agreed: 0, total: 0, disagreements: [] };
      figures.set(question, figure);
      figure.total++;
      if (JSON.stringify(measured) === JSON.stringify(predicted)) figure.agreed++;
      else figure.disagreements.push({ id: row.id, measured, predicted });
    }
  }
  return [...figures.values()];
}
