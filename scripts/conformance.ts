// Agreement between the model of Claude Code's loader and what the real Claude Code did, file by file.
import { type Agreement, claudeCodeRows, measureAgreement } from './conformance/agreement.ts';
import type { CloseAgreement } from './conformance/close.ts';
import { closeAgreement as closeCopilot } from './conformance/copilotCli.ts';
import { closeAgreement as closeQwen } from './conformance/qwenCode.ts';
import { agreementOf, SETS, type SetRow } from './conformance/runtimes.ts';
import { type Rows, rowsOf, shareOf } from './conformance/sets.ts';
import { type MarkerRow, markerAgreement, VS_CODE_SET, VS_CODE_VERSION } from './conformance/vsCode.ts';

const CLOSER: Readonly<Record<string, (rows: readonly SetRow[]) => CloseAgreement[]>> = {
  'copilot-cli': closeCopilot,
  'qwen-code': closeQwen,
};

const claudeCode = claudeCodeRows();
printWhich('claude-code', claudeCode);
print(measureAgreement(claudeCode.rows));

for (const each of SETS) {
  const { runtime, file } = each;
  const set = rowsOf<SetRow>(file);
  printWhich(runtime.id, set);
  printSet(agreementOf(each, set.rows));
  printClosely(runtime.id, CLOSER[runtime.id]?.(set.rows) ?? []);
}

printMarkers(shareOf<MarkerRow>(VS_CODE_SET));

/** VS Code loads every agent, so what it marks in one is what there is to compare. */
function printMarkers(rows: readonly MarkerRow[]): void {
  const markers = rows.reduce((total, row) => total + row.markers.length, 0);
  console.log(`vscode: ${rows.length} files, compared with ${markers} markers of VS Code ${VS_CODE_VERSION} itself`);
  const { figures, disagreements } = markerAgreement(rows);
  for (const { question, agreed, total } of figures) console.log(figureLine('vscode', question, agreed, total));
  for (const { id, question, what } of disagreements) console.log(`\n${id}: ${question}: ${what}`);
}

function printWhich(runtime: string, { which, rows }: Rows<unknown>): void {
  const where = which === 'share' ? ' in the repository: the whole set is not there' : '';
  console.log(`${runtime}: ${rows.length} rows, the ${which}${where}`);
}

function printClosely(runtime: string, figures: readonly CloseAgreement[]): void {
  for (const { question, agreed, total } of figures) console.log(figureLine(runtime, question, agreed, total));
}

function figureLine(runtime: string, question: string, agreed: number, total: number): string {
  const share = ((100 * agreed) / total).toFixed(2).padStart(6);
  return `${runtime.padEnd(12)} ${question.padEnd(11)} ${share} %  ${agreed}/${total}`;
}

function printSet({ figures, disagreements }: ReturnType<typeof agreementOf>): void {
  for (const { runtime, question, agreed, total } of figures) console.log(figureLine(runtime, question, agreed, total));
  for (const { id, question, measured, predicted, error, text } of disagreements) {
    console.log(`\n${id}: ${question}: measured ${JSON.stringify(measured)}, predicted ${JSON.stringify(predicted)}`);
    console.log(`${error ?? ''}\n${text.slice(0, 1500)}`);
  }
}

function print({ figures, disagreements }: Agreement): void {
  for (const { subject, group, agreed, total } of figures) {
    const share = ((100 * agreed) / total).toFixed(2).padStart(6);
    console.log(`${subject.padEnd(8)} ${group.padEnd(8)} ${share} %  ${agreed}/${total}`);
  }
  for (const { id, subject, expected, predicted, reason, text } of disagreements) {
    console.log(
      `\n${id}: ${subject}: measured ${JSON.stringify(expected)}, predicted ${JSON.stringify(predicted)} (${reason})`,
    );
    console.log(text.slice(0, 1500));
  }
}
