// The `agentwright` command: arguments in, exit code out. 0 clean, 1 problems, 2 wrong use or unreadable files.
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { LoadScope } from '../dialects/dialect.ts';
import { VERSION } from '../node/version.ts';
import { checkFiles } from './check.ts';
import type { CheckedFile } from './checkedFile.ts';
import { createConfigs } from './configs.ts';
import { decode } from './decode.ts';
import { type AgentFile, fileFromText, findAgentFiles } from './files.ts';
import { inspectFiles, inspectJson, inspectPretty } from './inspect.ts';
import { renderJson } from './reporters/json.ts';
import { renderPretty } from './reporters/pretty.ts';

const CLEAN = 0;
const PROBLEMS = 1;
const WRONG_USE = 2;

interface CheckArguments {
  readonly format: 'pretty' | 'json';
  readonly fix: boolean;
  readonly as?: As;
  readonly maxWarnings?: number;
  readonly stdin: boolean;
  readonly stdinPath?: string;
}

interface As {
  readonly scope: LoadScope | undefined;
}

process.exitCode = run(process.argv);

function run(argv: readonly string[]): number {
  let exitCode = CLEAN;
  const program = new Command('agentwright')
    .description('Checks AI agent files (Markdown with YAML front matter) for what the runtime really does with them.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'agentwright:')) });

  program
    .command('check')
    .description('report the problems of agent files')
    .argument('[path...]', 'files and folders; the working directory without')
    .addOption(formatOption())
    .option('--fix', 'apply the safe fixes', false)
    .addOption(asOption())
    .option('--max-warnings <number>', 'exit 1 where there are more warnings', wholeNumber)
    .option('--stdin', 'check the text on standard input', false)
    .option('--stdin-path <path>', 'the path that text belongs to')
    .action((paths: string[], options: CheckArguments) => {
      exitCode = check(paths, options);
    });

  program
    .command('inspect')
    .description('show what each runtime makes of agent files')
    .argument('[path...]', 'files and folders; the working directory without')
    .addOption(formatOption())
    .addOption(asOption())
    .action((paths: string[], options: { format: 'pretty' | 'json'; as?: As }) => {
      exitCode = inspect(paths, options);
    });

  try {
    program.parse([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? CLEAN : WRONG_USE;
  }
  return exitCode;
}

function check(paths: readonly string[], options: CheckArguments): number {
  if (options.stdin && (paths.length > 0 || !options.stdinPath)) {
    return complain(['--stdin takes --stdin-path PATH and no other paths.']);
  }
  const workingDirectory = process.cwd();
  const { files, failures } = options.stdin
    ? { files: [standardInput(options.stdinPath ?? '', workingDirectory)], failures: [] }
    : findAgentFiles(paths.length > 0 ? paths : ['.'], workingDirectory);
  const checked = checkFiles(files, {
    fix: options.fix && !options.stdin,
    scope: options.as?.scope,
    workingDirectory,
    configs: createConfigs(workingDirectory, (sentence) => complain([sentence])),
    onRuleError: (code, error) => complain([`internal error in rule ${code}: ${String(error)}`]),
  });
  print(options.format === 'json' ? renderJson(checked) : renderPretty(checked, { color: useColor() }));
  if (failures.length > 0) return complain(failures);
  return exitCodeOf(checked, options.maxWarnings);
}

function inspect(paths: readonly string[], { format, as }: { format: 'pretty' | 'json'; as?: As }): number {
  const { files, failures } = findAgentFiles(paths.length > 0 ? paths : ['.'], process.cwd());
  const inspected = inspectFiles(files, as?.scope);
  print(format === 'json' ? inspectJson(inspected) : inspectPretty(inspected));
  return failures.length > 0 ? complain(failures) : CLEAN;
}

function standardInput(path: string, workingDirectory: string): AgentFile {
  return fileFromText(path, decode(readFileSync(0)), workingDirectory);
}

function exitCodeOf(checked: readonly CheckedFile[], maxWarnings: number | undefined): number {
  const problems = checked.flatMap((file) => file.problems);
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (problems.some(({ severity }) => severity === 'error')) return PROBLEMS;
  return maxWarnings !== undefined && warnings > maxWarnings ? PROBLEMS : CLEAN;
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty');
}

function asOption(): Option {
  return new Option('--as <dialect>', 'read as claude-code, claude-code:project or claude-code:plugin').argParser(
    readAs,
  );
}

function readAs(value: string): As {
  const [dialect, scope] = value.split(':');
  const known = dialect === 'claude-code' && (scope === undefined || scope === 'project' || scope === 'plugin');
  if (!known) throw new InvalidArgumentError('It takes claude-code, claude-code:project or claude-code:plugin.');
  return { scope: scope as LoadScope | undefined };
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}

function useColor(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

function complain(sentences: readonly string[]): number {
  for (const sentence of sentences) process.stderr.write(`agentwright: ${sentence}\n`);
  return WRONG_USE;
}
