// `check --format github`: workflow commands, which GitHub Actions shows next to the lines of a pull request.
import type { Severity } from '../../model/problem.ts';
import { printable } from '../../util/printable.ts';
import type { CheckedFile } from '../checkedFile.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export function renderGitHub(files: readonly CheckedFile[]): string {
  return files.flatMap(commandsOf).join('');
}

function commandsOf({ path, lines, problems }: CheckedFile): string[] {
  return problems.map(({ code, severity, message, span }) => {
    const { start, end } = lines.rangeOf(span);
    const oneLine = start.line === end.line;
    const properties = [
      `file=${escapeProperty(path.replaceAll('\\', '/'))}`,
      `line=${start.line + 1}`,
      `endLine=${end.line + 1}`,
      // Columns apply only within a single line.
      ...(oneLine ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
      `title=${escapeProperty(code)}`,
    ];
    return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
  });
}

/** A line break would end the command, and what follows could be another one. */
function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
