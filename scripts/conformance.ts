// Agreement between the model of Claude Code's loader and what the real Claude Code did, file by file.
import { type Agreement, measureAgreement, readRows, setPath } from './conformance/agreement.ts';

const rows = readRows();
if (!rows) {
  console.log(`no conformance set at ${setPath()}: nothing measured`);
} else {
  print(measureAgreement(rows));
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
