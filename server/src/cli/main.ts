// The `agentwright` command: takes arguments, returns an exit code. 0 clean, 1 problems, 2 wrong usage or unreadable files.
import { readFileSync, writeFileSync } from 'node:fs';
import { Argument, Command, CommanderError, Option } from 'commander';
import { VERSION } from '../node/version.ts';
import { frontMatterSchema } from '../runtimes/jsonSchema.ts';
import { indexed } from '../runtimes/registry.ts';
import { AUTO, type RuntimeSelection } from '../runtimes/selection.ts';
import { printable } from '../util/printable.ts';
import { loadCardBundle, startLanguageServer } from './bundles.ts';
import { analyzeFiles, type CheckOptions, checkFiles } from './check.ts';
import type { CheckedFile } from './checkedFile.ts';
import { createConfigs } from './configs.ts';
import { addConvertCommand } from './convertCommand.ts';
import { decode } from './decode.ts';
import { explainRule, listRules, meantCode } from './explain.ts';
import { fileFromText, findAgentFiles } from './files.ts';
import { inspectFiles, inspectJson, inspectPretty } from './inspect.ts';
import { asOption, formatOption, runtimesOption, wholeNumber } from './options.ts';
import { complain, complainOfError, printJson, printText, terminalWidth, useColor, WRONG_USE } from './output.ts';
import { type As, readProject } from './project.ts';
import { renderGitHub } from './reporters/github.ts';
import { renderJson } from './reporters/json.ts';
import { renderPretty } from './reporters/pretty.ts';
import { renderSarif } from './reporters/sarif.ts';
import { runtimesJson, runtimesPretty } from './runtimes.ts';
import { verify, verifyJson, verifyPretty } from './verify.ts';

const CLEAN = 0;
const PROBLEMS = 1;

interface CheckArguments {
  readonly format: CheckFormat;
  readonly fix: boolean;
  readonly as?: As;
  readonly runtimes?: RuntimeSelection;
  readonly maxWarnings?: number;
  readonly stdin: boolean;
  readonly stdinPath?: string;
}

interface CardArguments {
  readonly output?: string;
  readonly as?: As;
}

interface InspectArguments {
  readonly format: InspectFormat;
  readonly as?: As;
  readonly all: boolean;
}

const CHECK_FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
const INSPECT_FORMATS = ['pretty', 'json'] as const;
type CheckFormat = (typeof CHECK_FORMATS)[number];
type InspectFormat = (typeof INSPECT_FORMATS)[number];

async function run(argv: readonly string[]): Promise<number> {
  let exitCode = CLEAN;
  const program = new Command('agentwright')
    .description('Checks AI agent files (Markdown with YAML front matter) for what the runtime really does with them.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(printable(text.replace(/^error:/, 'agentwright:'))) });

  program
    .command('check')
    .description('report problems in agent files')
    .argument('[path...]', 'files and folders (default: the working directory)')
    .addOption(formatOption(CHECK_FORMATS))
    .option('--fix', 'apply the safe fixes', false)
    .addOption(asOption())
    .addOption(runtimesOption())
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings', wholeNumber)
    .option('--stdin', 'check the text on standard input', false)
    .option('--stdin-path <path>', 'the path of the text on standard input')
    .action(async (paths: string[], options: CheckArguments) => {
      exitCode = await check(paths, options);
    });

  program
    .command('inspect')
    .description('show what each runtime does with agent files')
    .argument('[path...]', 'files and folders (default: the working directory)')
    .addOption(formatOption(INSPECT_FORMATS))
    .addOption(asOption())
    .addOption(new Option('--all', 'ask every runtime').default(false).conflicts('as'))
    .action(async (paths: string[], options: InspectArguments) => {
      exitCode = await inspect(paths, options);
    });

  program
    .command('verify')
    .description('check an answer against the contract of an agent')
    .argument('<agent>', 'the agent file')
    .argument('<answer>', 'the file with the answer, or - for standard input')
    .addOption(formatOption(INSPECT_FORMATS))
    .action((agent: string, answer: string, { format }: { format: InspectFormat }) => {
      exitCode = verifyAnswerFile(agent, answer, format);
    });

  program
    .command('card')
    .description('create the card of an agent as an HTML page')
    .argument('<agent>', 'the agent file')
    .option('-o, --output <file>', 'where to write the page (default: standard output)')
    .addOption(asOption())
    .action(async (path: string, options: CardArguments) => {
      exitCode = await card(path, options);
    });

  addConvertCommand(program, (code) => {
    exitCode = code;
  });

  program
    .command('runtimes')
    .description('list the known runtimes and where each reads agents')
    .addOption(formatOption(INSPECT_FORMATS))
    .action(({ format }: { format: InspectFormat }) => {
      if (format === 'json') printJson(runtimesJson());
      else printText(runtimesPretty());
    });

  program
    .command('explain')
    .description('explain what a rule reports and why; without a code, list all rules')
    .argument('[code]', 'the code of a rule, such as frontmatter/repaired')
    .action((code: string | undefined) => {
      exitCode = explain(code);
    });

  program
    .command('schema')
    .description('print the JSON Schema of the front matter')
    .addArgument(new Argument('<runtime>', 'the runtime').choices([indexed.id]))
    .action(() => printJson(JSON.stringify(frontMatterSchema(indexed), null, 2)));

  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'communicate over standard input and output')
    // Editors add their own options, such as their process ID.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(startLanguageServer);

  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? CLEAN : WRONG_USE;
  }
  return exitCode;
}

