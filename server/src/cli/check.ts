// `agentwright check`: lints files, mends them on request, reports.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixAll } from '../lint/fix.ts';
import { MOST_FIXED } from '../lint/runRule.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { today } from '../node/host.ts';
import type { FileView } from '../rules/rule.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import type { RuntimeSelection } from '../runtimes/selection.ts';
import { type AgentAnalysis, analyzeAgent, registerAgent } from '../workspace/analyze.ts';
import type { Identity } from '../workspace/identify.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { Configs } from './configs.ts';
import { type AgentFile, documentOf, type FoundFiles } from './files.ts';
import { checkJsonFiles, fixJsonFiles } from './jsonFiles.ts';
import { type As, type Project, readProject } from './project.ts';
import { writeText } from './writeText.ts';

export interface CheckOptions {
  readonly fix: boolean;
  /** How the user says the files are read, wherever they lie. */
  readonly as: As | undefined;
  /** The runtimes the user asks for, whatever the project's configuration says. */
  readonly runtimes: RuntimeSelection | undefined;
  /** The folder where the search for targets of links ends. */
  readonly workingDirectory: string;
  readonly configs: Configs;
  onRuleError(code: string, error: unknown): void;
  /** Gets a sentence for a file that has fixes and cannot be changed. */
  onNotWritten(sentence: string): void;
}

/** Documents of so many characters stay in memory between the two looks at each; the others are parsed again. */
const MOST_KEPT_CHARACTERS = 20_000_000;

/** Manifests and settings come first: they explain what agents do. */
export async function checkFiles(found: FoundFiles, options: CheckOptions): Promise<CheckedFile[]> {
  const project = await readProject(found, options.workingDirectory);
  const jsonFiles = fixJsonFiles(found.jsonFiles, project, options);
  const analyses = analyzeFiles(project, options);
  return [
    ...checkJsonFiles(jsonFiles, project, options),
    ...analyses.map(({ file, analyze }) => {
      const { document, identity, problems } = analyze();
      return { path: file.path, dialect: identity.runtime, text: document.text, lines: document.lines, problems };
    }),
  ];
}

export interface FileAnalysis {
  readonly file: AgentFile;
  analyze(): AgentAnalysis;
}

/** Each file is looked at twice: first for what the others see of it. */
export function analyzeFiles(project: Project, options: CheckOptions): FileAnalysis[] {
  const files = fileView(options.workingDirectory);
  let kept = 0;
  const first = project.files.map((file) => {
    const document = documentOf(file);
    const identity = project.identify(document, options.as);
    const load = registerAgent(document, identity, project.index);
    kept += document.text.length;
    return { file, identity, load, document: kept < MOST_KEPT_CHARACTERS ? document : null };
  });
  return first.map(({ file, identity, load, document: known }) => ({
    file,
    analyze: () => {
      const original = known ?? documentOf(file);
      const analyzed = analyzer(file, { ...options, project, files });
      const fixing = analyzer(file, { ...options, project, files, limit: MOST_FIXED });
      const document = options.fix
        ? fixFile(file, original, (each) => fixing(each, identity).problems, options)
        : original;
      return analyzed(document, identity, document.text === original.text ? load : undefined);
    },
  }));
}

interface FileOptions extends CheckOptions {
  readonly project: Project;
  readonly files: FileView;
  /** See `AnalyzeOptions`. */
  readonly limit?: number;
}

type Analyze = (document: AgentDocument, identity: Identity, load?: IndexedReport) => AgentAnalysis;

function analyzer(file: AgentFile, { project, files, configs, runtimes, limit, onRuleError }: FileOptions): Analyze {
  const found = configs.of(file.absolutePath);
  const config = runtimes === undefined ? found : { ...found, runtimes };
  const workspace = project.viewFor(file);
  return (document, identity, load) =>
    analyzeAgent(document, identity, {
      index: project.index,
      workspace,
      files,
      config,
      configPath: file.absolutePath,
      environment: { today: today() },
      ...(load ? { load } : {}),
      ...(limit === undefined ? {} : { limit }),
      onRuleError,
    });
}

function fixFile(
  file: AgentFile,
  original: AgentDocument,
  problemsOf: (document: AgentDocument) => readonly Problem[],
  { onNotWritten }: CheckOptions,
): AgentDocument {
  const { uri, text } = original;
  const fixed = fixAll(text, (current) => problemsOf(parseDocument(uri, current)));
  if (fixed.text === text) return original;
  return writeText(file, fixed.text, onNotWritten) ? parseDocument(uri, fixed.text) : original;
}

/** Links lead somewhere where their target stands beside the file or in a folder above it, up to the top folder. */
function fileView(top: string): FileView {
  return {
    linkTarget(uri, target) {
      const start = dirname(fileURLToPath(uri));
      let folder = start;
      while (true) {
        if (existsSync(join(folder, target))) return 'exists';
        const parent = dirname(folder);
        if (parent === folder || folder === resolve(top)) return 'missing';
        folder = parent;
      }
    },
  };
}
