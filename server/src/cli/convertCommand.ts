// The command `convert`: its options, what it prints, and its exit code. 0 converted, 1 something stood in the way, 2 wrong usage.
import type { Command } from 'commander';
import {
  type ConvertedFile,
  type ConvertOptions,
  convertAllJson,
  convertFiles,
  convertJson,
  writeConverted,
} from './convert.ts';
import { findAgentFiles } from './files.ts';
import { asOption, formatOption, toOption } from './options.ts';
import { complain, printFile, printJson, printText } from './output.ts';
import type { As } from './project.ts';
import { conversionPretty, conversionTable, obstaclesOf } from './reporters/conversion.ts';

interface ConvertArguments {
  readonly to: As;
  readonly output?: string;
  readonly as?: As;
  readonly model?: string;
  readonly contract: boolean;
  readonly strict: boolean;
  readonly allowWider: boolean;
  readonly force: boolean;
  readonly format: Format;
}

const FORMATS = ['pretty', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** `onDone` gets the exit code. */
export function addConvertCommand(program: Command, onDone: (exitCode: number) => void): void {
  program
    .command('convert')
    .description('write agents for another runtime, and say what is lost')
    .argument('<agent...>', 'agent files and folders')
    .addOption(toOption())
    .option('-o, --output <file>', 'where to write a single agent, or - for standard output')
    .addOption(asOption())
    .option('--model <name>', 'the model to write, as the new runtime names it')
    .option('--contract', 'add what the contract of the agent requires to the prompt', false)
    .option('--strict', 'write nothing and exit with 1 if anything is lost', false)
    .option('--allow-wider', 'write agents that can do more than before', false)
    .option('--force', 'replace files that exist', false)
    .addOption(formatOption(FORMATS))
    .action(async (paths: string[], options: ConvertArguments) => onDone(await convertAgents(paths, options)));
}

async function convertAgents(paths: readonly string[], options: ConvertArguments): Promise<number> {
  const workingDirectory = process.cwd();
  const found = findAgentFiles(paths, workingDirectory);
  const isSingle = paths.length === 1 && found.folders.length === 0;
  if (options.output !== undefined && !isSingle) return complain(['-o takes a single agent file.']);
  const settings = { ...options, as: options.as, model: options.model };
  const files = await convertFiles(found, settings, workingDirectory);
  const [only] = files;
  if (found.failures.length > 0) complain(found.failures);
  if (files.length === 0) return complain(['no agent file found there.']);
  // Of a folder, what the target reads already is left alone.
  const others = files.filter(({ isInPlace }) => !isInPlace);
  const isBad = isSingle && only ? convertOne(only, settings, options) : convertMany(others, settings, options.format);
  if (found.failures.length > 0) return 2;
  return isBad ? 1 : 0;
}

/** JSON is the result, and nothing is written besides unless a file is named. Returns whether something stood in the way. */
function convertOne(file: ConvertedFile, options: ConvertOptions, { output, format }: ConvertArguments): boolean {
  const isPrinted = output === '-' || (format === 'json' && output === undefined);
  const done = isPrinted ? file : writeConverted(file, options, output);
  if (format === 'json') printJson(convertJson(done));
  else if (output !== '-') printText(conversionPretty(done, output ?? null));
  else printConverted(done);
  complain(obstaclesOf([done]));
  return done.obstacle !== null;
}

/** The file alone on standard output, what is lost beside it. */
function printConverted({ converted, obstacle }: ConvertedFile): void {
  complain(converted?.losses.map(({ message }) => message) ?? []);
  if (converted && obstacle === null) printFile(converted.text);
}

function convertMany(files: readonly ConvertedFile[], options: ConvertOptions, format: Format): boolean {
  const done = format === 'json' ? files : files.map((file) => writeConverted(file, options));
  if (format === 'json') printJson(convertAllJson(done));
  else printText(conversionTable(done));
  complain(obstaclesOf(done));
  return done.some(({ obstacle }) => obstacle !== null);
}
