// `agentwright convert`: agents as files of another runtime, with what each of them loses.
import { homedir } from 'node:os';
import { resolve, sep } from 'node:path';
import { type Converted, convert, isWider, type NotConverted } from '../portability/convert.ts';
import type { Loss } from '../portability/loss.ts';
import { notConvertedInWords } from '../portability/obstacles.ts';
import { rootOf, type Source, sourceOf } from '../portability/source.ts';
import { runtimeInWords } from '../runtimes/causes.ts';
import { UNSUPPORTED } from '../runtimes/readers.ts';
import { runtimes } from '../runtimes/registry.ts';
import type { Runtime, Scope } from '../runtimes/runtime.ts';
import { type AgentFile, documentOf, type FoundFiles } from './files.ts';
import { type As, readProject } from './project.ts';
import { createFile } from './writeText.ts';

export interface ConvertOptions {
  readonly to: As;
  readonly as: As | undefined;
  readonly model: string | undefined;
  /** Whether what an answer must contain goes into the prompt. */
  readonly contract: boolean;
  /** Whether anything lost keeps a file from being written. */
  readonly strict: boolean;
  /** Whether agents may get more powers than they have. */
  readonly allowWider: boolean;
  /** Whether files are replaced. */
  readonly force: boolean;
}

/** Why an agent is not converted, or its file not written. */
export type Obstacle = NotConverted['reason'] | 'unknown-runtime' | 'wider' | 'strict' | 'exists' | 'not-writable';

export interface ConvertedFile {
  /** The file it comes from, as given. */
  readonly source: string;
  readonly from: string;
  readonly to: Runtime;
  readonly converted: Converted | null;
  /** Where the file belongs. */
  readonly absolutePath: string | null;
  readonly obstacle: Obstacle | null;
  /** Where it is written instead; null where it goes to its place. */
  readonly output: string | null;
  /** The target reads it where it is already. */
  readonly isInPlace: boolean;
}

/** Nothing is written here. */
export async function convertFiles(
  found: FoundFiles,
  options: ConvertOptions,
  workingDirectory: string,
): Promise<ConvertedFile[]> {
  const project = await readProject(found, workingDirectory);
  return project.files.map((file) => {
    const document = documentOf(file);
    const identity = project.identify(document, options.as);
    const source = sourceOf(identity, slashed(file.absolutePath));
    const { to, model } = options;
    const none = {
      source: file.path,
      to: to.runtime,
      converted: null,
      absolutePath: null,
      output: null,
      isInPlace: false,
    };
    if (!source) return { ...none, from: identity.runtime, obstacle: 'unknown-runtime' };
    const { runtime: from, place } = source;
    const request = {
      document,
      from,
      place,
      to: to.runtime,
      contract: options.contract,
      ...(to.scope ? { scope: to.scope } : {}),
    };
    const converted = convert(model === undefined ? request : { ...request, model });
    if (!converted.ok) return { ...none, from: from.id, obstacle: converted.reason };
    const root = rootFor(converted.place.scope, source, file, workingDirectory);
    const absolutePath = resolve(root, converted.path.replace(/^~\//, ''));
    return {
      source: file.path,
      from: from.id,
      to: to.runtime,
      converted,
      absolutePath,
      obstacle: refusal(converted, options),
      output: null,
      isInPlace: absolutePath === file.absolutePath,
    };
  });
}

function refusal(converted: Converted, { strict, allowWider }: ConvertOptions): Obstacle | null {
  if (!allowWider && isWider(converted)) return 'wider';
  return strict && converted.losses.length > 0 ? 'strict' : null;
}

/** The folder that the path of a converted file starts from: that of the source's own project, plugin or extension. */
function rootFor(scope: Scope, source: Source, { absolutePath }: AgentFile, workingDirectory: string): string {
  if (scope === 'user') return homedir();
  const root = source.place.scope === scope ? rootOf(source, slashed(absolutePath)) : null;
  return root === null ? workingDirectory : root || sep;
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Writes what may be written: to `output` where it is given, and else where the target reads it. */
export function writeConverted(file: ConvertedFile, { force }: ConvertOptions, output?: string): ConvertedFile {
  const path = output ?? file.absolutePath;
  if (file.obstacle !== null || !file.converted || path === null) return file;
  const written = createFile(path, file.converted.text, force);
  return { ...file, output: output ?? null, obstacle: written };
}

/** One agent as the contract has it. */
export function convertJson(file: ConvertedFile): string {
  return JSON.stringify(fileJson(file), null, 2);
}

export function convertAllJson(files: readonly ConvertedFile[]): string {
  const all = files.map((file) => ({ source: file.source, ...fileJson(file) }));
  return JSON.stringify({ files: all }, null, 2);
}

function fileJson({ from, to, converted, obstacle }: ConvertedFile) {
  return {
    from,
    to: to.id,
    path: converted?.path ?? null,
    text: converted?.text ?? null,
    losses: converted?.losses.map(lossJson) ?? [],
    ...(obstacle === null ? {} : { reason: obstacle }),
  };
}

function lossJson({ field, value, how, wider, message }: Loss) {
  return { field, value, how, ...(wider ? { wider } : {}), message };
}

/** What keeps a file from being there, to follow its name. */
export function obstacleInWords({ obstacle, from, to, converted, output }: ConvertedFile): string | null {
  const label =
    runtimes.find(({ id }) => id === from)?.label ?? UNSUPPORTED.find(({ id }) => id === from)?.label ?? from;
  switch (obstacle) {
    case null:
      return null;
    case 'not-loaded':
      return `${notConvertedInWords(obstacle, label, to)} Run agentwright check to see why.`;
    case 'unknown-runtime':
    case 'no-place':
    case 'not-taken':
      return notConvertedInWords(obstacle, label, to);
    case 'wider':
      return `not written, because the agent could do more in ${runtimeInWords(to)} than in ${label}. Use --allow-wider to write it anyway.`;
    case 'strict':
      return `not written, because ${converted?.losses.length === 1 ? 'something is' : 'some things are'} lost and --strict is given.`;
    case 'exists':
      return `${output ?? converted?.path} already exists. Use --force to replace it.`;
    case 'not-writable':
      return `${output ?? converted?.path} cannot be written.`;
  }
}
