// `agentwright check`: lints files, mends them on request, reports.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claudeCode } from '../dialects/claude-code/index.ts';
import type { LoadReport, LoadScope } from '../dialects/dialect.ts';
import { environmentOf, ruleSettingOf } from '../lint/config.ts';
import { fixAll } from '../lint/fix.ts';
import { lint } from '../lint/lint.ts';
import { type AgentDocument, parseDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { today } from '../node/host.ts';
import { rules } from '../rules/index.ts';
import type { FileView } from '../rules/rule.ts';
import type { WorkspaceView } from '../rules/workspaceView.ts';
import { loosePlace, placeOf } from '../workspace/places.ts';
import { loadScopeOf, summarizeAgent } from '../workspace/summary.ts';
import { normalizeUri } from '../workspace/uris.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { Configs } from './configs.ts';
import type { AgentFile } from './files.ts';
import { readNeighbours } from './neighbours.ts';

export interface CheckOptions {
  readonly fix: boolean;
  /** Reads the file as this kind of agent, whatever its place. */
  readonly scope: LoadScope | undefined;
  /** Folders named on the command line, absolute. */
  readonly folders: readonly string[];
  /** The folder where the search for targets of links ends. */
  readonly workingDirectory: string;
  readonly configs: Configs;
  onRuleError(code: string, error: unknown): void;
  /** Gets a sentence for a file that has fixes and cannot be changed. */
  onNotWritten(sentence: string): void;
}

/** Documents of so many characters stay in memory between the two looks at each; the others are parsed again. */
const MOST_KEPT_CHARACTERS = 20_000_000;

/** Each file is looked at twice: first for what the others see of it. */
export async function checkFiles(files: readonly AgentFile[], options: CheckOptions): Promise<CheckedFile[]> {
  const paths = files.map(({ absolutePath }) => absolutePath);
  const { index, viewFor } = await readNeighbours(paths, options.folders, options.workingDirectory);
  let kept = 0;
  const first = files.map((file) => {
    const { document } = file;
    const uri = normalizeUri(document.uri);
    const place = placeOf(uri, index.context);
    // The manifest of a plugin may name files that lie anywhere.
    const scope = options.scope ?? (place && !file.placed ? loadScopeOf(place) : file.scope);
    const load = claudeCode.load(document, { scope });
    index.set(uri, summarizeAgent(document, place ?? loosePlace(uri), load));
    kept += document.text.length;
    return { file, load, document: kept < MOST_KEPT_CHARACTERS ? document : null };
  });
  return first.map(({ file, load, document }) =>
    checkFile(file, document ?? file.document, { ...options, load, workspace: viewFor(file.absolutePath) }),
  );
}

interface FileOptions extends CheckOptions {
  readonly workspace: WorkspaceView;
  readonly load: LoadReport;
}

function checkFile(file: AgentFile, original: AgentDocument, options: FileOptions): CheckedFile {
  const { workspace, load: firstLoad } = options;
  const scope = firstLoad.as;
  const view = fileView(options.workingDirectory);
  const config = options.configs.of(file.absolutePath);
  const check = (document: AgentDocument, load?: LoadReport): readonly Problem[] =>
    lint(document, {
      dialect: claudeCode,
      scope,
      ...(load ? { load } : {}),
      rules,
      files: view,
      workspace,
      environment: environmentOf(config, { today: today() }),
      settingOf: (code) => ruleSettingOf(config, code, file.absolutePath),
      onRuleError: options.onRuleError,
    })?.problems ?? [];
  const document = options.fix ? fixFile(file, check, options.onNotWritten) : original;
  return {
    path: file.path,
    dialect: claudeCode.id,
    text: document.text,
    lines: document.lines,
    problems: check(document, document.text === original.text ? firstLoad : undefined),
  };
}

function fixFile(
  file: AgentFile,
  check: (document: AgentDocument) => readonly Problem[],
  onNotWritten: (sentence: string) => void,
): AgentDocument {
  const { uri, text } = file.document;
  const fixed = fixAll(text, (current) => check(parseDocument(uri, current)));
  if (fixed.text === text) return file.document;
  const fault = write(file, fixed.text);
  if (fault === null) return parseDocument(uri, fixed.text);
  onNotWritten(`${file.path}: ${fault}`);
  return file.document;
}

/** Answers why it was not done, or null. Bytes that are no UTF-8 were read as U+FFFD and would be lost by writing. */
function write({ absolutePath, document }: AgentFile, text: string): string | null {
  try {
    if (!readFileSync(absolutePath).equals(Buffer.from(document.text, 'utf8'))) {
      return 'holds bytes that are no UTF-8, so it is left as it is. Save it as UTF-8 first.';
    }
    writeFileSync(absolutePath, text, 'utf8');
    return null;
  } catch (error) {
    return `cannot be written (${error instanceof Error ? error.message : String(error)}).`;
  }
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