async function check(paths: readonly string[], options: CheckArguments): Promise<number> {
  if (options.stdin && (paths.length > 0 || !options.stdinPath)) {
    return complain(['--stdin requires --stdin-path PATH and accepts no other paths.']);
  }
  const workingDirectory = process.cwd();
  const found = options.stdin
    ? fileFromText(options.stdinPath ?? '', decode(readFileSync(0)), workingDirectory)
    : findAgentFiles(paths.length > 0 ? paths : ['.'], workingDirectory);
  const failures = [...found.failures];
  const checked = await checkFiles(found, {
    ...checkOptions(workingDirectory, options.as, options.runtimes),
    fix: options.fix && !options.stdin,
    onNotWritten: (sentence) => failures.push(sentence),
  });
  REPORTERS[options.format](checked);
  if (failures.length > 0) return complain(failures);
  return exitCodeOf(checked, options.maxWarnings);
}

const REPORTERS: Readonly<Record<CheckFormat, (files: readonly CheckedFile[]) => void>> = {
  pretty: (files) => printText(renderPretty(files, { color: useColor() })),
  json: (files) => printJson(renderJson(files)),
  sarif: (files) => printJson(renderSarif(files)),
  github: (files) => printText(renderGitHub(files)),
};

/** The options for checking files without changing them. */
function checkOptions(workingDirectory: string, as: As | undefined, runtimes?: RuntimeSelection): CheckOptions {
  return {
    fix: false,
    as,
    // Who says by what a file is read wants to know what that runtime makes of it.
    runtimes: runtimes ?? (as ? AUTO : undefined),
    workingDirectory,
    configs: createConfigs(workingDirectory, (sentence) => complain([sentence])),
    onRuleError: (code, error) => complain([`internal error in rule ${code}: ${String(error)}`]),
    onNotWritten: () => undefined,
  };
}

async function card(path: string, { output, as }: CardArguments): Promise<number> {
  const workingDirectory = process.cwd();
  const found = findAgentFiles([path], workingDirectory);
  if (found.failures.length > 0) return complain(found.failures);
  if (found.files.length !== 1) return complain([`${path}: not an agent file. Name a single agent file.`]);
  const [file] = analyzeFiles(await readProject(found, workingDirectory), checkOptions(workingDirectory, as));
  if (!file) return complain([`${path}: no agent file found there.`]);
  const { document, load, problems } = file.analyze();
  const page = loadCardBundle().renderCardPage(document, load, problems);
  if (output === undefined) {
    printText(page);
    return CLEAN;
  }
  try {
    writeFileSync(output, page);
    return CLEAN;
  } catch (error) {
    return complain([`${output}: cannot be written (${error instanceof Error ? error.message : String(error)}).`]);
  }
}

function explain(code: string | undefined): number {
  if (code === undefined) {
    printText(listRules());
    return CLEAN;
  }
  const text = explainRule(code, useColor());
  if (text !== null) {
    printText(text);
    return CLEAN;
  }
  const meant = meantCode(code);
  const hint = meant ? `Did you mean ${meant}?` : 'Run it without a code to list all rules.';
  return complain([`unknown rule ${code}. ${hint}`]);
}

async function inspect(paths: readonly string[], { format, as, all }: InspectArguments): Promise<number> {
  const workingDirectory = process.cwd();
  const found = findAgentFiles(paths.length > 0 ? paths : ['.'], workingDirectory);
  const inspected = await inspectFiles(found, { as, all }, workingDirectory);
  if (format === 'json') printJson(inspectJson(inspected));
  else printText(inspectPretty(inspected, { color: useColor(), width: terminalWidth() }));
  const named = found.jsonFiles.filter((file) => file.named);
  const wrong = named.map(({ path }) => `${path}: not an agent file.`);
  const failures = [...found.failures, ...wrong];
  return failures.length > 0 ? complain(failures) : CLEAN;
}

function verifyAnswerFile(agent: string, answer: string, format: InspectFormat): number {
  const run = verify(agent, answer, process.cwd());
  if (!run.ok) return complain(run.failures);
  if (format === 'json') printJson(verifyJson(run.verified));
  else printText(verifyPretty(run.verified));
  return run.verified.verification.kept ? CLEAN : PROBLEMS;
}

function exitCodeOf(checked: readonly CheckedFile[], maxWarnings: number | undefined): number {
  const problems = checked.flatMap((file) => file.problems);
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (problems.some(({ severity }) => severity === 'error')) return PROBLEMS;
  return maxWarnings !== undefined && warnings > maxWarnings ? PROBLEMS : CLEAN;
}

// The reader may have seen enough (`| head`), which is not our failure.
process.stdout.on('error', (error: { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
run(process.argv).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.exitCode = complainOfError(error);
  },
);
